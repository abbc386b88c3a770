using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Whether those who pass a row of a ladder pass the rows below it too.</summary>
public static class GuttmanScale
{
    /// <summary>Counts the answers that are out of order.</summary>
    /// <remarks>
    /// A respondent's passes of a function are compared with the pattern that has as many passes, lowest rows first
    /// (the count of Goodenough and Edwards); anchors of one row may be passed in any order. Reproducibility R = 1 −
    /// errors/responses; minimal marginal reproducibility M = Σ_anchors max(passes, fails)/responses; coefficient of
    /// scalability (R − M)/(1 − M). R is high by itself when nearly all pass or fail an anchor: look at scalability
    /// too; usual bounds are 0.9 (here 0.85) and 0.6. A function with one anchor cannot be out of order. Cost:
    /// respondents × anchors. Source: Guttman 1944, doi:10.2307/2086306; Goodenough 1944; Edwards 1957, Techniques of
    /// Attitude Scale Construction, chapter 7; Menzel 1953, doi:10.1086/266460.
    /// </remarks>
    /// <param name="respondents">The anchors of each respondent, all with the same functions and rows.</param>
    /// <param name="options">Score to pass.</param>
    /// <returns>The coefficients; NaN without answers.</returns>
    /// <exception cref="ArgumentException">Respondents have different anchors, or scores outside the scale.</exception>
    public static GuttmanScaleResult Estimate(IReadOnlyList<CapabilityAnchors> respondents, CapabilityLadderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(respondents);
        options ??= new CapabilityLadderOptions();
        int anchors = respondents.Count == 0 ? 0 : respondents[0].Functions.Count;
        int[] passes = new int[anchors];
        int[] answers = new int[anchors];
        long errors = 0;
        foreach (CapabilityAnchors respondent in respondents)
        {
            respondent.Check(options.Levels);
            Require.That(
                respondent.Functions.SequenceEqual(respondents[0].Functions) && respondent.Complexities.SequenceEqual(respondents[0].Complexities),
                nameof(respondents), "must all have the same anchors in the same order; one had others");
            errors += Errors(respondent, options.PassScore);
            for (int anchor = 0; anchor < anchors; anchor++)
            {
                bool applies = !double.IsNaN(respondent.Scores[anchor]);
                answers[anchor] += applies ? 1 : 0;
                passes[anchor] += applies && respondent.Passes(anchor, options.PassScore) ? 1 : 0;
            }
        }

        long responses = answers.Sum(count => (long)count);
        long majority = answers.Zip(passes, (all, passed) => (long)Math.Max(passed, all - passed)).Sum();
        return new GuttmanScaleResult(
            errors,
            responses,
            responses == 0 ? double.NaN : 1 - (errors / (double)responses),
            majority / (double)responses,
            majority == responses ? double.NaN : (responses - errors - majority) / (double)(responses - majority));
    }

    private static long Errors(CapabilityAnchors anchors, double passScore)
    {
        long errors = 0;
        foreach (IGrouping<string, int> function in Enumerable.Range(0, anchors.Scores.Count)
            .Where(anchor => !double.IsNaN(anchors.Scores[anchor])).GroupBy(anchor => anchors.Functions[anchor]))
        {
            bool[] passes = [.. function.Select(anchor => (Row: anchors.Complexities[anchor], Pass: anchors.Passes(anchor, passScore)))
                .OrderBy(anchor => anchor.Row).ThenByDescending(anchor => anchor.Pass).Select(anchor => anchor.Pass)];
            int passed = passes.Count(pass => pass);
            errors += passes.Where((pass, place) => pass != place < passed).Count();
        }

        return errors;
    }
}

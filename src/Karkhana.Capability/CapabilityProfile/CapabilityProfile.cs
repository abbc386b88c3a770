using System.Text.Json;
using Karkhana.Data.Surveys;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>Where firms stand on the ladder of each capability function.</summary>
public static class CapabilityProfile
{
    /// <summary>The reproducibility below which levels say too little about a firm to be shown.</summary>
    public const double LeastReproducibility = 0.85;

    private const double LeastShareAnswered = 0.5;

    /// <summary>Climbs the ladder of every surveyed firm.</summary>
    /// <remarks>
    /// Anchors are the items of the construct capability with a function, a complexity row and the scale 0 to 3. See
    /// <see cref="CapabilityLadder"/>. Reproducibility = 1 − errors/responses, where an error is an answer that must be
    /// changed to
    /// make the firm's passes of a function follow the order of the rows (Goodenough and Edwards count). A firm that
    /// answered less
    /// than half of the anchors that apply to it is left out. Cost: firms × anchors. Source: Lall 1992,
    /// doi:10.1016/0305-750X(92)90097-F; Guttman
    /// 1944, doi:10.2307/2086306.
    /// </remarks>
    /// <param name="survey">The survey.</param>
    /// <param name="options">Share and score to pass.</param>
    /// <returns>The ladders, or null when the codebook has no anchored item.</returns>
    public static CapabilityProfileResult? Estimate(Survey survey, CapabilityLadderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(survey);
        options ??= new CapabilityLadderOptions();
        int[] anchors = [.. survey.ItemsOf(Constructs.Capability).Where(item => IsAnchor(survey, item))
            .OrderBy(item => FunctionOrder(survey.Items[item].Function))
            .ThenBy(item => survey.Items[item].Id, StringComparer.Ordinal)];
        if (anchors.Length == 0)
        {
            return null;
        }

        string[] functions = [.. anchors.Select(item => survey.Items[item].Function)];
        int[] rows = [.. anchors.Select(item => survey.Items[item].Complexity)];
        List<FirmLadder> ladders = [];
        (long errors, long responses) = (0, 0);
        for (int respondent = 0; respondent < survey.Respondents; respondent++)
        {
            double[] scores = [.. anchors.Select(item => survey.Answers[item][respondent])];
            int answers = scores.Count(score => !double.IsNaN(score));
            int applicable = anchors.Count(item => survey.Missing[item][respondent] != MissingCode.NotApplicable);
            if (answers == 0 || answers < LeastShareAnswered * applicable)
            {
                continue;
            }

            CapabilityAnchors answered = new(functions, rows, scores);
            ladders.Add(new FirmLadder(survey.Firms[respondent], CapabilityLadder.Estimate(answered, options)));
            (long wrong, long all) = Errors(answered, options.PassScore);
            errors += wrong;
            responses += all;
        }

        return new CapabilityProfileResult(
            [.. functions.Distinct()], ladders, responses == 0 ? double.NaN : 1 - (errors / (double)responses));
    }

    // An item on another scale counts in the score, but no step of the ladder can be read from it.
    private static bool IsAnchor(Survey survey, int item) =>
        survey.Items[item].Complexity is >= 1 and <= 3
        && survey.Items[item].Function.Length > 0
        && survey.Answers[item].All(answer => double.IsNaN(answer) || answer is >= 0 and <= 3)
        && survey.Items[item].Minimum is 0 or double.NaN
        && survey.Items[item].Maximum is 3 or double.NaN;

    private static int FunctionOrder(string function)
    {
        string[] known = [.. Enum.GetNames<LallFunction>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];
        int place = Array.IndexOf(known, function);
        return place < 0 ? known.Length : place;
    }

    // Against the pattern that passes as many anchors, easiest rows first; anchors of one row may be passed in any
    // order.
    private static (long Errors, long Responses) Errors(CapabilityAnchors anchors, double passScore)
    {
        (long errors, long responses) = (0, 0);
        foreach (IGrouping<string, int> function in Enumerable.Range(0, anchors.Scores.Count)
            .Where(anchor => !double.IsNaN(anchors.Scores[anchor])).GroupBy(anchor => anchors.Functions[anchor]))
        {
            bool[] passes = [.. function.OrderBy(anchor => anchors.Complexities[anchor])
                .ThenByDescending(anchor => anchors.Scores[anchor]).Select(
                    anchor => anchors.Scores[anchor] >= passScore)];
            int passed = passes.Count(pass => pass);
            errors += passes.Where((pass, place) => pass != place < passed).Count();
            responses += passes.Length;
        }

        return (errors, responses);
    }
}

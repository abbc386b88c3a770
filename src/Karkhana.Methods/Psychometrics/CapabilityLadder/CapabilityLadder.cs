using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Function scores, attained complexity levels, breadth and depth of the capability matrix.</summary>
public static class CapabilityLadder
{
    internal const string Source =
        "Lall 1992, doi:10.1016/0305-750X(92)90097-F; Guttman 1944, doi:10.2307/2086306; Wilson 1927, doi:10.1080/01621459.1927.10502953";

    private const double HighestScore = 3;

    /// <summary>Climbs the ladder of each function.</summary>
    /// <remarks>
    /// score_f = mean(s)/3 over the applicable anchors. level_f = the highest row c such that in every row c′ ≤ c at
    /// least the
    /// required share of the applicable anchors has s ≥ pass score (that of the options, or the anchor's own); 0 when
    /// row 1 fails. A row without applicable anchors neither raises nor blocks the level. Index = mean of score_f;
    /// breadth = functions with level ≥ 1; depth = highest level. Interval of score_f: Wilson's for a share, with the k
    /// applicable anchors of the function as k trials: what another set of as many anchors might have shown. Scores
    /// between the ends vary less than yes and no with the same mean, so that it is rather too wide than too narrow.
    /// Cost: one pass per function. Source: Lall 1992, doi:10.1016/0305-750X(92)90097-F; Guttman 1944,
    /// doi:10.2307/2086306; for the interval Wilson 1927, doi:10.1080/01621459.1927.10502953.
    /// Agrees with: the formula, exactly.
    /// </remarks>
    /// <param name="anchors">The anchors of one firm.</param>
    /// <param name="options">Share and score to pass.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>Scores and levels by function, in order of appearance.</returns>
    /// <exception cref="ArgumentException">A score is outside 0 to 3, a row outside 1 to the number of levels, or
    /// lengths differ.</exception>
    public static CapabilityLadderResult Estimate(
        CapabilityAnchors anchors, CapabilityLadderOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        options ??= new CapabilityLadderOptions();
        anchors.Check(options.Levels);
        string[] functions = [.. anchors.Functions.Distinct()];
        int[][] applicable = [.. functions.Select(function => Enumerable.Range(0, anchors.Scores.Count)
            .Where(
                anchor => anchors.Functions[anchor] == function && !double.IsNaN(anchors.Scores[anchor])).ToArray())];
        double[] scores = [.. applicable.Select(
            own => Sums.Mean([.. own.Select(anchor => anchors.Scores[anchor])]) / HighestScore)];
        int[] levels = [.. applicable.Select(own => Level(anchors, own, options))];
        double z = DistributionQuantiles.TwoSidedNormal(options.Confidence);
        (double Low, double High)[] limits = [.. scores.Select((score, f) => WilsonInterval.Of(score, applicable[f].Length, z))];
        return new CapabilityLadderResult(
            functions,
            scores,
            levels,
            Sums.Mean([.. scores.Where(score => !double.IsNaN(score))]),
            new Provenance(
                "psychometrics.capability-ladder",
                FormattableString.Invariant(
                    $"required_share = {options.RequiredShare}, pass_score = {options.PassScore}, levels = {options.Levels}, confidence = {options.Confidence}"),
                Source))
        {
            Lows = [.. limits.Select(limit => limit.Low)],
            Highs = [.. limits.Select(limit => limit.High)],
        };
    }

    private static int Level(CapabilityAnchors anchors, int[] applicable, CapabilityLadderOptions options)
    {
        int level = 0;
        for (int row = 1; row <= options.Levels; row++)
        {
            int[] own = [.. applicable.Where(anchor => anchors.Complexities[anchor] == row)];
            int passed = own.Count(anchor => anchors.Passes(anchor, options.PassScore));
            if (own.Length > 0 && passed / (double)own.Length < options.RequiredShare)
            {
                break;
            }

            level = own.Length > 0 ? row : level;
        }

        return level;
    }
}

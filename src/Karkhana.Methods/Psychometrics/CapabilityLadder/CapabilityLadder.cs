using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Function scores, attained complexity levels, breadth and depth of the capability matrix.</summary>
public static class CapabilityLadder
{
    internal const string Source = "Lall 1992, doi:10.1016/0305-750X(92)90097-F; Guttman 1944, doi:10.2307/2086306";

    private const int HighestRow = 3;
    private const double HighestScore = 3;

    /// <summary>Climbs the ladder of each function.</summary>
    /// <remarks>
    /// score_f = mean(s)/3 over the applicable anchors. level_f = the highest row c such that in every row c′ ≤ c at
    /// least the
    /// required share of the applicable anchors has s ≥ pass score; 0 when row 1 fails. A row without applicable
    /// anchors neither
    /// raises nor blocks the level. Index = mean of score_f; breadth = functions with level ≥ 1; depth = highest level.
    /// Cost: one pass per function. Source: Lall 1992, doi:10.1016/0305-750X(92)90097-F; Guttman 1944,
    /// doi:10.2307/2086306.
    /// Agrees with: the formula, exactly.
    /// </remarks>
    /// <param name="anchors">The anchors of one firm.</param>
    /// <param name="options">Share and score to pass.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>Scores and levels by function, in order of appearance.</returns>
    /// <exception cref="ArgumentException">A score is outside 0 to 3, a row outside 1 to 3, or lengths
    /// differ.</exception>
    public static CapabilityLadderResult Estimate(
        CapabilityAnchors anchors, CapabilityLadderOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        options ??= new CapabilityLadderOptions();
        Require.SameLength(anchors.Functions.Count, anchors.Scores.Count, nameof(anchors.Scores));
        Require.SameLength(anchors.Functions.Count, anchors.Complexities.Count, nameof(anchors.Complexities));
        Require.That(
            anchors.Complexities.All(row => row is >= 1 and <= HighestRow), nameof(anchors.Complexities),
            "must be 1, 2 or 3");
        Require.That(
            anchors.Scores.All(score => double.IsNaN(score) || score is >= 0 and <= HighestScore),
            nameof(anchors.Scores), "must lie between 0 and 3");
        string[] functions = [.. anchors.Functions.Distinct()];
        int[][] applicable = [.. functions.Select(function => Enumerable.Range(0, anchors.Scores.Count)
            .Where(
                anchor => anchors.Functions[anchor] == function && !double.IsNaN(anchors.Scores[anchor])).ToArray())];
        double[] scores = [.. applicable.Select(
            own => Sums.Mean([.. own.Select(anchor => anchors.Scores[anchor])]) / HighestScore)];
        int[] levels = [.. applicable.Select(own => Level(anchors, own, options))];
        return new CapabilityLadderResult(
            functions,
            scores,
            levels,
            Sums.Mean([.. scores.Where(score => !double.IsNaN(score))]),
            new Provenance(
                "psychometrics.capability-ladder",
                FormattableString.Invariant(
                    $"required_share = {options.RequiredShare}, pass_score = {options.PassScore}"),
                Source));
    }

    private static int Level(CapabilityAnchors anchors, int[] applicable, CapabilityLadderOptions options)
    {
        int level = 0;
        for (int row = 1; row <= HighestRow; row++)
        {
            int[] own = [.. applicable.Where(anchor => anchors.Complexities[anchor] == row)];
            int passed = own.Count(anchor => anchors.Scores[anchor] >= options.PassScore);
            if (own.Length > 0 && passed / (double)own.Length < options.RequiredShare)
            {
                break;
            }

            level = own.Length > 0 ? row : level;
        }

        return level;
    }
}

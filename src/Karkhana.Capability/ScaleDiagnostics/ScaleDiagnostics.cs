using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>How well the scales of a survey measure, and what this number of firms cannot tell of it.</summary>
public static class ScaleDiagnostics
{
    private const int LeastItems = 3;

    /// <summary>Checks every construct with a scale.</summary>
    /// <remarks>
    /// Alpha with Feldt's interval; omega of the answers and of the variables behind them; parallel analysis of the answers;
    /// items with a negative correlation with the rest; against the graded model: adjusted Q3, C2 (M2 of two-valued items)
    /// with its indices, S-X², lz. Differential items between clustered and dispersed firms: proportional odds of the answer
    /// on the latent score (Warm's), which is computed again without flagged items, at most ten rounds; flagged with p &lt; 0.01
    /// after Benjamini and Hochberg and a gain of Nagelkerke's R² of 0.035; suspected with p &lt; 0.01 before that adjustment.
    /// Impact: how far the difference of the mean scores moves without the items so named, in standard deviations
    /// of the latent variable. The rule keeps them when that estimate is below 0.1; it has no interval, so a small sample cannot exclude a
    /// larger shift. Invariance:
    /// one factor, configural to scalar. Discriminant validity: heterotrait-monotrait ratio, correlations over the firms
    /// that answered both items, percentile bootstrap. What a measure cannot carry is told as a check that cannot tell,
    /// with the firms that it needs. Cost: that of these measures; parallel analysis and bootstrap by replicates.
    /// Source: framework 2.7 and A.2; Feldt 1965, doi:10.1007/BF02289499; Horn 1965, doi:10.1007/BF02289447; Yen 1984,
    /// doi:10.1177/014662168400800201; Choi, Gibbons and Crane 2011, doi:10.18637/jss.v039.i08; Henseler, Ringle and Sarstedt
    /// 2015, doi:10.1007/s11747-014-0403-8.
    /// </remarks>
    /// <param name="input">Scores, survey, groups.</param>
    /// <param name="options">Limits, rules, replicates.</param>
    /// <param name="execution">Workers; the result does not depend on them.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The checks by construct, differential items, and which constructs can be told apart.</returns>
    /// <exception cref="ArgumentException">The groups are not one per answering firm.</exception>
    public static ScaleDiagnosticsResult Estimate(
        ScaleDiagnosticsInput input, ScaleDiagnosticsOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        Core.Errors.Require.SameLength(input.Survey.Respondents, input.Clustered.Count, nameof(input.Clustered));
        options ??= new ScaleDiagnosticsOptions();
        GroupDifferences groups = new(input, options, execution, cancellationToken);
        List<ScaleCheck> checks = [];
        List<ScaleDifferences> differences = [];
        List<(string, ItemResponses)> constructs = [];
        foreach (ConstructScoreResult scored in input.Scores.Constructs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ScaledItems items = ScaledItems.Of(scored.Score.Construct, input.Survey);
            bool ordered = ConstructScore.AreOrdinal(input.Survey, items);
            constructs.Add((scored.Score.Construct, items.Responses));
            checks.AddRange(new ReliabilityChecks(scored, items, options, execution, cancellationToken).All(ordered));
            checks.AddRange(scored.Latent is { } scale
                ? new LatentChecks(scale, scored.Choice.Used, options, execution, cancellationToken).Checks()
                : LatentChecks.Without(scored.Score.Construct, scored.Choice.Firms));
            (IReadOnlyList<ScaleCheck> compared, ScaleDifferences? found) = Compare(scored, items.Responses, ordered, groups, options);
            checks.AddRange(compared);
            differences.AddRange(found is null ? [] : [found]);
            checks.AddRange(Convergence(scored, input, options));
        }

        constructs.Add((Constructs.AbsorptiveCapacity, AbsorptiveCapacity.Variables(input.Survey)));
        return new ScaleDiagnosticsResult(
            checks, differences, ConstructRatioChecks.Of(constructs, options, execution, cancellationToken));
    }

    private static (IReadOnlyList<ScaleCheck> Checks, ScaleDifferences? Found) Compare(
        ConstructScoreResult scored, ItemResponses responses, bool ordered, GroupDifferences groups, ScaleDiagnosticsOptions options)
    {
        string construct = scored.Score.Construct;
        int complete = groups.SmallerGroup(row => GroupDifferences.IsComplete(responses, row));
        int smaller = scored.Latent is { } latent ? groups.SmallerGroup(row => double.IsFinite(latent.Theta[row])) : complete;
        ScaleCheckKind[] kinds = [ScaleCheckKind.DifferentialItems, ScaleCheckKind.DifferentialImpact];
        ScaleDifferences? found = null;
        IReadOnlyList<ScaleCheck> items =
            responses.Items.Count < LeastItems ? [.. kinds.Select(kind => ScaleCheck.CannotTell(construct, kind, ScaleObstacle.TooFewItems, smaller))]
            : !ordered ? [.. kinds.Select(kind => ScaleCheck.CannotTell(construct, kind, ScaleObstacle.ItemsNotOrdered, smaller))]
            : smaller < options.LeastInGroup ? [.. kinds.Select(kind => ScaleCheck.TooFew(construct, kind, smaller, options.LeastInGroup))]
            : ScaleCheck.Try(construct, smaller, kinds, () =>
            {
                found = scored.Latent is { } scale ? groups.OfLatent(scale) : groups.OfSum(construct, responses);
                return
                [
                    ScaleCheck.OfItems(construct, kinds[0], found.Flagged, smaller),
                    ScaleCheck.Of(construct, kinds[1], Math.Abs(found.Impact) < options.LeastImpact, found.Impact, smaller),
                ];
            });
        ScaleCheckKind invariance = ScaleCheckKind.Invariance;
        return (
            [
                .. items,
                .. responses.Items.Count < LeastItems ? [ScaleCheck.CannotTell(construct, invariance, ScaleObstacle.TooFewItems, complete)]
                    : complete < options.LeastForInvariance ? [ScaleCheck.TooFew(construct, invariance, complete, options.LeastForInvariance)]
                    : ScaleCheck.Try(construct, complete, [invariance], () => [groups.Invariance(construct, responses, complete)]),
            ],
            found);
    }

    private static IEnumerable<ScaleCheck> Convergence(ConstructScoreResult scored, ScaleDiagnosticsInput input, ScaleDiagnosticsOptions options)
    {
        string construct = scored.Score.Construct;
        double[] scores = [.. input.Survey.Firms.Select(firm => scored.Score.Values[firm])];
        if (construct == Constructs.Effort)
        {
            MonetisedEffortResult money = MonetisedEffort.Estimate(
                input.Survey, input.Employment, new MonetisedEffortOptions { DailyWage = options.DailyWage });
            yield return money.Gap == MonetisedEffortGap.None
                ? Correlation(construct, ScaleCheckKind.MonetisedEffort, FirmCorrelation.Of(money.Values, scores), options)
                : ScaleCheck.CannotTell(construct, ScaleCheckKind.MonetisedEffort, Obstacle(money.Gap), 0);
        }

        if (construct == Constructs.Capability && input.Ladders is { } ladders)
        {
            double[] index = [.. ladders.Ladders.Select(ladder => ladder.Ladder.Index)];
            double[] own = [.. ladders.Ladders.Select(ladder => scored.Score.Values[ladder.Firm])];
            yield return Correlation(construct, ScaleCheckKind.LadderIndex, FirmCorrelation.Of(index, own), options);
        }
    }

    private static ScaleCheck Correlation(string construct, ScaleCheckKind kind, FirmCorrelation correlation, ScaleDiagnosticsOptions options)
    {
        if (correlation.Firms < options.LeastForCorrelation)
        {
            return ScaleCheck.TooFew(construct, kind, correlation.Firms, options.LeastForCorrelation);
        }

        (double low, double high) = FirmCorrelation.Limits(correlation.Estimate, correlation.Firms);
        return ScaleCheck.Of(construct, kind, correlation.Estimate >= options.LeastConvergence, correlation.Estimate, correlation.Firms) with
        {
            ConfLow = low,
            ConfHigh = high,
        };
    }

    private static ScaleObstacle Obstacle(MonetisedEffortGap gap) => gap switch
    {
        MonetisedEffortGap.NoAmounts => ScaleObstacle.NoAmounts,
        MonetisedEffortGap.NoWage => ScaleObstacle.NoWage,
        _ => ScaleObstacle.NoEmployment,
    };
}

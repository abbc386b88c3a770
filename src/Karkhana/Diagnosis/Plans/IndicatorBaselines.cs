using Karkhana.Core.Exchange;
using Karkhana.Core.Inference;
using Karkhana.Data.Surveys;
using Karkhana.Diagnosis.Sections;
using Karkhana.Policy;

namespace Karkhana.Diagnosis.Plans;

/// <summary>What the indicators of monitoring are in this study, among the clustered firms that were surveyed; among all when none of
/// them was.</summary>
internal sealed class IndicatorBaselines
{
    private readonly Findings _findings;
    private readonly Survey? _survey;
    private readonly int[] _everyone;

    private IndicatorBaselines(Findings findings)
    {
        _findings = findings;
        _survey = findings.Study.Survey is { } survey ? survey.Of(findings.Focus.ClusteredFirms) ?? survey : null;
        _everyone = [.. Enumerable.Range(0, _survey?.Respondents ?? 0)];
    }

    /// <summary>Gives the indicators that the study tells.</summary>
    public static IReadOnlyList<IndicatorValue> Of(Findings findings, IndicatorSet set)
    {
        IndicatorBaselines baselines = new(findings);
        return [.. set.Indicators
            .Select(indicator => (Indicator: indicator, Value: baselines.Value(indicator)))
            .Where(pair => pair.Value is { Firms: > 0 })
            .Select(pair => new IndicatorValue(
                pair.Indicator.Id, pair.Indicator.Version, pair.Value!.Value.Estimate, pair.Value.Value.Low, pair.Value.Value.High, pair.Value.Value.Firms))];
    }

    private (double Estimate, double Low, double High, int Firms)? Value(Indicator indicator) => indicator.Statistic switch
    {
        IndicatorStatistic.Mean => Mean(MeanOf(Answers(indicator))),
        IndicatorStatistic.Median => Median(Answers(indicator)),
        IndicatorStatistic.ShareAny => Share(ShareOf(Answers(indicator), answers => answers.Any(answer => answer > 0))),
        IndicatorStatistic.ShareNone => Share(ShareOf(Answers(indicator), answers => answers.All(answer => answer == 0))),
        IndicatorStatistic.Score => Mean(ScoreOf(indicator.Items[0])),
        IndicatorStatistic.Finding => Finding(indicator.Items[0]),
        _ => null,
    };

    private double[][] Answers(Indicator indicator) =>
        [.. indicator.Items.Select(item => _survey?.AnswersTo(item)).OfType<double[]>()];

    private static Func<int, double> MeanOf(double[][] answers) => respondent => Of(answers, respondent, known => known.Average());

    private static Func<int, double> ShareOf(double[][] answers, Func<double[], bool> holds) =>
        respondent => Of(answers, respondent, known => holds(known) ? 1 : 0);

    private static double Of(double[][] answers, int respondent, Func<double[], double> value)
    {
        double[] known = [.. answers.Select(item => item[respondent]).Where(answer => !double.IsNaN(answer))];
        return known.Length == 0 ? double.NaN : value(known);
    }

    private Func<int, double> ScoreOf(string construct)
    {
        Score? score = _findings.Scores?.Scores.Find(construct);
        return respondent => score?.Values[_survey!.Firms[respondent]] ?? double.NaN;
    }

    private (double, double, double, int)? Mean(Func<int, double> value)
    {
        if (Weighted(value) is not { } mean)
        {
            return null;
        }

        double half = NormalQuantiles.TwoSided95 * mean.StandardError;
        return (mean.Mean, mean.Mean - half, mean.Mean + half, mean.Number);
    }

    private (double, double, double, int)? Share(Func<int, double> value)
    {
        if (Weighted(value) is not { } mean)
        {
            return null;
        }

        (double low, double high) = WilsonInterval.Of(mean.Mean, mean.EffectiveNumber, NormalQuantiles.TwoSided95);
        return (mean.Mean, low, high, mean.Number);
    }

    private WeightedMean? Weighted(Func<int, double> value)
    {
        int[] known = [.. _everyone.Where(respondent => !double.IsNaN(value(respondent)))];
        return known.Length == 0 ? null : WeightedMean.Of(_survey!, known, value);
    }

    // Limits by order statistics, near 95 % for ten firms or more (Conover 1999, section 3.2); weights are not used.
    private static (double, double, double, int)? Median(double[][] answers)
    {
        double[] sorted = answers.Length == 0 ? [] : [.. answers[0].Where(answer => !double.IsNaN(answer)).Order()];
        if (sorted.Length == 0)
        {
            return null;
        }

        int outside = (int)Math.Floor((sorted.Length - (NormalQuantiles.TwoSided95 * Math.Sqrt(sorted.Length))) / 2);
        int low = Math.Max(0, outside - 1);
        return (Quantiles.Type7(sorted, 0.5), sorted[low], sorted[sorted.Length - 1 - low], sorted.Length);
    }

    private (double, double, double, int)? Finding(string name)
    {
        KnowledgeNetwork? network = _findings.Network;
        int nodes = network?.Cohesion.Nodes ?? 0;
        return name switch
        {
            "network.density" when nodes > 0 => (network!.Cohesion.Density, double.NaN, double.NaN, nodes),
            "network.reciprocity" when nodes > 0 => (network!.Cohesion.ReciprocityEdgewise, double.NaN, double.NaN, nodes),
            "network.core_share" when nodes > 0 => (
                network!.CoreNumbers.Count(core => core == network.CoreNumbers.Max()) / (double)nodes, double.NaN, double.NaN, nodes),
            "network.gatekeepers" when nodes > 0 && RoleSection.TellsGatekeepers(_findings) => (
                network!.Roles.Count(CollectiveEfficiency.KnowledgeRole.TechnologicalGatekeeper), double.NaN, double.NaN, nodes),
            "ladder.intermediate_share" => IntermediateShare(),
            _ => null,
        };
    }

    // Levels that do not follow the order of the ladder are told nowhere.
    private (double, double, double, int)? IntermediateShare()
    {
        const int Intermediate = 2;
        if (_findings.Ladders is not { LevelsAreReproducible: true, Ladders.Count: > 0 } ladders)
        {
            return null;
        }

        HashSet<int> surveyed = [.. _survey!.Firms];
        int[] depths = [.. ladders.Ladders.Where(ladder => surveyed.Contains(ladder.Firm)).Select(ladder => ladder.Ladder.Depth)];
        int firms = depths.Length;
        double share = depths.Count(depth => depth >= Intermediate) / (double)firms;
        (double low, double high) = WilsonInterval.Of(share, firms, NormalQuantiles.TwoSided95);
        return (share, low, high, firms);
    }
}

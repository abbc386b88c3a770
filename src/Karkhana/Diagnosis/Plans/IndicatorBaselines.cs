using Karkhana.Capability;
using Karkhana.Core.Exchange;
using Karkhana.Core.Inference;
using Karkhana.Data.Surveys;
using Karkhana.Diagnosis.Sections;
using Karkhana.Policy;
using Karkhana.Scenarios;

namespace Karkhana.Diagnosis.Plans;

/// <summary>What the indicators of monitoring are in this study, among the clustered firms that were surveyed; among all when none of
/// them was.</summary>
internal sealed class IndicatorBaselines
{
    private readonly Findings _findings;
    private readonly Survey? _survey;
    private readonly int[] _everyone;

    private IndicatorBaselines(IndicatorBaselines all, int[] respondents) =>
        (_findings, _survey, _everyone) = (all._findings, all._survey, respondents);

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

    /// <summary>Gives the indicators of answers and scores by groups of firms.</summary>
    public static IReadOnlyList<IndicatorGroup> ByGroup(Findings findings, IndicatorSet set)
    {
        IndicatorBaselines all = new(findings);
        Indicator[] answered = [.. set.Indicators.Where(indicator => indicator.Statistic is not (IndicatorStatistic.Finding or IndicatorStatistic.Evaluation))];
        return [.. all.Dimensions().SelectMany(dimension => all._everyone
            .GroupBy(dimension.GroupOf, StringComparer.Ordinal).Where(group => group.Key.Length > 0).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (dimension.Name, Group: group.Key, Baselines: new IndicatorBaselines(all, [.. group]))))
            .SelectMany(group => answered.Select(indicator => (group, indicator, Value: group.Baselines.Value(indicator))))
            .Where(one => one.Value is { Firms: > 0 })
            .OrderBy(one => Array.IndexOf(answered, one.indicator))
            .Select(one => new IndicatorGroup(one.group.Name, one.group.Group, new IndicatorValue(
                one.indicator.Id, one.indicator.Version, one.Value!.Value.Estimate, one.Value.Value.Low, one.Value.Value.High, one.Value.Value.Firms)))];
    }

    // A dimension in which all firms are alike sets nothing apart.
    private IEnumerable<(string Name, Func<int, string> GroupOf)> Dimensions()
    {
        const string Apprentice = "F6";
        (double[] workers, string[] places) = (_findings.Study.Firms.Employment, _findings.Study.Firms.Places);
        double[]? apprentice = _survey?.AnswersTo(Apprentice);
        (string, Func<int, string>)[] all =
        [
            ("size", respondent => workers.Length > 0 && workers[_survey!.Firms[respondent]] >= 1 ? SizeClass.Of(workers[_survey.Firms[respondent]]) : ""),
            ("place", respondent => places.Length > 0 ? places[_survey!.Firms[respondent]] : ""),
            ("apprenticeship", respondent => apprentice?[respondent] switch { 1 => "owner was apprentice", 0 => "owner was not", _ => "" }),
        ];
        return all.Where(dimension => _everyone.Select(dimension.Item2).Where(group => group.Length > 0).Distinct().Count() > 1);
    }

    private (double Estimate, double Low, double High, int Firms)? Value(Indicator indicator) => indicator.Statistic switch
    {
        IndicatorStatistic.Mean => Mean(MeanOf(Answers(indicator))),
        IndicatorStatistic.Median => Median(Answers(indicator)),
        IndicatorStatistic.ShareAny => Share(ShareOf(Answers(indicator), answers => answers.Any(answer => answer > 0))),
        IndicatorStatistic.ShareNone => Share(ShareOf(Answers(indicator), answers => answers.All(answer => answer == 0))),
        IndicatorStatistic.Score => Mean(ScoreOf(indicator.Items[0])),
        IndicatorStatistic.Evaluation when _findings.Programme is { Evaluation.Arms: [{ } took, ..] } => (took.Estimate, took.Low, took.High, took.Firms),
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
    private (double, double, double, int)? Median(double[][] answers) =>
        answers.Length == 0 ? null : MedianOf([.. _everyone.Select(respondent => answers[0][respondent])]);

    private static (double, double, double, int)? MedianOf(double[] values)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
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
            _ => OfWaves(name, nodes) ?? OfAnswers(name),
        };
    }

    private (double, double, double, int)? OfWaves(string name, int nodes) => name switch
    {
        "network.openness" when _findings.Ties?.System is { } system && !double.IsNaN(system.Openness) => (
            system.Openness, double.NaN, double.NaN, nodes),
        "network.new_ties" when _findings.Ties?.Waves is [.., { } last] && last.Ties.FirmsAfter > 0 => (
            last.Ties.Created / (double)last.Ties.FirmsAfter, double.NaN, double.NaN, last.Ties.FirmsAfter),
        "network.roles_kept" when _findings.Ties?.Waves is [.., { } last] && last.Roles.Persistence.Total > 0 => (
            last.Roles.Persistence.Share, last.Roles.Persistence.Low, last.Roles.Persistence.High, last.Roles.Persistence.Total),
        _ => null,
    };

    private (double, double, double, int)? OfAnswers(string name) => name switch
    {
        "ladder.intermediate_share" => ShareOfDepth(depth => depth >= 2),
        "ladder.share_at_0" => ShareOfDepth(depth => depth == 0),
        "ladder.share_at_1" => ShareOfDepth(depth => depth == 1),
        "ladder.share_from_3" => ShareOfDepth(depth => depth >= 3),
        "effort.spending_per_worker" => Spending(),
        _ => null,
    };

    private (double, double, double, int)? Spending()
    {
        if (_survey is null)
        {
            return null;
        }

        MonetisedEffortResult spent = MonetisedEffort.Estimate(
            _survey, _findings.Study.Firms.Employment, new MonetisedEffortOptions { DailyWage = _findings.Study.Settings.DailyWage });
        return spent.Gap == MonetisedEffortGap.None ? MedianOf([.. spent.Values.Select(value => Math.Exp(value) - 1)]) : null;
    }

    // Levels that do not follow the order of the ladder are told nowhere.
    private (double, double, double, int)? ShareOfDepth(Func<int, bool> holds)
    {
        if (_findings.Ladders is not { LevelsAreReproducible: true, Ladders.Count: > 0 } ladders)
        {
            return null;
        }

        HashSet<int> surveyed = [.. _survey!.Firms];
        int[] depths = [.. ladders.Ladders.Where(ladder => surveyed.Contains(ladder.Firm)).Select(ladder => ladder.Ladder.Depth)];
        int firms = depths.Length;
        double share = depths.Count(holds) / (double)firms;
        (double low, double high) = WilsonInterval.Of(share, firms, NormalQuantiles.TwoSided95);
        return (share, low, high, firms);
    }
}

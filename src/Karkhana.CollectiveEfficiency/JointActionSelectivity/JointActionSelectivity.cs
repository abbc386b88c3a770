using Karkhana.Core.Errors;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;
using Karkhana.Data.Surveys;
using Karkhana.Methods;

namespace Karkhana.CollectiveEfficiency;

/// <summary>The share of firms that take part in each joint action, by group.</summary>
public static class JointActionSelectivity
{
    private const string Any = "any";
    private const string All = "all";
    private const string Source = "Nadvi 1999, doi:10.1016/S0305-750X(99)00078-9; Wilson 1927, doi:10.1080/01621459.1927.10502953; framework 1.5";

    /// <summary>Counts who takes part.</summary>
    /// <remarks>
    /// A firm takes part in a joint action when its level (0 to 3) is at least the least level; in any, when it does in one
    /// of those on which it answered. Share: weighted by the sampling weights; Wilson's interval with the effective number of
    /// firms (Σw)²/Σw². Groups are told apart, not compared: their intervals say how sure each share is. Cost: firms ×
    /// joint actions. Source: framework 1.5; Wilson 1927, doi:10.1080/01621459.1927.10502953.
    /// </remarks>
    /// <param name="survey">The survey.</param>
    /// <param name="groups">The group of each respondent: clustered or dispersed, a size class; null is not known.</param>
    /// <param name="options">From which level a firm takes part.</param>
    /// <returns>One row per joint action that was asked and group, all firms first.</returns>
    public static JointActionSelectivityResult Estimate(
        Survey survey, IReadOnlyList<string?> groups, JointActionSelectivityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(groups);
        Require.SameLength(survey.Respondents, groups.Count, nameof(groups));
        options ??= new JointActionSelectivityOptions();
        (string Construct, double[] Levels)[] actions = [.. JointActionGroup.All.SelectMany(group => group.Constructs).Distinct().Order(StringComparer.Ordinal)
            .Select(construct => (construct, ConstructLevels.LevelsOf(survey, construct)))
            .Where(action => action.Item2.Any(level => !double.IsNaN(level)))];
        (string, double[])[] all = actions.Length == 0 ? [] : [.. actions, (Any, Greatest([.. actions.Select(action => action.Levels)]))];
        string[] names = [.. groups.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        return new JointActionSelectivityResult
        {
            Rows = [.. all.SelectMany(action => names.Prepend(All).Select(
                (name, i) => RowOf(survey, action, name, i == 0 ? null : name, groups, options)))],
            Notes = actions.Length > 0 ? [] :
            [
                new Note(
                    "not-measured", Severity.Information,
                    "Joint action was not asked: items of the constructs JA01 to JA07 on a closed scale would show who takes part."),
            ],
            Provenance = new Provenance(
                "collective-efficiency.joint-action-selectivity",
                FormattableString.Invariant($"least_level = {options.LeastLevel}, confidence = {options.Confidence}"), Source),
        };
    }

    private static double[] Greatest(double[][] levels) => [.. Enumerable.Range(0, levels[0].Length).Select(
        firm => levels.Select(own => own[firm]).Where(level => !double.IsNaN(level)).DefaultIfEmpty(double.NaN).Max())];

    private static SelectivityRow RowOf(
        Survey survey, (string Construct, double[] Levels) action, string name, string? group, IReadOnlyList<string?> groups,
        JointActionSelectivityOptions options)
    {
        int[] firms = [.. Enumerable.Range(0, survey.Respondents).Where(
            firm => !double.IsNaN(action.Levels[firm]) && (group is null || groups[firm] == group))];
        WeightedMean share = WeightedMean.Of(survey, firms, firm => action.Levels[firm] >= options.LeastLevel ? 1 : 0);
        (double low, double high) = WilsonInterval.Of(
            share.Mean, share.EffectiveNumber, DistributionQuantiles.TwoSidedNormal(options.Confidence));
        return new SelectivityRow(action.Construct, name, share.Number, share.Mean, low, high);
    }
}

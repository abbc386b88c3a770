using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;

namespace Karkhana.CollectiveEfficiency;

/// <summary>The level of each external economy and joint action as the surveyed firms report it.</summary>
/// <param name="Constructs">The ids: <c>EE01</c>, <c>JA05</c>.</param>
/// <param name="Levels">The mean level, 0 to 3.</param>
/// <param name="StandardErrors">The standard error of each mean over firms; NaN with one firm.</param>
/// <param name="Firms">The firms that answered.</param>
public sealed record ConstructLevels(
    IReadOnlyList<string> Constructs, IReadOnlyList<double> Levels, IReadOnlyList<double> StandardErrors, IReadOnlyList<int> Firms)
{
    private const double Highest = 3;

    /// <summary>Averages the answers to items with a closed scale, brought to 0 to 3.</summary>
    /// <remarks>
    /// 3·(x − min)/(max − min), turned round for reverse items; items with an open scale (numbers, days) have no level
    /// and are
    /// left out. The firm's level is the mean over its items of the construct. Weighted by the sampling weights.
    /// </remarks>
    /// <param name="survey">The survey.</param>
    /// <param name="respondents">Positions of the respondents that count.</param>
    /// <returns>One level per construct whose items allow it.</returns>
    public static ConstructLevels Of(Survey survey, IReadOnlyList<int> respondents)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(respondents);
        string[] constructs = [.. survey.Items.Select(item => item.Construct).Where(AdvantageIds.IsAdvantage).Where(
            id => !id.StartsWith("DE", StringComparison.Ordinal))
            .Distinct().Order(StringComparer.Ordinal)];
        List<(string Construct, double Level, double Error, int Firms)> rows = [];
        foreach (string construct in constructs)
        {
            double[] levels = LevelsOf(survey, construct);
            WeightedMean level = WeightedMean.Of(
                survey, [.. respondents.Where(respondent => !double.IsNaN(levels[respondent]))], respondent => levels[respondent]);
            if (level.Number > 0)
            {
                rows.Add((construct, level.Mean, level.StandardError, level.Number));
            }
        }

        return new ConstructLevels(
            [.. rows.Select(row => row.Construct)], [.. rows.Select(row => row.Level)], [.. rows.Select(row => row.Error)], [.. rows.Select(row => row.Firms)]);
    }

    /// <summary>Gives the levels of the constructs whose id begins so.</summary>
    /// <param name="prefix">EE or JA.</param>
    /// <returns>The levels.</returns>
    public IReadOnlyList<double> Of(string prefix) =>
        [.. Levels.Where((_, i) => Constructs[i].StartsWith(prefix, StringComparison.Ordinal))];

    /// <summary>Gives one row per construct.</summary>
    /// <returns>The table <c>collective_efficiency_levels</c>.</returns>
    public Table ToTable() => Table.Of(
        "collective_efficiency_levels",
        Column.Of(
            "construct", Constructs.Select(id => (string?)id), "Advantage",
            "External economy (EE) or joint action (JA)."),
        Column.Of("n", Firms, "Firms", "", "Firms that answered."),
        Column.Of(
            "estimate", Levels, "Level", "0 to 3", "Mean level that firms report: 0 absent, 3 high.",
            recommended: true),
        Column.Of("std_error", StandardErrors, "Standard error", "0 to 3", "Standard error of the mean over firms."));

    /// <summary>Gives the level of each respondent, 0 to 3; NaN without an answer on a closed scale.</summary>
    internal static double[] LevelsOf(Survey survey, string construct)
    {
        int[] items = [.. survey.ItemsOf(construct).Where(item => survey.Items[item].IsClosed)];
        return [.. Enumerable.Range(0, survey.Respondents).Select(respondent => LevelOf(survey, items, respondent))];
    }

    /// <summary>Gives the level of an answer on a closed scale, 0 to 3.</summary>
    internal static double LevelOf(SurveyItem item, double answer) => Highest * item.ShareOfScale(answer);

    private static double LevelOf(Survey survey, int[] items, int respondent) => ConstructMeans.MeanOfKnown(
        items.Select(item => LevelOf(survey.Items[item], survey.Answers[item][respondent])));
}

using Karkhana.Data.Surveys;

namespace Karkhana.Tests;

/// <summary>Surveys for tests; respondent i is firm i of the register unless said otherwise.</summary>
internal static class SampleSurveys
{
    public static SurveyItem Item(
        string id, string construct, double minimum = double.NaN, double maximum = double.NaN, bool reverse = false, string function = "", int complexity = 0) =>
        new(id, id[..1], construct, "", minimum, maximum, reverse, function, complexity, new Dictionary<string, string>());

    public static Survey Of(params (SurveyItem Item, double[] Answers)[] columns) => Of([.. Enumerable.Range(0, columns[0].Answers.Length)], columns);

    public static Survey Of(int[] firms, params (SurveyItem Item, double[] Answers)[] columns) => new(
        [.. columns.Select(column => column.Item)],
        firms,
        [.. columns.Select(column => column.Answers)],
        [.. columns.Select(column => column.Answers.Select(answer => double.IsNaN(answer) ? MissingCode.DontKnow : MissingCode.Present).ToArray())],
        [.. firms.Select(_ => 1.0)],
        []);

    public static string[] Ids(int firms) => [.. Enumerable.Range(0, firms).Select(firm => $"F{firm}")];
}

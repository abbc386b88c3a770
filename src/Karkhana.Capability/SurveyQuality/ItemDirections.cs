using System.Text.Json;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>Finds items whose answers run against their construct, such as a reverse item that is not marked as
/// one.</summary>
public static class ItemDirections
{
    private const int LeastItems = 3; // with two items nobody can say which of them is turned round

    // Several causes of one thing need not go together, so nothing follows when they do not.
    private static readonly string[] NotScales = ["mechanism", "mechanism_wanted", "control", "firm_profile", "business_environment"];

    /// <summary>Judges the items of each construct with at least three items that vary.</summary>
    /// <remarks>
    /// r = correlation of an item with the sum of the other items of its construct, each standardised and turned as the
    /// codebook says, over firms that answered all (<see cref="CronbachAlpha"/>). Upper end of the interval: tanh(atanh r +
    /// 1.96/√(n − 3)). Below 0 the item goes against its construct. Attention checks and collections of causes (control,
    /// mechanism, firm_profile, business_environment) are not judged. Cost: items² × firms by construct. Source: Lord and
    /// Novick 1968, Statistical Theories of Mental Test Scores; Fisher 1921, Metron 1: 3–32, for the interval.
    /// </remarks>
    /// <param name="survey">The survey.</param>
    /// <param name="options">The least number of complete answers.</param>
    /// <returns>One entry per item that can be judged.</returns>
    public static IReadOnlyList<ItemDirection> Estimate(Survey survey, SurveyQualityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(survey);
        options ??= new SurveyQualityOptions();
        string[] constructs = [.. survey.Items.Where(item => !item.IsAttentionCheck).Select(item => item.Construct)
            .Distinct(StringComparer.Ordinal).Where(construct => construct.Length > 0 && !NotScales.Contains(construct))];
        return [.. constructs.SelectMany(construct => OfConstruct(survey, construct, options))];
    }

    /// <summary>Gives the verdicts as a table.</summary>
    /// <param name="directions">The verdicts.</param>
    /// <returns>The table <c>item_directions</c>.</returns>
    public static Table ToTable(IReadOnlyList<ItemDirection> directions) => Table.Of(
        "item_directions",
        Column.Of("item", directions.Select(entry => (string?)entry.Item.Id), "Item", "Item of the codebook."),
        Column.Of("construct", directions.Select(entry => (string?)entry.Item.Construct), "Construct", "What it measures."),
        Column.Of("reverse", directions.Select(entry => entry.Item.Reverse), "Reverse", "Direction as the codebook states it."),
        Column.Of("n", directions.Select(entry => entry.Firms), "Firms", "", "Firms that answered all items of the construct."),
        Column.Of(
            "item_rest_correlation", directions.Select(entry => entry.ItemRestCorrelation), "Item-rest r", "",
            "Correlation with the sum of the other items of the construct.", recommended: true),
        Column.Of(
            "conf_high", directions.Select(entry => entry.ConfidenceHigh), "High", "", "Upper end of the 95 % interval."),
        Column.Of(
            "verdict", directions.Select(entry => (string?)JsonNamingPolicy.SnakeCaseLower.ConvertName(entry.Verdict.ToString())),
            "Direction", "as_stated, doubtful (negative, by no more than chance) or against."));

    private static IEnumerable<ItemDirection> OfConstruct(Survey survey, string construct, SurveyQualityOptions options)
    {
        int[] items = survey.ItemsOf(construct);
        ItemResponses complete = new ItemResponses(
            [.. items.Select(item => survey.Items[item].Id)], [.. items.Select(item => survey.Answers[item])]).Complete();
        int[] varying = [.. Enumerable.Range(0, items.Length).Where(i => complete.Answers[i].Distinct().Take(2).Count() == 2)];
        if (varying.Length < LeastItems || complete.Respondents < options.LeastComplete)
        {
            yield break;
        }

        CronbachAlphaResult alpha = CronbachAlpha.Estimate(new ItemResponses(
            [.. varying.Select(i => complete.Items[i])],
            [.. varying.Select(i => Turned(survey.Items[items[i]], complete.Answers[i]))]));
        for (int i = 0; i < varying.Length; i++)
        {
            double correlation = alpha.ItemRestCorrelation[i];
            (_, double high) = FirmCorrelation.Limits(correlation, complete.Respondents);
            yield return new ItemDirection(survey.Items[items[varying[i]]], complete.Respondents, correlation, high);
        }
    }

    private static double[] Turned(SurveyItem item, double[] answers)
    {
        double[] scores = Standard.Scores(answers);
        return item.Reverse ? [.. scores.Select(score => -score)] : scores;
    }
}

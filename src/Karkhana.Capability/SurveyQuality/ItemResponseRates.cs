using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;

namespace Karkhana.Capability;

/// <summary>How each item was answered, the reasons for what is not there kept apart.</summary>
public static class ItemResponseRates
{
    /// <summary>Counts the answers to each item.</summary>
    /// <remarks>Non-response = (don't know + refused)/(answered + don't know + refused): a question that was not put or
    /// does not apply says nothing about the willingness to answer. With sampling weights each item comes a second time
    /// with sums of weights. Cost: items × firms. Source: AAPOR 2023, Standard Definitions, 10th ed., on item
    /// non-response.</remarks>
    /// <param name="survey">The survey.</param>
    /// <returns>The counts, and the sums of weights when there are any.</returns>
    public static IReadOnlyList<ItemResponseCount> Estimate(Survey survey)
    {
        ArgumentNullException.ThrowIfNull(survey);
        bool weighted = survey.Weights.Any(weight => weight != 1);
        return
        [
            .. Enumerable.Range(0, survey.Items.Count).SelectMany(item => weighted
                ? (ItemResponseCount[])[Count(survey, item, weighted: false), Count(survey, item, weighted: true)]
                : [Count(survey, item, weighted: false)]),
        ];
    }

    /// <summary>Gives the counts as a table.</summary>
    /// <param name="counts">The counts.</param>
    /// <returns>The table <c>item_response</c>.</returns>
    public static Table ToTable(IReadOnlyList<ItemResponseCount> counts) => Table.Of(
        "item_response",
        Column.Of("item", counts.Select(count => (string?)count.Item.Id), "Item", "Item of the codebook."),
        Column.Of("block", counts.Select(count => (string?)count.Item.Block), "Block", "Block of the questionnaire."),
        Column.Of("construct", counts.Select(count => (string?)count.Item.Construct), "Construct", "What it measures."),
        Column.Of(
            "weighting", counts.Select(count => count.Weighted ? "sampling weights" : "none"), "Weighting",
            "Whether firms are counted or their sampling weights added up."),
        Column.Of(
            "n", counts.Select(count => count.Firms), "Firms", "", "Firms that it was put to and applies to, counted."),
        Column.Of("asked", counts.Select(count => count.Asked), "Asked", "", "The question was put."),
        Column.Of("answered", counts.Select(count => count.Answered), "Answered", "", "The answer is there."),
        Column.Of("not_asked", counts.Select(count => count.NotAsked), "Not asked", "", "The question was not put."),
        Column.Of(
            "not_applicable", counts.Select(count => count.NotApplicable), "Not applicable", "",
            "The question does not apply."),
        Column.Of("dont_know", counts.Select(count => count.DontKnow), "Don't know", "", "The firm does not know."),
        Column.Of("refused", counts.Select(count => count.Refused), "Refused", "", "The firm would not say."),
        Column.Of(
            "nonresponse_rate", counts.Select(count => count.NonresponseRate), "Non-response", "share",
            "Don't know and refused, of those that it was put to and applies to.", recommended: true));

    private static ItemResponseCount Count(Survey survey, int item, bool weighted)
    {
        MissingCode[] codes = survey.Missing[item];
        double Of(MissingCode wanted)
        {
            double[] counted = [.. Enumerable.Range(0, codes.Length).Where(i => codes[i] == wanted).Select(
                i => weighted ? survey.Weights[i] : 1)];
            return Sums.Sum(counted);
        }

        return new ItemResponseCount(
            survey.Items[item], weighted, codes.Count(code => code is not (MissingCode.NotAsked or MissingCode.NotApplicable)),
            Of(MissingCode.Present), Of(MissingCode.NotAsked), Of(MissingCode.NotApplicable), Of(MissingCode.DontKnow),
            Of(MissingCode.Refused));
    }
}

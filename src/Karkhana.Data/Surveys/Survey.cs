using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;

namespace Karkhana.Data.Surveys;

/// <summary>The answers of the surveyed firms; one row per firm that answered.</summary>
/// <param name="Items">The items of the codebook that the file has a column for.</param>
/// <param name="Firms">The position of each answering firm in the register.</param>
/// <param name="Answers">The answers by item, then by answering firm; NaN when not there.</param>
/// <param name="Missing">Why an answer is not there, by item, then by answering firm.</param>
/// <param name="Weights">The sampling weight of each answering firm; 1 when the study gives none.</param>
/// <param name="Synthetic">Whether each row is synthetic; empty when none is.</param>
public sealed record Survey(
    IReadOnlyList<SurveyItem> Items,
    int[] Firms,
    IReadOnlyList<double[]> Answers,
    IReadOnlyList<MissingCode[]> Missing,
    double[] Weights,
    bool[] Synthetic)
{
    /// <summary>Gets the code of the interviewer of each answering firm.</summary>
    /// <value>Empty, the default, when the study does not say; an empty text where it is not known.</value>
    public string[] Interviewers { get; init; } = [];

    /// <summary>Gets how many minutes each interview took.</summary>
    /// <value>Empty, the default, when the study does not say; NaN where it is not known.</value>
    public double[] Minutes { get; init; } = [];

    /// <summary>Gets the second interviews of firms that were visited twice; they serve to judge the first ones and
    /// enter no score.</summary>
    /// <value>Null, the default, when the study declares no visits.</value>
    public Survey? SecondVisits { get; init; }

    /// <summary>Gets the number of firms that answered.</summary>
    public int Respondents => Firms.Length;

    /// <summary>Finds an item.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The position of the item, or −1 when the survey does not have it.</returns>
    public int Find(string id)
    {
        for (int i = 0; i < Items.Count; i++)
        {
            if (Items[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Gives the answers to an item.</summary>
    /// <param name="id">The id.</param>
    /// <returns>One answer per answering firm, NaN when not there; null when the survey does not have the
    /// item.</returns>
    public double[]? AnswersTo(string id) => Find(id) is int item and >= 0 ? Answers[item] : null;

    /// <summary>Gives the positions of the items that measure a construct, in codebook order, attention checks left
    /// out.</summary>
    /// <param name="construct">The construct.</param>
    /// <returns>The positions.</returns>
    public int[] ItemsOf(string construct) =>
        [.. Enumerable.Range(0, Items.Count).Where(item => Items[item].Construct == construct && !Items[item].IsAttentionCheck)];

    /// <summary>Gives the answers to an item on [0, 1]: the share of a closed scale, else the rank (rank − ½)/n among the
    /// respondents; turned round for reverse items.</summary>
    /// <param name="item">The position of the item.</param>
    /// <returns>One value per answering firm, NaN when not there.</returns>
    public double[] UnitAnswers(int item)
    {
        SurveyItem described = Items[item];
        if (described.IsClosed)
        {
            return [.. Answers[item].Select(described.ShareOfScale)];
        }

        double[] ranks = Ranks.Normalise(Answers[item]);
        return described.Reverse ? [.. ranks.Select(rank => 1 - rank)] : ranks;
    }

    /// <summary>Puts one value per answering firm at its place among all firms of the register.</summary>
    /// <param name="values">One value per answering firm.</param>
    /// <param name="firms">The number of firms of the register.</param>
    /// <returns>One value per firm; NaN for those that did not answer.</returns>
    public double[] OverRegister(IReadOnlyList<double> values, int firms)
    {
        Require.SameLength(Respondents, values?.Count ?? 0, nameof(values));
        double[] all = new double[firms];
        Array.Fill(all, double.NaN);
        for (int respondent = 0; respondent < Respondents; respondent++)
        {
            all[Firms[respondent]] = values![respondent];
        }

        return all;
    }

    /// <summary>Keeps the answers of some firms.</summary>
    /// <param name="firms">The positions of the firms in the register.</param>
    /// <returns>The smaller survey, or null when none of them answered.</returns>
    public Survey? Of(IReadOnlyCollection<int> firms)
    {
        HashSet<int> wanted = [.. firms];
        int[] kept = [.. Enumerable.Range(0, Respondents).Where(respondent => wanted.Contains(Firms[respondent]))];
        return kept.Length == 0 ? null : Keep(kept) with { SecondVisits = SecondVisits?.OfAny(wanted) };
    }

    private Survey OfAny(HashSet<int> firms) =>
        Keep([.. Enumerable.Range(0, Respondents).Where(respondent => firms.Contains(Firms[respondent]))]);

    private Survey Keep(int[] kept)
    {
        T[] Of<T>(T[] values) => values.Length == 0 ? [] : [.. kept.Select(respondent => values[respondent])];
        return new Survey(
            Items, Of(Firms), [.. Answers.Select(Of)], [.. Missing.Select(Of)], Of(Weights), Of(Synthetic))
        {
            Interviewers = Of(Interviewers),
            Minutes = Of(Minutes),
        };
    }
}

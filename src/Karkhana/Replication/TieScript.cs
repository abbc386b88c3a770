using Karkhana.Core.Tables;
using Karkhana.Diagnosis;
using Karkhana.Learning;
using Karkhana.Methods.Networks;

namespace Karkhana.Replication;

/// <summary>Writes the models of who gives knowledge to whom in R.</summary>
internal static class TieScript
{
    private static readonly ModelScript Model = new("knowledge_ties", "Between which firms of a place knowledge is passed on");

    /// <summary>Gives the script, or why there is none.</summary>
    public static ModelScript Of(KnowledgeModels? knowledge) => knowledge?.Inputs is not { } inputs
        ? Model with { Reason = "there is no knowledge network of surveyed firms" }
        : Of([.. knowledge.Ties.Zip(inputs.Pairs, (place, pairs) => (place.Place, pairs, place.Ties))]);

    /// <summary>Gives the same from what the models read and found.</summary>
    public static ModelScript Of(IReadOnlyList<(string Place, KnowledgeTieSample Pairs, KnowledgeTiesResult Found)> places)
    {
        (string Place, KnowledgeTieSample Pairs, NetworkRegressionResult Found)[] estimated =
            [.. places.Where(place => place.Found.Regression is not null).Select(place => (place.Place, place.Pairs, place.Found.Regression!))];
        if (estimated.Length == 0)
        {
            string reasons = string.Join(" ", places.SelectMany(place => place.Found.Notes.Select(note => note.Text)).Distinct());
            return Model with { Reason = reasons.Length > 0 ? reasons : "no place has enough firms that answered" };
        }

        NamesInR names = new();
        return Model.With(
            [.. estimated.Select(place => Call(place.Place, place.Found, names.Of))],
            [($"{Model.Name}.csv", Pairs(estimated, names))],
            plausible: "");
    }

    private static string Call(string place, NetworkRegressionResult found, Func<string, string> nameOf) =>
        $"""
        repeat_ties({CoefficientText.Quoted(place)}, {CoefficientText.Of(
            [.. found.Terms.Select(term => CoefficientText.Term(term, nameOf))],
            ("estimate", found.Estimates), ("std_error", found.StandardErrors),
            ("df", [.. found.Terms.Select(_ => double.PositiveInfinity)]), ("p_value", found.PValues))})
        """;

    private static Table Pairs((string Place, KnowledgeTieSample Pairs, NetworkRegressionResult Found)[] places, NamesInR names)
    {
        List<(string Place, int From, int To, double Tie)> rows = [];
        string[] terms = [.. places.SelectMany(place => place.Found.Terms.Skip(1)).Distinct()];
        List<double>[] columns = [.. terms.Select(_ => new List<double>())];
        foreach ((string place, KnowledgeTieSample pairs, NetworkRegressionResult found) in places)
        {
            Dictionary<string, DyadMatrix> values = pairs.ToTerms().Where(term => found.Terms.Contains(term.Name)).ToDictionary(term => term.Name, term => term.Pairs, StringComparer.Ordinal);
            for (int cell = 0; cell < pairs.Ties.Count * pairs.Ties.Count; cell++)
            {
                (int from, int to) = (cell / pairs.Ties.Count, cell % pairs.Ties.Count);
                if (from != to)
                {
                    rows.Add((place, from + 1, to + 1, pairs.Ties[from, to]));
                    for (int term = 0; term < terms.Length; term++)
                    {
                        columns[term].Add(values.TryGetValue(terms[term], out DyadMatrix? own) ? own[from, to] : double.NaN);
                    }
                }
            }
        }

        return Table.Of("pairs",
        [
            Column.Of("place", rows.Select(row => (string?)row.Place)),
            Column.Of("from", rows.Select(row => row.From)),
            Column.Of("to", rows.Select(row => row.To)),
            Column.Of("tie", rows.Select(row => row.Tie)),
            .. terms.Select((term, i) => (Column)Column.Of(names.Of(term), columns[i])),
        ]);
    }
}

using Karkhana.Core.Tables;
using Karkhana.Diagnosis;
using Karkhana.Learning;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Replication;

/// <summary>Writes growth and entry, and innovations of regions, in R.</summary>
internal static class GrowthScript
{
    private const string NoData = "the study does not hold the data that it needs";

    private static readonly ModelScript Growth = new("cluster_growth", "Growth and entry of firms against the employment around them");
    private static readonly ModelScript Production = new("knowledge_production", "Innovations of regions against what went into them");

    /// <summary>Gives both scripts, or why there are none.</summary>
    public static IEnumerable<ModelScript> Of(GrowthModels? models)
    {
        yield return models?.Growth is { } growth
            ? Of(growth, models.GrownRows, models.EnteredRows)
            : Growth with { Reason = models?.GrowthReason ?? NoData };
        yield return models?.Production is { } production
            ? Of(production, models.ProductionRows!)
            : Production with { Reason = models?.ProductionReason ?? NoData };
    }

    /// <summary>Gives growth and entry from what the models read and found.</summary>
    public static ModelScript Of(ClusterGrowthResult result, ClusterGrowthRows? grown, ClusterGrowthRows? entered)
    {
        (string Model, ClusterGrowthRows Rows, CoefficientTable Found)[] parts =
        [
            .. result.Growth is { } growth ? [("growth", grown!, growth)] : Array.Empty<(string, ClusterGrowthRows, CoefficientTable)>(),
            .. result.Entry is { } entry ? [("entry", entered!, entry)] : Array.Empty<(string, ClusterGrowthRows, CoefficientTable)>(),
        ];
        IEnumerable<double> Numbers(Func<ClusterGrowthRows, IReadOnlyList<double>> of) => parts.SelectMany(part => of(part.Rows));
        IEnumerable<string?> Codes(Func<ClusterGrowthRows, IReadOnlyList<string>> of, string kind) => parts.SelectMany(part => Coded(of(part.Rows), kind));
        Table rows = Table.Of(
            "cluster_growth",
            Column.Of("model", parts.SelectMany(part => Enumerable.Repeat((string?)part.Model, part.Rows.Outcome.Count))),
            Column.Of("unit", Codes(own => own.Units, "unit")),
            Column.Of("place", Codes(own => own.Places, "place")),
            Column.Of("period", Numbers(own => own.Periods)),
            Column.Of("outcome", Numbers(own => own.Outcome)),
            Column.Of("own", Numbers(own => own.Own)),
            Column.Of("other", Numbers(own => own.Other)));
        return Growth.With([.. parts.Select(part => $"""
            check(repeat_growth("{part.Model}", terms = {CoefficientText.Vector(part.Found.Terms)}, effects = c("unit", "period"),
              counts = {(part.Model == "entry" ? "TRUE" : "FALSE")}), {CoefficientText.Of(part.Found, term => term)}, "{part.Model}")
            """)], [($"{Growth.Name}.csv", rows)], plausible: "");
    }

    /// <summary>Gives innovations from what the model read and found.</summary>
    public static ModelScript Of(KnowledgeProductionResult result, KnowledgeProductionSample sample)
    {
        NamesInR names = new();
        string[] inputs = [.. sample.Inputs.Keys.Order(StringComparer.Ordinal)];
        Table rows = Table.Of("knowledge_production",
        [
            Column.Of("region", Coded(sample.Regions, "region")),
            .. sample.Industries is { } industries ? [Column.Of("industry", Coded(industries, "industry"))] : Array.Empty<Column>(),
            Column.Of("innovations", sample.Innovations),
            .. inputs.Select(input => (Column)Column.Of(names.Of(input), sample.Inputs[input])),
        ]);
        string NameOf(string term) => CoefficientText.Term(term, own =>
            own.StartsWith("ln_", StringComparison.Ordinal) || own.StartsWith("no_", StringComparison.Ordinal) ? own[..3] + names.Of(own[3..]) : own);
        string Call(string counts, CoefficientTable found) => $"""
            check(repeat_production({counts}, inputs = {CoefficientText.Vector(inputs.Select(names.Of))},
              terms = {CoefficientText.Vector(found.Terms.Select(NameOf))}), {CoefficientText.Of(found, NameOf)}, "{(counts == "TRUE" ? "expected count" : "logarithm")}")
            """;
        IEnumerable<string> logarithms = result.Logarithms is { } found ? [Call("FALSE", found)] : [];
        return Production.With([Call("TRUE", result.Counts), .. logarithms], [($"{Production.Name}.csv", rows)], plausible: "");
    }

    // Numbers in place of names: which firm or place it is, the model does not ask.
    private static IEnumerable<string?> Coded(IReadOnlyList<string> names, string kind)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (!numbers.TryGetValue(name, out int number))
            {
                numbers.Add(name, number = numbers.Count + 1);
            }

            yield return FormattableString.Invariant($"{kind} {number}");
        }
    }
}

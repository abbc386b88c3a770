using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Documents;
using Karkhana.Core.Inference;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.Sections;

/// <summary>Indices of the literature on clusters, part by part.</summary>
internal static class ConceptSection
{
    public static Section Compose(Findings findings)
    {
        ConceptIndexResult[] measured = [.. (findings.Ties?.Concepts ?? []).Where(concept => concept.Parts.Any(IsShown))];
        if (measured.Length == 0)
        {
            return new Section("concepts", [new ParagraphBlock([Sentence.Of("concepts.none")], Tone.Caution)]);
        }

        List<Block> blocks = [new ParagraphBlock([Sentence.Of("concepts.reading")]), Dots(measured)];
        if (measured.FirstOrDefault(concept => concept.Definition.Name == "regional_innovation_system") is { } system)
        {
            blocks.Add(Failure(system));
        }

        blocks.Add(new TableBlock(Shown(findings.Ties!.ToConcepts()), Sentence.Of("concepts.table")));
        Sentence[] needs = [.. findings.Ties.Concepts.Where(concept => !concept.Index.IsMeasured).Select(concept => Sentence.Of(
            "concepts.needs", ("concept", Name(concept)), ("needs", concept.Index.Needs)))];
        if (needs.Length > 0)
        {
            blocks.Add(new ParagraphBlock([Sentence.Of("concepts.not_whole")], Tone.Caution));
            blocks.Add(new ListBlock(needs));
        }

        return new Section("concepts", blocks);
    }

    // A part whose interval holds a limit does not say on which side of it the system lies.
    private static ParagraphBlock Failure(ConceptIndexResult system)
    {
        ConceptIndexOptions limits = new();
        string[] near = [.. system.Parts.Where(part => new[] { limits.Little, limits.Much }.Any(
            limit => Math.Abs(part.Estimate - limit) <= NormalQuantiles.TwoSided95 * part.StandardError)).Select(part => part.Part)];
        return near.Length > 0 && system.Failure != SystemFailure.NotMeasured
            ? new ParagraphBlock([Sentence.Of("concepts.failure_unclear", ("parts", string.Join(", ", near)))], Tone.Caution)
            : new ParagraphBlock(
                [Sentence.Of($"concepts.failure_{Words.Of(system.Failure)}")], system.Failure == SystemFailure.NotMeasured ? Tone.Caution : Tone.Finding);
    }

    private static bool IsShown(ConceptValue value) => value.IsMeasured && value.Firms >= SmallCells.LeastFirms;

    private static string Name(ConceptIndexResult concept) => concept.Definition.Name.Replace('_', ' ');

    private static FigureBlock Dots(ConceptIndexResult[] concepts)
    {
        (string Concept, ConceptValue Part)[] parts = [.. concepts.SelectMany(
            concept => concept.Parts.Where(IsShown).Select(part => (Name(concept), part)))];
        double Limit(ConceptValue part, int side) => Math.Clamp(part.Estimate + (side * NormalQuantiles.TwoSided95 * part.StandardError), 0, 1);
        Table dots = Table.Of(
            "concept_dots",
            Column.Of("term", parts.Select(part => (string?)part.Part.Part.Replace('_', ' ')), "Part", "Part of an index."),
            Column.Of("group", parts.Select(part => (string?)part.Concept), "Index", "Name of the index."),
            Column.Of("n", parts.Select(part => part.Part.Firms), "Firms", "", "Firms behind it."),
            Column.Of("estimate", parts.Select(part => part.Part.Estimate), "Value", "0 to 1", "Value of the part.", recommended: true),
            Column.Of("conf_low", parts.Select(part => Limit(part.Part, -1)), "Low", "", "Lower limit, 95 %; missing where ties enter."),
            Column.Of("conf_high", parts.Select(part => Limit(part.Part, 1)), "High", "", "Upper limit, 95 %; missing where ties enter."));
        return new FigureBlock(
            "concept_parts", FigureKind.DotPlot, new Dictionary<string, Table> { ["dots"] = dots },
            Sentence.Of("concepts.caption"), Sentence.Of("concepts.alt", ("parts", parts.Length), ("concepts", concepts.Length)));
    }

    // Indicators are in the table that is written; the page shows the whole and its parts.
    private static Table Shown(Table concepts)
    {
        Table parts = TableRows.Where(concepts, row => concepts.Texts("indicator")[row]!.Length == 0);
        return Table.Of(
            parts.Name,
            parts["index"],
            Column.Of("part", parts.Texts("part").Select(part => part is { Length: > 0 } ? part : "whole"), "Part", parts["part"].Description),
            parts["n"],
            parts["estimate"],
            parts["std_error"]);
    }
}

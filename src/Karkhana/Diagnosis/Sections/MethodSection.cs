using Karkhana.Core.Documents;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.Sections;

/// <summary>Each method that was used, with its options and who described it.</summary>
internal static class MethodSection
{
    public static Section Compose(Findings findings)
    {
        Provenance?[] all =
        [
            findings.Concentration?.Provenance,
            .. findings.Location.Provenances,
            findings.LocationQuotients?.Provenance,
            findings.EllisonGlaeser?.Provenance,
            findings.Network?.Cohesion.Provenance,
            .. findings.Cooperation?.Provenances ?? [],
            findings.Network?.Stability.Provenance,
            findings.Network?.Peers.Provenance,
            .. findings.Ties?.Provenances ?? [],
            .. findings.Scores?.Constructs.Take(1).Select(scored => scored.Reliability.Provenance) ?? [],
            .. findings.Scores?.Constructs.Where(scored => scored.Latent is not null).Take(1).Select(scored => scored.Latent!.Model.Provenance) ?? [],
            .. findings.Ladders?.Ladders.Take(1).Select(ladder => ladder.Ladder.Provenance) ?? [],
            findings.Regressions?.Provenance,
        ];
        Provenance[] used = [.. all.OfType<Provenance>()];
        Table table = Table.Of(
            "methods",
            Column.Of(
                "method", used.Select(entry => (string?)entry.Method), "Method", "Id of the measure or procedure."),
            Column.Of("options", used.Select(entry => (string?)entry.Options), "Options", "Options that were set."),
            Column.Of("source", used.Select(entry => (string?)entry.Source), "Source", "Who described it."));
        return new Section("methods",
        [
            new ParagraphBlock([Sentence.Of("methods.framework")]),
            new TableBlock(table, Sentence.Of("methods.caption")),
            new TableBlock(findings.Location.ToNotes(), Sentence.Of("methods.notes_caption")),
        ]);
    }
}

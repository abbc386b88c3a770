using Karkhana.Capability;
using Karkhana.Core.Documents;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.Sections;

/// <summary>Each method that was used, with its options and who described it.</summary>
internal static class MethodSection
{
    public static Section Compose(Findings findings) => new("methods",
        [
            new ParagraphBlock([Sentence.Of("methods.framework")]),
            new TableBlock(Used(findings), Sentence.Of("methods.caption")),
            new TableBlock(findings.Location.ToNotes(), Sentence.Of("methods.notes_caption")),
        ]);

    /// <summary>Gives each method that was used.</summary>
    public static Table Used(Findings findings)
    {
        Provenance[] used = [.. OfPlaces(findings), .. OfTies(findings), .. OfScores(findings)];
        return Table.Of(
            "methods",
            Column.Of(
                "method", used.Select(entry => (string?)entry.Method), "Method", "Id of the measure or procedure."),
            Column.Of("options", used.Select(entry => (string?)entry.Options), "Options", "Options that were set."),
            Column.Of("source", used.Select(entry => (string?)entry.Source), "Source", "Who described it."));
    }

    private static IEnumerable<Provenance> OfPlaces(Findings findings) =>
    [
        .. Of(findings.Concentration?.Provenance), .. findings.Location.Provenances, .. Of(findings.LocationQuotients?.Provenance),
        .. Of(findings.EllisonGlaeser?.Provenance),
    ];

    private static IEnumerable<Provenance> OfTies(Findings findings) =>
    [
        .. findings.Cooperation?.Provenances ?? [], .. Of(findings.MakeOrBuy?.Provenance), .. Of(findings.Spillovers?.Provenance),
        .. findings.Network is { } network ? [network.Cohesion.Provenance, network.Stability.Provenance, network.Peers.Provenance] : Array.Empty<Provenance>(),
        .. findings.Ties?.Provenances ?? [],
    ];

    private static IEnumerable<Provenance> OfScores(Findings findings) =>
    [
        .. OfConstructs(findings.Scores?.Constructs ?? []),
        .. findings.Ladders?.Ladders.Take(1).Select(ladder => ladder.Ladder.Provenance) ?? [],
        .. Of(findings.Regressions?.Provenance),
        .. findings.Integration?.Provenances ?? [], .. findings.Growth?.Provenances ?? [], .. Of(findings.Programme?.Evaluation?.Provenance),
    ];

    private static IEnumerable<Provenance> OfConstructs(IReadOnlyList<ConstructScoreResult> constructs) =>
    [
        .. constructs.Take(1).Select(scored => scored.Reliability.Provenance),
        .. constructs.Where(scored => scored.Latent is not null).Take(1).Select(scored => scored.Latent!.Model.Provenance),
    ];

    private static IEnumerable<Provenance> Of(Provenance? one) => one is null ? [] : [one];
}

using Karkhana.Core.Documents;

namespace Karkhana.Diagnosis.Sections;

/// <summary>What changed in the knowledge network between waves of the survey.</summary>
internal static class WaveSection
{
    public static Section Compose(Findings findings)
    {
        if (findings.Network is null)
        {
            return new Section("network_change", []);
        }

        if (findings.Ties is not { Waves.Count: > 0 } ties)
        {
            return new Section("network_change", [new ParagraphBlock([Sentence.Of("network_change.one_wave")], Tone.Caution)]);
        }

        return new Section(
            "network_change",
            [
                new ListBlock([.. ties.Waves.Select(Said)]),
                new ParagraphBlock([Sentence.Of("network_change.reading")]),
                new TableBlock(WaveChange.ToTies(ties.Waves), Sentence.Of("network_change.ties_table")),
                new TableBlock(WaveChange.ToRoles(ties.Waves), Sentence.Of("network_change.roles_table")),
            ]);
    }

    // Waves may be years: no thousands.
    private static Sentence Said(WaveChange wave) => Sentence.Of(
        "network_change.between",
        ("before", FormattableString.Invariant($"{wave.Before}")), ("after", FormattableString.Invariant($"{wave.After}")),
        ("kept", wave.Ties.Kept), ("dropped", wave.Ties.Dropped), ("created", wave.Ties.Created), ("jaccard", wave.Ties.Jaccard),
        ("roles", wave.Roles.Persistence.Share), ("low", wave.Roles.Persistence.Low), ("high", wave.Roles.Persistence.High),
        ("firms", wave.Roles.Persistence.Total));
}

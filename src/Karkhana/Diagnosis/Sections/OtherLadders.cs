using Karkhana.Capability;
using Karkhana.Core.Documents;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.Sections;

/// <summary>What the same answers say on the other ladders of the literature, or on those of the study.</summary>
internal static class OtherLadders
{
    public static IEnumerable<Block> Compose(LadderProfilesResult profiles)
    {
        yield return new ParagraphBlock([Sentence.Of("capability.ladders"), Sentence.Of("capability.ladders_shared")]);
        string[] hidden = [.. profiles.Profiles.Where(profile => !profile.LevelsAreReproducible).Select(profile => profile.Ladder!.Title)];
        if (hidden.Length > 0)
        {
            yield return new ParagraphBlock(
                [Sentence.Of("capability.ladders_hidden", ("ladders", string.Join("; ", hidden)), ("least", CapabilityProfile.LeastReproducibility))],
                Tone.Caution);
        }

        yield return new TableBlock(Shown(profiles), Sentence.Of("capability.ladders_caption"));
    }

    private static Table Shown(LadderProfilesResult profiles)
    {
        Table all = SmallCells.Suppress(profiles.ToTable());
        Table levels = profiles.ToLevels();
        return Table.Of(
            "ladders",
            Column.Of("title_name", all.Texts("title"), "Ladder", "What the ladder is called."),
            all["n"],
            all["estimate"],
            all["scalability"],
            all["spearman"],
            Column.Of(
                "levels", all.Texts("ladder").Select(id => (string?)Levels(levels, id!)), "Firms by deepest level",
                "Share of the firms by the deepest level that they reach in any function; held back where it rests on one to four firms, or would give such a number away."));
    }

    private static string Levels(Table levels, string ladder)
    {
        string[] parts = [.. Enumerable.Range(0, levels.RowCount).Where(row => levels.Texts("ladder")[row] == ladder).Select(row =>
        {
            double share = levels.Numbers("estimate")[row];
            string level = levels.Texts("level")[row] ?? "none";
            return double.IsNaN(share) ? $"{level} held back" : FormattableString.Invariant($"{level} {share * 100:0}%");
        })];
        return parts.Length == 0 ? "not shown" : string.Join("; ", parts);
    }
}

using Karkhana.Core.Tables;

namespace Karkhana.Capability;

/// <summary>The profiles of the same firms on several ladders.</summary>
/// <param name="Profiles">One profile per ladder of which the survey has an item.</param>
/// <param name="Reference">The profile that the others are mapped to, or null.</param>
/// <param name="Comparisons">The comparison of each profile with the reference; null for the reference itself and where no
/// firm is on both.</param>
public sealed record LadderProfilesResult(
    IReadOnlyList<CapabilityProfileResult> Profiles, CapabilityProfileResult? Reference, IReadOnlyList<LadderComparisonResult?> Comparisons)
{
    /// <summary>Gives one row per ladder; what speaks of levels is missing where they are not reproducible.</summary>
    /// <returns>The table <c>ladders</c>.</returns>
    public Table ToTable() => Table.Of(
        "ladders",
        Column.Of("ladder", Profiles.Select(profile => (string?)profile.Id), "Ladder", "Id of the ladder."),
        Column.Of("title", Profiles.Select(profile => (string?)profile.Ladder!.Title), "Title", "What the ladder is called."),
        Column.Of("source", Profiles.Select(profile => (string?)profile.Ladder!.Source), "Source", "Who described it."),
        Column.Of("n", Profiles.Select(profile => profile.Ladders.Count), "Firms", "", "Firms that answered at least half of its anchors."),
        Column.Of("functions", Profiles.Select(profile => profile.Functions.Count), "Functions", "", "Functions with an anchor in the survey."),
        Column.Of("levels", Profiles.Select(profile => profile.LevelCount), "Levels", "", "Levels above none."),
        Column.Of(
            "estimate", Profiles.Select(profile => profile.Reproducibility), "Reproducibility", "share",
            "1 less errors over answers; 0.85 to show levels.", recommended: true),
        Column.Of(
            "minimal", Profiles.Select(profile => profile.Scale.MinimalMarginalReproducibility), "Minimal", "share",
            "Reproducibility that the shares passing each anchor give by themselves."),
        Column.Of("scalability", Profiles.Select(profile => profile.Scale.Scalability), "Scalability", "share", "What the order adds; 0.6 is usual."),
        Column.Of("levels_shown", Profiles.Select(profile => profile.LevelsAreReproducible), "Levels shown", "Whether reproducibility reaches 0.85."),
        Column.Of(
            "spearman", Comparisons.Select(pair => pair?.IndexCorrelation ?? double.NaN), "ρ with Lall", "",
            "Spearman's rank correlation of the index with that on Lall's matrix; missing for itself."),
        Column.Of(
            "tau_b", Comparisons.Select((pair, i) => pair is not null && Profiles[i].LevelsAreReproducible && Reference!.LevelsAreReproducible
                ? pair.DepthAssociation.TauB
                : double.NaN),
            "τ-b of depths", "", "Kendall's rank correlation of the deepest levels; missing where levels are not shown."),
        Column.Of(
            "missing_items", Profiles.Select(profile => (string?)string.Join(", ", profile.MissingItems)), "Missing items",
            "Items of the ladder that the survey lacks or has on another scale."));

    /// <summary>Gives one row per ladder and level with the firms whose deepest level it is, for the ladders whose levels are
    /// reproducible. Levels with one to four firms are held back, and a second one where the sum would give the first away.</summary>
    /// <returns>The table <c>ladder_levels</c>.</returns>
    public Table ToLevels()
    {
        (CapabilityProfileResult Profile, int Height, int Count)[] rows = [.. Profiles.Where(profile => profile.LevelsAreReproducible)
            .SelectMany(profile => Enumerable.Range(0, profile.LevelCount + 1).Select(
                height => (profile, height, profile.Ladders.Count(ladder => ladder.Ladder.Depth == height))))];
        return SmallCells.SuppressWithComplement(
            Table.Of(
                "ladder_levels",
                Column.Of("ladder", rows.Select(row => (string?)row.Profile.Id), "Ladder", "Id of the ladder."),
                Column.Of("height", rows.Select(row => row.Height), "Height", "level", "Height of the level; 0 none."),
                Column.Of(
                    "level", rows.Select(row => row.Height == 0 ? null : row.Profile.Ladder!.Levels[row.Height - 1].Name), "Level",
                    "Name of the level; missing for none."),
                Column.Of("n", rows.Select(row => row.Count), "Firms", "", "Firms whose deepest level it is; missing where held back."),
                Column.Of(
                    "estimate", rows.Select(row => row.Count / (double)Math.Max(1, row.Profile.Ladders.Count)), "Share", "share",
                    "Share of the firms.", recommended: true)),
            "ladder");
    }
}

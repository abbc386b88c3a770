using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>The capability ladders of the surveyed firms.</summary>
/// <param name="Functions">The functions in the order of the ladder.</param>
/// <param name="Ladders">One ladder per firm.</param>
/// <param name="Scale">Whether passes follow the order of the rows.</param>
public sealed record CapabilityProfileResult(
    IReadOnlyList<string> Functions, IReadOnlyList<FirmLadder> Ladders, GuttmanScaleResult Scale)
{

    /// <summary>Gets the ladder that was climbed; null when it is that of the codebook.</summary>
    public LadderDefinition? Ladder { get; init; }

    /// <summary>Gets the number of levels above none.</summary>
    public int LevelCount { get; init; } = 3;

    /// <summary>Gets the items of the ladder that the survey lacks or has on another scale.</summary>
    public IReadOnlyList<string> MissingItems { get; init; } = [];

    /// <summary>Gets the id of the ladder; <c>codebook</c> when it is that of the codebook.</summary>
    public string Id => Ladder?.Id ?? "codebook";

    /// <summary>Gets Guttman's coefficient of reproducibility; NaN without answers.</summary>
    public double Reproducibility => Scale.Reproducibility;

    /// <summary>Gets a value indicating whether levels may be shown.</summary>
    public bool LevelsAreReproducible => Reproducibility >= CapabilityProfile.LeastReproducibility;

    /// <summary>Gets a value indicating whether the order of the rows adds enough to the shares that pass.</summary>
    public bool LevelsAreScalable => Scale.Scalability >= CapabilityProfile.LeastScalability;

    /// <summary>Gets the mean index over firms.</summary>
    public double MeanIndex => Sums.Mean(
        [.. Ladders.Select(ladder => ladder.Ladder.Index).Where(index => !double.IsNaN(index))]);

    /// <summary>Gives one row per firm.</summary>
    /// <param name="firmIds">All firms of the register.</param>
    /// <returns>The table <c>capability_ladders</c>.</returns>
    public Table ToTable(IReadOnlyList<string> firmIds) => Table.Of(
        Named("capability_ladders"),
        [
            Column.Of(
                "firm", Ladders.Select(ladder => (string?)firmIds[ladder.Firm]), "Firm", "Firm id of the register."),
            Column.Of(
                "estimate", Ladders.Select(ladder => ladder.Ladder.Index), "Index", "share",
                "Mean of the function scores.", recommended: true),
            Column.Of(
                "breadth", Ladders.Select(ladder => ladder.Ladder.Breadth), "Breadth", "functions",
                "Functions with a level of at least 1."),
            Column.Of(
                "depth", Ladders.Select(ladder => ladder.Ladder.Depth), "Depth", "level",
                Ladder is null ? "Highest level: 1 basic, 2 intermediate, 3 advanced." : $"Highest level: {LevelWords()}."),
            .. Functions.Select((function, f) => (Column)Column.Of(
                $"level_{function}", Ladders.Select(ladder => ladder.Ladder.Levels[f]), $"Level, {function}", "level", "Attained row of the function.")),
        ]);

    /// <summary>Gives one row per function and level with the firms that stand there.</summary>
    /// <returns>The table <c>capability_levels</c>.</returns>
    public Table ToLevels()
    {
        (int Function, int Level)[] cells = [.. Enumerable.Range(0, Functions.Count).SelectMany(
            f => Enumerable.Range(0, LevelCount + 1).Select(level => (f, level)))];
        int[] counts = [.. cells.Select(
            cell => Ladders.Count(ladder => ladder.Ladder.Levels[cell.Function] == cell.Level))];
        return Table.Of(
            Named("capability_levels"),
            Column.Of(
                "function", cells.Select(cell => (string?)Functions[cell.Function]), "Function",
                "Function of the capability matrix."),
            Column.Of(
                "level", cells.Select(cell => cell.Level), "Level", "", Ladder is null ? "0 none, 1 basic, 2 intermediate, 3 advanced." : $"0 none, {LevelWords()}."),
            Column.Of("n", counts, "Firms", "", "Firms whose level this is."),
            Column.Of(
                "estimate", counts.Select(count => count / (double)Math.Max(1, Ladders.Count)), "Share", "share",
                "Share of the firms.", recommended: true));
    }

    /// <summary>Gives the mean score of each function with its standard error over firms.</summary>
    /// <returns>The table <c>capability_functions</c>.</returns>
    public Table ToFunctions()
    {
        double[][] scores = [.. Functions.Select((_, f) => Ladders.Select(ladder => ladder.Ladder.Scores[f]).Where(score => !double.IsNaN(score)).ToArray())];
        return Table.Of(
            Named("capability_functions"),
            Column.Of(
                "function", Functions.Select(function => (string?)function), "Function",
                "Function of the capability matrix."),
            Column.Of("n", scores.Select(own => own.Length), "Firms", "", "Firms with an applicable anchor."),
            Column.Of(
                "estimate", scores.Select(own => Sums.Mean(own)), "Score", "share", "Mean score, 0 to 1.",
                recommended: true),
            Column.Of(
                "std_error", scores.Select(own => Math.Sqrt(Sums.Variance(own) / own.Length)), "Standard error",
                "share", "Standard error over firms."));
    }

    /// <summary>Gives the mean score of each function within groups of firms, with its interval over firms.</summary>
    /// <remarks>Mean ± 1.96 · s/√n, held within 0 and 1. Rows that rest on fewer than five firms have no numbers.</remarks>
    /// <param name="groups">The groups: name and positions in the register.</param>
    /// <returns>The table <c>capability_groups</c>.</returns>
    public Table ToGroups(params IReadOnlyList<(string Name, IReadOnlyCollection<int> Firms)> groups)
    {
        (string Function, string Group, double[] Scores)[] rows = [.. Functions.SelectMany((function, f) => groups.Select(group => (
            function, group.Name, Ladders.Where(ladder => group.Firms.Contains(ladder.Firm)).Select(ladder => ladder.Ladder.Scores[f])
                .Where(score => !double.IsNaN(score)).ToArray())))];
        double[] means = [.. rows.Select(row => Sums.Mean(row.Scores))];
        double[] halves = [.. rows.Select(row => NormalQuantiles.TwoSided95 * Math.Sqrt(Sums.Variance(row.Scores) / row.Scores.Length))];
        return SmallCells.Suppress(Table.Of(
            Named("capability_groups"),
            Column.Of("function", rows.Select(row => (string?)row.Function), "Function", "Function of the capability matrix."),
            Column.Of("group", rows.Select(row => (string?)row.Group), "Group", "Clustered or dispersed firms."),
            Column.Of("n", rows.Select(row => row.Scores.Length), "Firms", "", "Firms with an applicable anchor."),
            Column.Of("estimate", means, "Mean score", "share", "Mean score, 0 to 1.", recommended: true),
            Column.Of("conf_low", means.Zip(halves, (mean, half) => Math.Max(0, mean - half)), "Low", "share", "Lower limit of the mean, 95 %."),
            Column.Of("conf_high", means.Zip(halves, (mean, half) => Math.Min(1, mean + half)), "High", "share", "Upper limit of the mean, 95 %.")));
    }

    /// <summary>Gives one row per firm and function: score with its interval, and level.</summary>
    /// <param name="firmIds">All firms of the register.</param>
    /// <returns>The table <c>capability_profiles</c>.</returns>
    public Table ToProfiles(IReadOnlyList<string> firmIds)
    {
        (FirmLadder Firm, int Function)[] rows = [.. Ladders.SelectMany(firm => Functions.Select((_, f) => (firm, f)))];
        return Table.Of(
            Named("capability_profiles"),
            Column.Of("firm", rows.Select(row => (string?)firmIds[row.Firm.Firm]), "Firm", "Firm id of the register."),
            Column.Of("function", rows.Select(row => (string?)Functions[row.Function]), "Function", "Function of the ladder."),
            Column.Of(
                "estimate", rows.Select(row => row.Firm.Ladder.Scores[row.Function]), "Score", "share", "Mean anchor score over 3.",
                recommended: true),
            Column.Of("conf_low", rows.Select(row => row.Firm.Ladder.Lows[row.Function]), "Low", "share", "Lower limit of the score."),
            Column.Of("conf_high", rows.Select(row => row.Firm.Ladder.Highs[row.Function]), "High", "share", "Upper limit of the score."),
            Column.Of(
                "level", rows.Select(row => row.Firm.Ladder.Levels[row.Function]), "Level", "",
                Ladder is null ? "0 none, 1 basic, 2 intermediate, 3 advanced." : $"0 none, {LevelWords()}."));
    }

    /// <summary>Gives one row: how far the ladder is a scale.</summary>
    /// <returns>The table <c>capability_scale</c>.</returns>
    public Table ToScale() => Table.Of(
        Named("capability_scale"),
        Column.Of("ladder", [Id], "Ladder", "Id of the ladder."),
        Column.Of("n", [Ladders.Count], "Firms", "", "Firms that answered at least half of the anchors."),
        Column.Of("responses", [(double)Scale.Responses], "Answers", "", "Applicable answers."),
        Column.Of("errors", [(double)Scale.Errors], "Errors", "", "Answers out of order."),
        Column.Of(
            "estimate", [Scale.Reproducibility], "Reproducibility", "share", "1 less errors over answers; 0.85 to show levels.",
            recommended: true),
        Column.Of(
            "minimal", [Scale.MinimalMarginalReproducibility], "Minimal", "share",
            "Reproducibility that the shares passing each anchor give by themselves."),
        Column.Of("scalability", [Scale.Scalability], "Scalability", "share", "What the order adds; 0.6 is usual."),
        Column.Of("missing_items", [string.Join(", ", MissingItems)], "Missing items", "Items of the ladder that the survey lacks or has on another scale."));

    private string Named(string table) => Ladder is null ? table : $"{table}_{Ladder.Id}";

    private string LevelWords() => string.Join(
        ", ", Ladder!.Levels.Select((level, height) => FormattableString.Invariant($"{height + 1} {level.Name.ToLowerInvariant()}")));
}

using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;

namespace Karkhana.Capability;

/// <summary>The capability ladders of the surveyed firms.</summary>
/// <param name="Functions">The functions in the order of the matrix.</param>
/// <param name="Ladders">One ladder per firm.</param>
/// <param name="Reproducibility">Guttman's coefficient of reproducibility; NaN without answers.</param>
public sealed record CapabilityProfileResult(
    IReadOnlyList<string> Functions, IReadOnlyList<FirmLadder> Ladders, double Reproducibility)
{
    private const int Levels = 4;

    /// <summary>Gets a value indicating whether levels may be shown.</summary>
    public bool LevelsAreReproducible => Reproducibility >= CapabilityProfile.LeastReproducibility;

    /// <summary>Gets the mean index over firms.</summary>
    public double MeanIndex => Sums.Mean(
        [.. Ladders.Select(ladder => ladder.Ladder.Index).Where(index => !double.IsNaN(index))]);

    /// <summary>Gives one row per firm.</summary>
    /// <param name="firmIds">All firms of the register.</param>
    /// <returns>The table <c>capability_ladders</c>.</returns>
    public Table ToTable(IReadOnlyList<string> firmIds) => Table.Of(
        "capability_ladders",
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
                "Highest level: 1 basic, 2 intermediate, 3 advanced."),
            .. Functions.Select((function, f) => (Column)Column.Of(
                $"level_{function}", Ladders.Select(ladder => ladder.Ladder.Levels[f]), $"Level, {function}", "level", "Attained row of the function.")),
        ]);

    /// <summary>Gives one row per function and level with the firms that stand there.</summary>
    /// <returns>The table <c>capability_levels</c>.</returns>
    public Table ToLevels()
    {
        (int Function, int Level)[] cells = [.. Enumerable.Range(0, Functions.Count).SelectMany(
            f => Enumerable.Range(0, Levels).Select(level => (f, level)))];
        int[] counts = [.. cells.Select(
            cell => Ladders.Count(ladder => ladder.Ladder.Levels[cell.Function] == cell.Level))];
        return Table.Of(
            "capability_levels",
            Column.Of(
                "function", cells.Select(cell => (string?)Functions[cell.Function]), "Function",
                "Function of the capability matrix."),
            Column.Of(
                "level", cells.Select(cell => cell.Level), "Level", "", "0 none, 1 basic, 2 intermediate, 3 advanced."),
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
            "capability_functions",
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
}

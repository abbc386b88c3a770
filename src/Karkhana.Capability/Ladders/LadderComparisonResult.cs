using Karkhana.Core.Tables;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>The same firms on two ladders.</summary>
public sealed record LadderComparisonResult
{
    /// <summary>Gets the id of the first ladder.</summary>
    public required string Left { get; init; }

    /// <summary>Gets the id of the second ladder.</summary>
    public required string Right { get; init; }

    /// <summary>Gets the number of firms on both.</summary>
    public required int Firms { get; init; }

    /// <summary>Gets Spearman's correlation of the indices; NaN when one does not vary.</summary>
    public required double IndexCorrelation { get; init; }

    /// <summary>Gets the number of levels of the first ladder, 0 included.</summary>
    public required int LeftLevels { get; init; }

    /// <summary>Gets the number of levels of the second ladder, 0 included.</summary>
    public required int RightLevels { get; init; }

    /// <summary>Gets the firms by their depth on both, row after row.</summary>
    public required IReadOnlyList<int> Depths { get; init; }

    /// <summary>Gets whether both depths put firms into the same order.</summary>
    public required OrdinalAssociationResult DepthAssociation { get; init; }

    /// <summary>Gets the mean index on the second ladder of the firms at each depth of the first; NaN where there is
    /// no firm.</summary>
    public required IReadOnlyList<double> MeanIndexByDepth { get; init; }

    /// <summary>Gets every function of the first ladder against every function of the second.</summary>
    public required IReadOnlyList<LadderFunctionPair> Functions { get; init; }

    /// <summary>Gets the items that stand in both ladders; null when a ladder comes from the codebook alone.</summary>
    public required IReadOnlyList<string>? SharedItems { get; init; }

    /// <summary>Gets the pairs of items that the ladders put into opposite orders; null when a ladder comes from the
    /// codebook alone.</summary>
    public required IReadOnlyList<LadderReversal>? Reversals { get; init; }

    /// <summary>Gets a value indicating whether firms that are deeper on the first ladder have, on average, no lower
    /// index on the second.</summary>
    public bool IsMonotone
    {
        get
        {
            double[] known = [.. MeanIndexByDepth.Where(mean => !double.IsNaN(mean))];
            return known.Zip(known.Skip(1)).All(pair => pair.First <= pair.Second);
        }
    }

    /// <summary>Gives one row for the whole and one per pair of functions.</summary>
    /// <returns>The table <c>ladder_comparison</c>.</returns>
    public Table ToTable()
    {
        (string Left, string Right, double Spearman, OrdinalAssociationResult Levels)[] rows =
        [
            ("all", "all", IndexCorrelation, DepthAssociation),
            .. Functions.Select(pair => (pair.Left, pair.Right, double.NaN, pair.Association)),
        ];
        return Table.Of(
            $"ladder_comparison_{Left}_{Right}",
            Column.Of("left", rows.Select(row => (string?)row.Left), Left, "Function of the first ladder; all for depth."),
            Column.Of("right", rows.Select(row => (string?)row.Right), Right, "Function of the second ladder; all for depth."),
            Column.Of("n", rows.Select(_ => Firms), "Firms", "", "Firms on both ladders."),
            Column.Of("estimate", rows.Select(row => row.Levels.TauB), "τ-b", "", "Kendall's rank correlation of the levels.", recommended: true),
            Column.Of("gamma", rows.Select(row => row.Levels.Gamma), "γ", "", "Of the pairs of firms that both ladders tell apart."),
            Column.Of("reversed", rows.Select(row => row.Levels.ReversedShare), "Reversed", "share", "Share of these pairs in opposite orders."),
            Column.Of("spearman", rows.Select(row => row.Spearman), "ρ of indices", "", "Spearman's rank correlation of the indices."));
    }

    /// <summary>Gives one row per depth on the first and on the second ladder.</summary>
    /// <returns>The table <c>ladder_depths</c>.</returns>
    public Table ToCrossTable() => Table.Of(
        $"ladder_depths_{Left}_{Right}",
        Column.Of("left", Depths.Select((_, cell) => cell / RightLevels), Left, "level", "Depth on the first ladder; 0 none."),
        Column.Of("right", Depths.Select((_, cell) => cell % RightLevels), Right, "level", "Depth on the second ladder; 0 none."),
        Column.Of("n", Depths, "Firms", "", "Firms at both depths."));
}

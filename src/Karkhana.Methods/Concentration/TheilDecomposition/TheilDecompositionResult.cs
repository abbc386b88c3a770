using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Concentration;

/// <summary>Theil's index and its parts.</summary>
public sealed record TheilDecompositionResult : IMeasureResult
{
    /// <summary>Gets the index of all units.</summary>
    public required double Total { get; init; }

    /// <summary>Gets the part between groups.</summary>
    public required double Between { get; init; }

    /// <summary>Gets the part within groups.</summary>
    public required double Within { get; init; }

    /// <summary>Gets the group codes.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Gets the index inside each group; NaN where it is not defined.</summary>
    public required IReadOnlyList<double> Inside { get; init; }

    /// <summary>Gets the weight of each group in the part within: its share of value (T) or population (L).</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("total", Total)
        .Scalar("between", Between)
        .Scalar("within", Within)
        .Vector("group", Groups)
        .Vector("estimate", Inside);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "theil_decomposition",
        Column.Of(
            "term", [.. new string?[] { "total", "between", "within" }, .. Groups.Select(_ => "inside")], "Part",
            "Total, its two parts, and the index inside each group."),
        Column.Of("group", [null, null, null, .. Groups], "Group", "Group code."),
        Column.Of(
            "estimate", [Total, Between, Within, .. Inside], "Theil", "nats", "0 is equal per head.", recommended: true),
        Column.Of(
            "weight", [double.NaN, double.NaN, double.NaN, .. Weights], "Weight", "share",
            "Weight of the group in the part within."));
}

using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>The E-I index of a network, its groups and its nodes.</summary>
/// <param name="Estimate">−1 (all ties within groups) to 1 (all between); NaN without ties.</param>
/// <param name="External">Ties between groups.</param>
/// <param name="Internal">Ties within groups.</param>
/// <param name="Expected">The index of the complete network.</param>
public sealed record EiIndexResult(double Estimate, double External, double Internal, double Expected) : IMeasureResult
{
    /// <summary>Gets the groups in ordinal order.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Gets the index of each group.</summary>
    public required IReadOnlyList<double> GroupEstimate { get; init; }

    /// <summary>Gets the ids of the nodes.</summary>
    public required IReadOnlyList<string> Nodes { get; init; }

    /// <summary>Gets the index of each node; NaN for isolates.</summary>
    public required IReadOnlyList<double> NodeEstimate { get; init; }

    /// <summary>Gets the ties from row group to column group, row after row.</summary>
    public required IReadOnlyList<double> Mixing { get; init; }

    /// <summary>Gets the mean index under permuted groups.</summary>
    public required double PermutedMean { get; init; }

    /// <summary>Gets the standard deviation of the index under permuted groups.</summary>
    public required double PermutedStandardDeviation { get; init; }

    /// <summary>Gets the two-sided p-value under permuted groups.</summary>
    public required double PValue { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("estimate", Estimate).Scalar("external", External).Scalar("internal", Internal).Scalar("expected", Expected)
        .Vector("group", Groups).Vector("group_estimate", GroupEstimate)
        .Vector("node", Nodes).Vector("node_estimate", NodeEstimate)
        .Matrix("mixing", Groups, Groups, Mixing)
        .Scalar("permuted_mean", PermutedMean).Scalar("permuted_sd", PermutedStandardDeviation).Scalar("p_value", PValue);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "ei_index",
        Column.Of("estimate", [Estimate], "E-I index", "", "−1 when all ties stay within groups, 1 when all run between.", recommended: true),
        Column.Of("external", [External], "External ties", "ties", "Ties between groups."),
        Column.Of("internal", [Internal], "Internal ties", "ties", "Ties within groups."),
        Column.Of("expected", [Expected], "Expected", "", "Index of the complete network."),
        Column.Of("permuted_mean", [PermutedMean], "Mean when permuted", "", "Mean index after groups changed places over nodes."),
        Column.Of("permuted_sd", [PermutedStandardDeviation], "Deviation when permuted", "", "Its standard deviation."),
        Column.Of("p_value", [PValue], "p", "", "Two-sided permutation p-value."));
}

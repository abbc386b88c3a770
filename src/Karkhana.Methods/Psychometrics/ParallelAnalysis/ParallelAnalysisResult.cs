using System.Globalization;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Eigenvalues beside those of data without common components.</summary>
public sealed record ParallelAnalysisResult : IMeasureResult
{
    /// <summary>Gets the eigenvalues of the answers, the greatest first.</summary>
    public required IReadOnlyList<double> Eigenvalues { get; init; }

    /// <summary>Gets the mean of the simulated eigenvalues of the same place.</summary>
    public required IReadOnlyList<double> SimulatedMeans { get; init; }

    /// <summary>Gets the quantile of the simulated eigenvalues of the same place.</summary>
    public required IReadOnlyList<double> SimulatedQuantiles { get; init; }

    /// <summary>Gets how many leading eigenvalues lie above the quantile.</summary>
    public required int Suggested { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    private IEnumerable<string> Places =>
        Enumerable.Range(1, Eigenvalues.Count).Select(place => place.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("component", Places)
        .Vector("eigenvalue", Eigenvalues)
        .Vector("simulated_mean", SimulatedMeans)
        .Vector("simulated_quantile", SimulatedQuantiles)
        .Scalar("suggested", Suggested);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "parallel_analysis",
        Column.Of("component", Places, "Component", "Place of the eigenvalue."),
        Column.Of("eigenvalue", Eigenvalues, "Eigenvalue", "", "Eigenvalue of the answers.", recommended: true),
        Column.Of("simulated_mean", SimulatedMeans, "Simulated mean", "", "Mean of the simulated eigenvalues of this place."),
        Column.Of(
            "simulated_quantile", SimulatedQuantiles, "Simulated quantile", "",
            "Quantile of the simulated eigenvalues of this place."),
        Column.Of(
            "kept", Enumerable.Range(0, Eigenvalues.Count).Select(place => place < Suggested), "Kept",
            "Whether this and all eigenvalues before it lie above the quantile."));
}

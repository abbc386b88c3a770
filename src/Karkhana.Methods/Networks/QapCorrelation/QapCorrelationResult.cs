using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>The correlation of two networks and its permutation distribution.</summary>
/// <param name="Estimate">−1 to 1; NaN when a network does not vary.</param>
/// <param name="Simulated">The correlation under each order of the nodes.</param>
public sealed record QapCorrelationResult(double Estimate, IReadOnlyList<double> Simulated) : IMeasureResult
{
    /// <summary>Gets the share of simulated correlations at least as great.</summary>
    public required double PGreater { get; init; }

    /// <summary>Gets the share of simulated correlations at most as great.</summary>
    public required double PLess { get; init; }

    /// <summary>Gets the two-sided p-value, the observed order counted among the others.</summary>
    public required double PValue { get; init; }

    /// <summary>Gets the mean of the simulated correlations.</summary>
    public required double Mean { get; init; }

    /// <summary>Gets their sample standard deviation.</summary>
    public required double StandardDeviation { get; init; }

    /// <summary>Gets Σ |a − b| over ordered pairs.</summary>
    public required double Hamming { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("estimate", Estimate).Scalar("p_greater", PGreater).Scalar("p_less", PLess).Scalar("p_value", PValue)
        .Scalar("mean", Mean).Scalar("sd", StandardDeviation).Vector("simulated", Simulated).Scalar("hamming", Hamming);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "qap_correlation",
        Column.Of("estimate", [Estimate], "Correlation", "", "Over ordered pairs of nodes.", recommended: true),
        Column.Of("p_value", [PValue], "p", "", "Two-sided permutation p-value."),
        Column.Of("p_greater", [PGreater], "p, greater", "", "Share of simulated correlations at least as great."),
        Column.Of("p_less", [PLess], "p, less", "", "Share of simulated correlations at most as great."),
        Column.Of("mean", [Mean], "Mean", "", "Mean of the simulated correlations."),
        Column.Of("sd", [StandardDeviation], "Standard deviation", "", "Of the simulated correlations."),
        Column.Of("hamming", [Hamming], "Hamming distance", "", "Summed absolute difference of the two networks."));
}

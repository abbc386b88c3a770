using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A bootstrap test of one coefficient.</summary>
public sealed record WildClusterBootstrapResult : IMeasureResult
{
    /// <summary>Gets the coefficient under test.</summary>
    public required string Term { get; init; }

    /// <summary>Gets its estimate.</summary>
    public required double Estimate { get; init; }

    /// <summary>Gets its clustered t.</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets the share of draws with |t*| at least |t|.</summary>
    public required double PValue { get; init; }

    /// <summary>Gets twice the share of draws in the smaller tail.</summary>
    public required double EqualTailPValue { get; init; }

    /// <summary>Gets the number of clusters.</summary>
    public required int Clusters { get; init; }

    /// <summary>Gets the number of draws.</summary>
    public required int Draws { get; init; }

    /// <summary>Gets the probabilities of the quantiles.</summary>
    public required IReadOnlyList<double> Probabilities { get; init; }

    /// <summary>Gets the quantiles of t*, of type 7.</summary>
    public required IReadOnlyList<double> Quantiles { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("estimate", Estimate)
        .Scalar("statistic", Statistic)
        .Scalar("p_value", PValue)
        .Scalar("p_value_equal_tail", EqualTailPValue)
        .Scalar("clusters", Clusters)
        .Scalar("draws", Draws)
        .Vector("quantile", Quantiles);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "wild_cluster_bootstrap",
        Column.Of("term", [Term], "Term", "Coefficient under test."),
        Column.Of("estimate", [Estimate], "Estimate", "", "Coefficient."),
        Column.Of("statistic", [Statistic], "t", "", "Estimate over clustered error."),
        Column.Of("p_value", [PValue], "p", "", "Share of draws with |t*| at least |t|.", recommended: true),
        Column.Of("p_value_equal_tail", [EqualTailPValue], "Equal-tail p", "", "Twice the share of draws in the smaller tail."),
        Column.Of("clusters", [Clusters], "Clusters", "", "Number of clusters."),
        Column.Of("draws", [Draws], "Draws", "", "Number of draws."));
}

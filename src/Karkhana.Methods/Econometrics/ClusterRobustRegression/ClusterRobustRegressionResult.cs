using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A linear regression with cluster-robust standard errors.</summary>
public sealed record ClusterRobustRegressionResult : IMeasureResult
{
    /// <summary>Gets the coefficients.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the covariance of the estimates, term × term, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets the number of clusters of each grouping.</summary>
    public required IReadOnlyList<int> Clusters { get; init; }

    /// <summary>Gets the p-values of the wild cluster bootstrap; NaN unless the number of clusters asked for it.</summary>
    public required IReadOnlyList<double> WildPValues { get; init; }

    /// <summary>Gets the fitted model, which other covariances can be asked from.</summary>
    public required LinearModel Model { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("term", Coefficients.Terms)
        .Vector("estimate", Coefficients.Estimates)
        .Vector("std_error", Coefficients.StandardErrors)
        .Vector("p_value", Coefficients.PValues)
        .Vector("conf_low", Coefficients.ConfidenceLow)
        .Vector("conf_high", Coefficients.ConfidenceHigh)
        .Vector("df", Coefficients.DegreesOfFreedom)
        .Vector("wild_p_value", WildPValues);

    /// <inheritdoc/>
    public Table ToTable() => Coefficients.ToTable("cluster_robust_regression");
}

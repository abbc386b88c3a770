using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Omega and its one-factor model.</summary>
public sealed record McDonaldOmegaResult : IMeasureResult
{
    /// <summary>Gets the item names.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Gets ω with the variance that the model implies.</summary>
    public required double Omega { get; init; }

    /// <summary>Gets ω with the observed variance.</summary>
    public required double OmegaObserved { get; init; }

    /// <summary>Gets the mean squared standardised loading.</summary>
    public required double AverageVarianceExtracted { get; init; }

    /// <summary>Gets ω of the standardised solution.</summary>
    public required double CompositeReliability { get; init; }

    /// <summary>Gets the lower limit of ω; NaN without a bootstrap.</summary>
    public required double ConfLow { get; init; }

    /// <summary>Gets the upper limit of ω; NaN without a bootstrap.</summary>
    public required double ConfHigh { get; init; }

    /// <summary>Gets the loadings; their sum is not negative.</summary>
    public required IReadOnlyList<double> Loadings { get; init; }

    /// <summary>Gets the residual variances.</summary>
    public required IReadOnlyList<double> ResidualVariances { get; init; }

    /// <summary>Gets the chi-square of the model; NaN for minres and for polychoric correlations.</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets its degrees of freedom.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("omega", Omega)
        .Scalar("omega_observed", OmegaObserved)
        .Scalar("average_variance_extracted", AverageVarianceExtracted)
        .Scalar("composite_reliability", CompositeReliability)
        .Scalar("conf_low", ConfLow)
        .Scalar("conf_high", ConfHigh)
        .Vector("item", Items)
        .Vector("loading", Loadings)
        .Vector("residual_variance", ResidualVariances)
        .Scalar("statistic", Statistic)
        .Scalar("df", DegreesOfFreedom);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "mcdonald_omega",
        Column.Of("item", Items, "Item", "Item of the scale."),
        Column.Of("loading", Loadings, "Loading", "", "Loading on the factor."),
        Column.Of("residual_variance", ResidualVariances, "Residual variance", "", "Variance of its own."),
        Column.Of("estimate", Items.Select(_ => Omega), "ω", "share", "Omega of the scale.", recommended: true),
        Column.Of("conf_low", Items.Select(_ => ConfLow), "ω from", "share", "Lower limit of the interval of omega."),
        Column.Of("conf_high", Items.Select(_ => ConfHigh), "ω to", "share", "Upper limit of the interval of omega."));
}

using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A regression of the growth of region-industry cells.</summary>
public sealed record IndustryGrowthRegressionResult : IMeasureResult
{
    /// <summary>Gets the coefficients.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the fitted model, which other covariances can be asked from.</summary>
    public required LinearModel Model { get; init; }

    /// <summary>Gets the mean location quotient of the cells used.</summary>
    public required double MeanLocationQuotient { get; init; }

    /// <summary>Gets the mean diversity of the cells used.</summary>
    public required double MeanDiversity { get; init; }

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
        .Scalar("n", Model.Fit.Observations)
        .Scalar("r_squared", Model.Fit.RSquared)
        .Scalar("mean_location_quotient", MeanLocationQuotient)
        .Scalar("mean_diversity", MeanDiversity);

    /// <inheritdoc/>
    public Table ToTable() => Coefficients.ToTable("industry_growth_regression");
}

using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The industry growth regression as a measure.</summary>
public static class IndustryGrowthRegressionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<IndustryGrowthCells, IndustryGrowthRegressionOptions, IndustryGrowthRegressionResult>(
        "econometrics.industry-growth-regression",
        "Growth of region-industry employment by specialisation, diversity and national growth.",
        IndustryGrowthRegression.Source,
        [
            new InputSpec("start", "region, industry, value in the first period"),
            new InputSpec("end", "region, industry, value in the last period"),
        ],
        [
            new OutputSpec("term", OutputShape.Vector, "intercept, location_quotient, diversity, national_growth, log_employment"),
            new OutputSpec("estimate", OutputShape.Vector, "coefficients"),
            new OutputSpec("std_error", OutputShape.Vector, "standard errors"),
            new OutputSpec("p_value", OutputShape.Vector, "two-sided"),
            new OutputSpec("conf_low", OutputShape.Vector, "lower limits"),
            new OutputSpec("conf_high", OutputShape.Vector, "upper limits"),
            new OutputSpec("n", OutputShape.Scalar, "cells used"),
            new OutputSpec("r_squared", OutputShape.Scalar, "share of variance explained"),
            new OutputSpec("mean_location_quotient", OutputShape.Scalar, "of the cells used"),
            new OutputSpec("mean_diversity", OutputShape.Scalar, "of the cells used"),
        ],
        IndustryGrowthCells.Read,
        IndustryGrowthRegression.Estimate);
}

using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>The effective sample size as a measure.</summary>
public static class EffectiveSampleSizeMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<OutputSeries, EffectiveSampleSizeOptions, EffectiveSampleSizeResult>(
        "experiments.effective-sample-size",
        "Effective number of independent observations.",
        EffectiveSampleSize.Source,
        [new InputSpec("series", "value (outputs in time order)")],
        [
            new OutputSpec("estimate", OutputShape.Scalar, "effective number of observations; NaN when not defined"),
            new OutputSpec("autocorrelation_time", OutputShape.Scalar, "steps that pass for one independent observation"),
            new OutputSpec("lags", OutputShape.Scalar, "lags whose correlations were summed"),
            new OutputSpec("mean", OutputShape.Scalar, "of the series"),
            new OutputSpec("mean_std_error", OutputShape.Scalar, "standard error of the mean with the effective size"),
        ],
        OutputSeries.Read,
        EffectiveSampleSize.Estimate);
}

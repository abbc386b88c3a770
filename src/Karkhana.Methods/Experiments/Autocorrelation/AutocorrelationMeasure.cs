using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>Autocorrelation as a measure.</summary>
public static class AutocorrelationMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<OutputSeries, AutocorrelationOptions, AutocorrelationResult>(
        "experiments.autocorrelation",
        "Autocorrelation, partial autocorrelation and Ljung-Box test of a series.",
        Autocorrelation.Source,
        [new InputSpec("series", "value (outputs in time order)")],
        [
            new OutputSpec("lag", OutputShape.Vector, "1 to lags"),
            new OutputSpec("acf", OutputShape.Vector, "autocorrelation by lag, -1 to 1"),
            new OutputSpec("pacf", OutputShape.Vector, "partial autocorrelation by lag, -1 to 1"),
            new OutputSpec("statistic", OutputShape.Scalar, "Ljung-Box, or Box-Pierce"),
            new OutputSpec("df", OutputShape.Scalar, "degrees of freedom of the statistic"),
            new OutputSpec("p_value", OutputShape.Scalar, "of the statistic"),
            new OutputSpec("noise_limit", OutputShape.Scalar, "distance from 0 within which a correlation of noise stays at the level"),
        ],
        OutputSeries.Read,
        Autocorrelation.Estimate);
}

using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Simulated power as a measure.</summary>
public static class SimulatedPowerMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, SimulatedPowerOptions, SimulatedPowerResult>(
        "econometrics.simulated-power",
        "Power of a regression on the study's own rows, clusters and terms, with the least coefficient that can be found.",
        SimulatedPower.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", no outcome; optional clusters (one column), weights")],
        [
            new OutputSpec("effect", OutputShape.Vector, "coefficients in standard deviations of the outcome per unit"),
            new OutputSpec("power", OutputShape.Vector, "share of simulated studies that find it"),
            new OutputSpec("conf_low", OutputShape.Vector, "lower limits of the simulation"),
            new OutputSpec("conf_high", OutputShape.Vector, "upper limits of the simulation"),
            new OutputSpec("false_positive_rate", OutputShape.Scalar, "share that find a coefficient of 0"),
            new OutputSpec("least_effect", OutputShape.Scalar, "least positive coefficient found with the power asked for"),
            new OutputSpec("n", OutputShape.Scalar, "rows of the design"),
            new OutputSpec("clusters", OutputShape.Scalar, "clusters of the design; 0 without grouping"),
        ],
        RegressionSample.Read,
        SimulatedPower.Estimate);
}

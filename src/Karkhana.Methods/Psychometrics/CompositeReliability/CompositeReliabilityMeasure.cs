using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Composite reliability as a measure.</summary>
public static class CompositeReliabilityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<FactorLoadings, CompositeReliabilityOptions, CompositeReliabilityResult>(
        "psychometrics.composite-reliability",
        "Omega and average variance extracted from given loadings of a one-factor model.",
        CompositeReliability.Source,
        [new InputSpec("loadings", "item, loading; optional residual_variance")],
        [
            new OutputSpec("omega", OutputShape.Scalar, "model-implied denominator"),
            new OutputSpec("average_variance_extracted", OutputShape.Scalar, "mean squared standardised loading"),
            new OutputSpec("composite_reliability", OutputShape.Scalar, "omega of the standardised solution"),
        ],
        FactorLoadings.Read,
        CompositeReliability.Estimate);
}

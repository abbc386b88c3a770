using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Moran's I of empirical-Bayes rates as a measure.</summary>
public static class EmpiricalBayesMoranMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SpatialRates, BinaryCodingOptions, EmpiricalBayesMoranResult>(
        "spatial.empirical-bayes-moran",
        "Whether neighbours have similar rates, small populations weighing less; and smoothed rates.",
        EmpiricalBayesMoran.Source,
        [new InputSpec("values", "id, cases, population"), new InputSpec("weights", "from, to; optional weight")],
        [
            new OutputSpec("estimate", OutputShape.Scalar, "Moran's I of the standardised rates"),
            new OutputSpec("a", OutputShape.Scalar, "prior variance, zero or greater"),
            new OutputSpec("b", OutputShape.Scalar, "prior mean"),
            new OutputSpec("unit", OutputShape.Vector, "id"),
            new OutputSpec("raw", OutputShape.Vector, "by unit: rate"),
            new OutputSpec("smoothed", OutputShape.Vector, "by unit: smoothed rate"),
        ],
        SpatialRates.Read,
        EmpiricalBayesMoran.Estimate);
}

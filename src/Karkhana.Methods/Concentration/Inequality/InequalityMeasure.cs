using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>The indices of inequality as a measure.</summary>
public static class InequalityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<InequalitySample, InequalityOptions, InequalityResult>(
        "concentration.inequality",
        "Inequality and concentration indices of a list of non-negative numbers.",
        Inequality.Source,
        [new InputSpec("sample", "value; optional reference")],
        [
            new OutputSpec("gini", OutputShape.Scalar, "0 to 1 − 1/n"),
            new OutputSpec("gini_normalised", OutputShape.Scalar, "0 to 1"),
            new OutputSpec("theil_t", OutputShape.Scalar, "nats"),
            new OutputSpec("theil_l", OutputShape.Scalar, "nats; mean log deviation"),
            new OutputSpec("atkinson", OutputShape.Scalar, "0 to 1"),
            new OutputSpec("coefficient_of_variation", OutputShape.Scalar, "standard deviation over mean"),
            new OutputSpec("herfindahl", OutputShape.Scalar, "1/n to 1"),
            new OutputSpec("herfindahl_normalised", OutputShape.Scalar, "0 to 1"),
            new OutputSpec("numbers_equivalent", OutputShape.Scalar, "1 to n"),
            new OutputSpec("coulter", OutputShape.Scalar, "0 to 1, against the reference"),
            new OutputSpec("hoover", OutputShape.Scalar, "0 to 1, against the reference"),
        ],
        InequalitySample.Read,
        Inequality.Estimate);
}

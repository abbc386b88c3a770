using Karkhana.Core.Measures;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Methods.Econometrics;

/// <summary>The Kolmogorov-Smirnov test as a measure.</summary>
public static class KolmogorovSmirnovTestMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<GroupedValues, KolmogorovSmirnovTestOptions, KolmogorovSmirnovTestResult>(
        "econometrics.kolmogorov-smirnov-test",
        "Two-sample Kolmogorov-Smirnov test of one distribution, asymptotic or exact.",
        KolmogorovSmirnovTest.Source,
        [new InputSpec("sample", GroupedObservations.Roles)],
        [
            new OutputSpec("statistic", OutputShape.Scalar, "D: greatest distance of the distribution functions"),
            new OutputSpec("p_value", OutputShape.Scalar, "two-sided"),
            new OutputSpec("difference", OutputShape.Scalar, "D with its sign"),
            new OutputSpec("location", OutputShape.Scalar, "value at which they differ most"),
            new OutputSpec("group", OutputShape.Vector, "groups in text order"),
            new OutputSpec("n", OutputShape.Vector, "values"),
        ],
        GroupedObservations.Read,
        KolmogorovSmirnovTest.Estimate);
}

using Karkhana.Core.Measures;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Methods.Econometrics;

/// <summary>Bartlett's test as a measure.</summary>
public static class BartlettTestMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<GroupedValues, BartlettTestOptions, BartlettTestResult>(
        "econometrics.bartlett-test",
        "Bartlett's test of equal group variances.",
        BartlettTest.Source,
        [new InputSpec("sample", GroupedObservations.Roles)],
        [
            new OutputSpec("statistic", OutputShape.Scalar, "K squared"),
            new OutputSpec("p_value", OutputShape.Scalar, "upper tail of chi-square"),
            new OutputSpec("df", OutputShape.Scalar, "groups - 1"),
            new OutputSpec("group", OutputShape.Vector, "groups in text order"),
            new OutputSpec("n", OutputShape.Vector, "values"),
            new OutputSpec("variance", OutputShape.Vector, "n - 1"),
        ],
        GroupedObservations.Read,
        BartlettTest.Estimate);
}

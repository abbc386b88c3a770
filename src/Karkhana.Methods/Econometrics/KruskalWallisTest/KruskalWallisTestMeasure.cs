using Karkhana.Core.Measures;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Methods.Econometrics;

/// <summary>The Kruskal-Wallis test as a measure.</summary>
public static class KruskalWallisTestMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<GroupedValues, KruskalWallisTestOptions, KruskalWallisTestResult>(
        "econometrics.kruskal-wallis-test",
        "Kruskal-Wallis rank test of several groups, with effect size.",
        KruskalWallisTest.Source,
        [new InputSpec("sample", GroupedObservations.Roles)],
        [
            new OutputSpec("statistic", OutputShape.Scalar, "H, corrected for ties"),
            new OutputSpec("df", OutputShape.Scalar, "groups - 1"),
            new OutputSpec("p_value", OutputShape.Scalar, "upper tail of chi-square"),
            new OutputSpec("epsilon_squared", OutputShape.Scalar, "effect size, from 0 to 1"),
            new OutputSpec("group", OutputShape.Vector, "groups in text order"),
            new OutputSpec("n", OutputShape.Vector, "values"),
            new OutputSpec("mean_rank", OutputShape.Vector, "mean rank among all values"),
        ],
        GroupedObservations.Read,
        KruskalWallisTest.Estimate);
}

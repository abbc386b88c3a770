using Karkhana.Core.Measures;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Methods.Econometrics;

/// <summary>The rank-sum test as a measure.</summary>
public static class RankSumTestMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<GroupedValues, RankSumTestOptions, RankSumTestResult>(
        "econometrics.rank-sum-test",
        "Wilcoxon-Mann-Whitney test of two groups, asymptotic or exact.",
        RankSumTest.Source,
        [new InputSpec("sample", GroupedObservations.Roles)],
        [
            new OutputSpec("statistic", OutputShape.Scalar, "W: pairs in which the first group is greater, ties half"),
            new OutputSpec("p_value", OutputShape.Scalar, "two-sided unless set"),
            new OutputSpec("z", OutputShape.Scalar, "standard score of W"),
            new OutputSpec("probability_of_superiority", OutputShape.Scalar, "W over the number of pairs"),
            new OutputSpec("group", OutputShape.Vector, "groups in text order"),
            new OutputSpec("n", OutputShape.Vector, "values"),
            new OutputSpec("median", OutputShape.Vector, "medians"),
        ],
        GroupedObservations.Read,
        RankSumTest.Estimate);
}

using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Andersen's test as a measure.</summary>
public static class AndersenTestMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ItemResponseSample, AndersenTestOptions, AndersenTestResult>(
        "psychometrics.andersen-test",
        "Likelihood ratio test of the Rasch model: are the items equally difficult for all groups.",
        AndersenTest.Source,
        [new InputSpec("responses", "items (list of columns); optional group")],
        [
            new OutputSpec("statistic", OutputShape.Scalar, "chi-square"),
            new OutputSpec("df", OutputShape.Scalar, "(groups - 1) times the free item parameters"),
            new OutputSpec("p_value", OutputShape.Scalar, "upper tail"),
            new OutputSpec("group", OutputShape.Vector, "low and high, or the groups given"),
            new OutputSpec("respondents", OutputShape.Vector, "with a score between the least and the greatest"),
            new OutputSpec("log_likelihood", OutputShape.Vector, "conditional, by group"),
            new OutputSpec("location", OutputShape.Matrix, "item x group"),
        ],
        ItemResponseSample.Read,
        AndersenTest.Estimate);
}

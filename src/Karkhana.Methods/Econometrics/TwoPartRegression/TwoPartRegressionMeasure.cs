using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Two-part regression as a measure.</summary>
public static class TwoPartRegressionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, TwoPartRegressionOptions, TwoPartRegressionResult>(
        "econometrics.two-part-regression",
        "Whether there is an amount (logit) and how much (log-linear or gamma), with the change of the expected amount through both.",
        TwoPartRegression.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", optional weights (observations a row stands for), clusters (list of one column)")],
        [
            new OutputSpec("coefficient", OutputShape.Vector, "part and term together"),
            new OutputSpec("part", OutputShape.Vector, "chance, amount or combined"),
            .. CoefficientOutputs.Specs,
            new OutputSpec("combined_term", OutputShape.Vector, "terms of the combined part"),
            new OutputSpec("through_chance", OutputShape.Vector, "part of the combined change through whether there is an amount"),
            new OutputSpec("factor", OutputShape.Scalar, "by what exp(x'b) is multiplied to give the mean amount"),
            new OutputSpec("n", OutputShape.Scalar, "rows used"),
            new OutputSpec("positive", OutputShape.Scalar, "rows with an amount"),
            new OutputSpec("mean_observed", OutputShape.Scalar, "mean outcome"),
            new OutputSpec("mean_expected", OutputShape.Scalar, "mean of what the model expects"),
        ],
        RegressionSample.Read,
        TwoPartRegression.Estimate);
}

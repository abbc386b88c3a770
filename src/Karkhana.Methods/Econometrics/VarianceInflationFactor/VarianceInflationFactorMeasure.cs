using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The variance inflation factor as a measure.</summary>
public static class VarianceInflationFactorMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, RegressionModelOptions, VarianceInflationFactorResult>(
        "econometrics.variance-inflation-factor",
        "Generalised variance inflation factor of each term of a linear regression.",
        VarianceInflationFactor.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", optional weights")],
        [
            new OutputSpec("term", OutputShape.Vector, "terms as written in the model"),
            new OutputSpec("gvif", OutputShape.Vector, "generalised factors"),
            new OutputSpec("df", OutputShape.Vector, "columns of the terms"),
            new OutputSpec("adjusted", OutputShape.Vector, "gvif to the power 1/(2 df)"),
        ],
        RegressionSample.Read,
        VarianceInflationFactor.Estimate);
}

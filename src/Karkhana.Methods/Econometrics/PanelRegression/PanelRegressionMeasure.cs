using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Panel regression as a measure.</summary>
public static class PanelRegressionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<PanelSample, PanelRegressionOptions, PanelRegressionResult>(
        "econometrics.panel-regression",
        "Linear panel regression: pooled, within, two-way within, between, first difference, random effects.",
        PanelRegression.Source,
        [new InputSpec("sample", PanelSample.Roles)],
        [
            .. CoefficientOutputs.Specs,
            new OutputSpec("n", OutputShape.Scalar, "observations used"),
            new OutputSpec("df", OutputShape.Scalar, "residual degrees of freedom, effects counted"),
            new OutputSpec("r_squared", OutputShape.Scalar, "of the transformed regression"),
            new OutputSpec("theta", OutputShape.Scalar, "quasi-demeaning weight of random effects; undefined when units have different numbers of rows"),
            new OutputSpec("sigma2_idiosyncratic", OutputShape.Scalar, "variance from row to row; within and random effects"),
            new OutputSpec("sigma2_unit", OutputShape.Scalar, "variance of unit effects; random effects"),
            new OutputSpec("unit", OutputShape.Vector, "unit codes"),
            new OutputSpec("effect", OutputShape.Vector, "unit effects: mean of what the terms leave"),
        ],
        PanelSample.Read,
        PanelRegression.Estimate);
}

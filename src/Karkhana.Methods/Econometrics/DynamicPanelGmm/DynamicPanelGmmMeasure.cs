using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Difference GMM as a measure.</summary>
public static class DynamicPanelGmmMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<PanelSample, DynamicPanelGmmOptions, DynamicPanelGmmResult>(
        "econometrics.dynamic-panel-gmm",
        "Difference GMM for dynamic panels (Arellano and Bond).",
        DynamicPanelGmm.Source,
        [new InputSpec("sample", PanelSample.Roles)],
        [
            .. CoefficientOutputs.Specs,
            new OutputSpec("sargan", OutputShape.Scalar, "chi-square of the instruments that are more than needed"),
            new OutputSpec("sargan_df", OutputShape.Scalar, "its degrees of freedom"),
            new OutputSpec("sargan_p_value", OutputShape.Scalar, "upper tail"),
            new OutputSpec("m1", OutputShape.Scalar, "z of residuals one period apart"),
            new OutputSpec("m1_p_value", OutputShape.Scalar, "two-sided"),
            new OutputSpec("m2", OutputShape.Scalar, "z of residuals two periods apart"),
            new OutputSpec("m2_p_value", OutputShape.Scalar, "two-sided"),
            new OutputSpec("instruments", OutputShape.Scalar, "columns of Z that are not all 0"),
            new OutputSpec("units", OutputShape.Scalar, "units with a differenced row"),
            new OutputSpec("n", OutputShape.Scalar, "differenced rows"),
        ],
        PanelSample.Read,
        DynamicPanelGmm.Estimate);
}

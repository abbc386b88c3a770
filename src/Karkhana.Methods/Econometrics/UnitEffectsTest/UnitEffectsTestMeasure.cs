using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The tests of unit effects as a measure.</summary>
public static class UnitEffectsTestMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<PanelSample, UnitEffectsTestOptions, UnitEffectsTestResult>(
        "econometrics.unit-effects-test",
        "Tests of unit effects in a panel: F test of within against pooled, and Lagrange multiplier test.",
        UnitEffectsTest.Source,
        [new InputSpec("sample", PanelSample.Roles)],
        [
            new OutputSpec("f_statistic", OutputShape.Scalar, "within against pooled"),
            new OutputSpec("df1", OutputShape.Scalar, "degrees of freedom above"),
            new OutputSpec("df2", OutputShape.Scalar, "degrees of freedom below"),
            new OutputSpec("f_p_value", OutputShape.Scalar, "upper tail"),
            new OutputSpec("lm_statistic", OutputShape.Scalar, "chi-square with one degree of freedom"),
            new OutputSpec("lm_p_value", OutputShape.Scalar, "upper tail"),
        ],
        PanelSample.Read,
        UnitEffectsTest.Estimate);
}

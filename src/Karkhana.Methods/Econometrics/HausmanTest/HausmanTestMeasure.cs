using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The Hausman test as a measure.</summary>
public static class HausmanTestMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<PanelSample, HausmanTestOptions, HausmanTestResult>(
        "econometrics.hausman-test",
        "Hausman test of fixed against random effects.",
        HausmanTest.Source,
        [new InputSpec("sample", PanelSample.Roles)],
        [
            new OutputSpec("statistic", OutputShape.Scalar, "chi-square"),
            new OutputSpec("df", OutputShape.Scalar, "slopes compared"),
            new OutputSpec("p_value", OutputShape.Scalar, "upper tail"),
            new OutputSpec("term", OutputShape.Vector, "slopes of both estimators"),
            new OutputSpec("within", OutputShape.Vector, "within estimates"),
            new OutputSpec("random", OutputShape.Vector, "random-effects estimates"),
        ],
        PanelSample.Read,
        HausmanTest.Estimate);
}

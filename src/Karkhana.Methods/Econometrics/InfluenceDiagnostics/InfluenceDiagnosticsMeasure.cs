using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Influence diagnostics as a measure.</summary>
public static class InfluenceDiagnosticsMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, RegressionModelOptions, InfluenceDiagnosticsResult>(
        "econometrics.influence-diagnostics",
        "Leverage, Cook's distance and externally studentised residual of each observation of a linear regression.",
        InfluenceDiagnostics.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", optional weights")],
        [
            new OutputSpec("observation", OutputShape.Vector, "row of the input table, from 1"),
            new OutputSpec("leverage", OutputShape.Vector, "diagonal of the hat matrix"),
            new OutputSpec("cooks_distance", OutputShape.Vector, "how far all fitted values move without the row"),
            new OutputSpec("studentized_residual", OutputShape.Vector, "with the variance estimated without the row"),
            new OutputSpec("dffits", OutputShape.Vector, "how far the own fitted value moves without the row, in its errors"),
        ],
        RegressionSample.Read,
        InfluenceDiagnostics.Estimate);
}

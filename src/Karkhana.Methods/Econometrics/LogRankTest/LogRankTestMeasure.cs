using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The log-rank test as a measure.</summary>
public static class LogRankTestMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SurvivalSample, LogRankTestOptions, LogRankTestResult>(
        "econometrics.log-rank-test",
        "Log-rank test of equal survival curves, with weights and strata.",
        LogRankTest.Source,
        [new InputSpec("sample", "group, time, event (1 = event, 0 = censored); optional entry, stratum")],
        [
            new OutputSpec("statistic", OutputShape.Scalar, "chi-square"),
            new OutputSpec("df", OutputShape.Scalar, "groups - 1 unless risk sets do not meet"),
            new OutputSpec("p_value", OutputShape.Scalar, "upper tail"),
            new OutputSpec("group", OutputShape.Vector, "groups in order"),
            new OutputSpec("subjects", OutputShape.Vector, "count"),
            new OutputSpec("observed", OutputShape.Vector, "weighted events"),
            new OutputSpec("expected", OutputShape.Vector, "weighted events under equal survival"),
        ],
        SurvivalSample.Read,
        LogRankTest.Estimate);
}

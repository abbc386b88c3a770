using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The test of independence as a measure.</summary>
public static class IndependenceTestMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<PairedCodes, IndependenceTestOptions, IndependenceTestResult>(
        "econometrics.independence-test",
        "Chi-square and exact tests of independence of two classifications, with effect size.",
        IndependenceTest.Source,
        [new InputSpec("sample", "row, column (codes, one row per unit); rows with a gap are dropped")],
        [
            new OutputSpec("statistic", OutputShape.Scalar, "chi-square"),
            new OutputSpec("p_value", OutputShape.Scalar, "upper tail, or exact"),
            new OutputSpec("df", OutputShape.Scalar, "(rows - 1)(columns - 1)"),
            new OutputSpec("cramer_v", OutputShape.Scalar, "from 0 to 1"),
            new OutputSpec("odds_ratio", OutputShape.Scalar, "of two rows and two columns, else null"),
            new OutputSpec("count", OutputShape.Matrix, "units by row and column"),
            new OutputSpec("expected", OutputShape.Matrix, "units expected under independence"),
        ],
        PairedCodes.Read,
        IndependenceTest.Estimate);
}

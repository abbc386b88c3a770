using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>Sigma convergence as a measure.</summary>
public static class SigmaConvergenceMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<RegionalGrowth, SigmaConvergenceOptions, SigmaConvergenceResult>(
            "concentration.sigma-convergence",
            "Change of dispersion between two periods.",
            SigmaConvergence.Source,
            [RegionalGrowth.Spec],
            [
                new OutputSpec("start", OutputShape.Scalar, "dispersion at the start"),
                new OutputSpec("end", OutputShape.Scalar, "dispersion at the end"),
                new OutputSpec("ratio", OutputShape.Scalar, "start / end"),
                new OutputSpec("statistic", OutputShape.Scalar, "F"),
                new OutputSpec("df1", OutputShape.Scalar, "n − 1"),
                new OutputSpec("df2", OutputShape.Scalar, "n − 1"),
                new OutputSpec("p_value", OutputShape.Scalar, "two-sided"),
            ],
            RegionalGrowth.Read,
            SigmaConvergence.Estimate);
}

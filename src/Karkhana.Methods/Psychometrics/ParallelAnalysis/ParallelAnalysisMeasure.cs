using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Parallel analysis as a measure.</summary>
public static class ParallelAnalysisMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ItemResponses, ParallelAnalysisOptions, ParallelAnalysisResult>(
        "psychometrics.parallel-analysis",
        "How many components or factors stand out from those of data that have none in common.",
        ParallelAnalysis.Source,
        [new InputSpec("responses", "items (list of columns)")],
        [
            new OutputSpec("component", OutputShape.Vector, "1, 2, ..."),
            new OutputSpec("eigenvalue", OutputShape.Vector, "of the answers, decreasing"),
            new OutputSpec("simulated_mean", OutputShape.Vector, "mean of the simulated eigenvalues of the same place"),
            new OutputSpec("simulated_quantile", OutputShape.Vector, "their quantile"),
            new OutputSpec("suggested", OutputShape.Scalar, "leading eigenvalues above the quantile"),
        ],
        ItemResponses.Read,
        ParallelAnalysis.Estimate);
}

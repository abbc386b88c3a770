using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Production complexity as a measure.</summary>
public static class ProductionComplexityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ProductionProcesses, ProductionComplexityOptions, ProductionComplexityResult>(
        "psychometrics.production-complexity",
        "Difficulty, in points of experts, of the processes that each firm masters, with the agreement of the experts.",
        ProductionComplexity.Source,
        [
            new InputSpec("points", "process, raters (list of columns, points 1..10); a process may have a row per dimension of difficulty"),
            new InputSpec("firms", "firm, process; optional standard (1 = at the stated standard, 0 = not, empty = not known)"),
        ],
        [
            new OutputSpec("process", OutputShape.Vector, "processes in order of appearance"),
            new OutputSpec("points", OutputShape.Vector, "median of the experts, 1..10"),
            new OutputSpec("experts", OutputShape.Vector, "experts who judged it"),
            new OutputSpec("alpha", OutputShape.Scalar, "Krippendorff alpha, ordinal"),
            new OutputSpec("alpha_low", OutputShape.Scalar, "lower limit; null without replicates"),
            new OutputSpec("alpha_high", OutputShape.Scalar, "upper limit; null without replicates"),
            new OutputSpec("reliable", OutputShape.Scalar, "1 when alpha is at least least_alpha"),
            new OutputSpec("firm", OutputShape.Vector, "firms in order of appearance"),
            new OutputSpec("processes", OutputShape.Vector, "performed at the stated standard"),
            new OutputSpec("sum", OutputShape.Vector, "their points"),
            new OutputSpec("frontier", OutputShape.Vector, "points of the most difficult one"),
            new OutputSpec("estimate", OutputShape.Vector, "sum over that of all processes, 0..1"),
            new OutputSpec("conf_low", OutputShape.Vector, "lower limit over experts; null without replicates"),
            new OutputSpec("conf_high", OutputShape.Vector, "upper limit over experts; null without replicates"),
            new OutputSpec("frontier_index", OutputShape.Vector, "frontier over the most difficult process, 0..1"),
        ],
        ProductionProcesses.Read,
        ProductionComplexity.Estimate);
}

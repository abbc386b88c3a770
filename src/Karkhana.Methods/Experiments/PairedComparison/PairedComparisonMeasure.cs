using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>Paired comparison as a measure.</summary>
public static class PairedComparisonMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<OptionOutcomes, PairedComparisonOptions, PairedComparisonResult>(
        "experiments.paired-comparison",
        "How far options differ from a baseline when all are simulated with the same random numbers.",
        PairedComparison.Source,
        [new InputSpec("runs", "option, replicate, value")],
        [
            new OutputSpec("n", OutputShape.Scalar, "replicates"),
            new OutputSpec("baseline_mean", OutputShape.Scalar, "mean of the baseline"),
            new OutputSpec("option", OutputShape.Vector, "options but the baseline"),
            new OutputSpec("mean", OutputShape.Vector, "mean by option"),
            new OutputSpec("estimate", OutputShape.Vector, "mean difference from the baseline"),
            new OutputSpec("std_error", OutputShape.Vector, "of the difference"),
            new OutputSpec("statistic", OutputShape.Vector, "t"),
            new OutputSpec("p_value", OutputShape.Vector, "two-sided, for the option alone"),
            new OutputSpec("adjusted_p_value", OutputShape.Vector, "corrected for the number of options"),
            new OutputSpec("conf_low", OutputShape.Vector, "lower limit for the option alone"),
            new OutputSpec("conf_high", OutputShape.Vector, "upper limit for the option alone"),
            new OutputSpec("simultaneous_low", OutputShape.Vector, "lower limit for all options together (Bonferroni)"),
            new OutputSpec("simultaneous_high", OutputShape.Vector, "upper limit for all options together (Bonferroni)"),
            new OutputSpec("bootstrap_low", OutputShape.Vector, "lower limit by the bootstrap"),
            new OutputSpec("bootstrap_high", OutputShape.Vector, "upper limit by the bootstrap"),
            new OutputSpec("superiority", OutputShape.Vector, "share of replicates in which the option does better, equals counting half"),
            new OutputSpec("superiority_low", OutputShape.Vector, "lower limit (Wilson)"),
            new OutputSpec("superiority_high", OutputShape.Vector, "upper limit (Wilson)"),
            new OutputSpec("correlation", OutputShape.Vector, "with the baseline over replicates"),
            new OutputSpec("variance_ratio", OutputShape.Vector, "variance of the difference over that of independent runs"),
            new OutputSpec("replicates_needed", OutputShape.Vector, "for the wanted half width; NaN when none is wanted"),
        ],
        OptionOutcomes.ReadReplicates,
        PairedComparison.Estimate);
}

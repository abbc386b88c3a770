using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>Options compared with a baseline, replicate by replicate.</summary>
public sealed record PairedComparisonResult : IMeasureResult
{
    /// <summary>Gets the comparisons, by option.</summary>
    public required IReadOnlyList<PairedDifference> Differences { get; init; }

    /// <summary>Gets the replicates.</summary>
    public required int Replicates { get; init; }

    /// <summary>Gets the mean of the baseline.</summary>
    public required double BaselineMean { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("n", Replicates)
        .Scalar("baseline_mean", BaselineMean)
        .Vector("option", Differences.Select(own => (string?)own.Option))
        .Vector("mean", Of(own => own.Mean))
        .Vector("estimate", Of(own => own.Difference))
        .Vector("std_error", Of(own => own.StandardError))
        .Vector("statistic", Of(own => own.Statistic))
        .Vector("p_value", Of(own => own.PValue))
        .Vector("adjusted_p_value", Of(own => own.AdjustedPValue))
        .Vector("conf_low", Of(own => own.Interval.Low))
        .Vector("conf_high", Of(own => own.Interval.High))
        .Vector("simultaneous_low", Of(own => own.Simultaneous.Low))
        .Vector("simultaneous_high", Of(own => own.Simultaneous.High))
        .Vector("bootstrap_low", Of(own => own.Bootstrap.Low))
        .Vector("bootstrap_high", Of(own => own.Bootstrap.High))
        .Vector("superiority", Of(own => own.Superiority.Estimate))
        .Vector("superiority_low", Of(own => own.Superiority.Low))
        .Vector("superiority_high", Of(own => own.Superiority.High))
        .Vector("correlation", Of(own => own.Correlation))
        .Vector("variance_ratio", Of(own => own.VarianceRatio))
        .Vector("replicates_needed", Of(own => own.ReplicatesNeeded));

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "paired_comparison",
        Column.Of("option", Differences.Select(own => (string?)own.Option), "Option", "Option compared with the baseline."),
        Column.Of("mean", Of(own => own.Mean), "Mean", "", "Mean over replicates."),
        Column.Of("estimate", Of(own => own.Difference), "Difference", "", "Mean difference from the baseline.", recommended: true),
        Column.Of("std_error", Of(own => own.StandardError), "SE", "", "Standard error of the difference."),
        Column.Of("conf_low", Of(own => own.Interval.Low), "From", "", "Lower limit for this option alone."),
        Column.Of("conf_high", Of(own => own.Interval.High), "To", "", "Upper limit for this option alone."),
        Column.Of("simultaneous_low", Of(own => own.Simultaneous.Low), "From, all", "", "Lower limit for all options together."),
        Column.Of("simultaneous_high", Of(own => own.Simultaneous.High), "To, all", "", "Upper limit for all options together."),
        Column.Of("p_value", Of(own => own.PValue), "p", "", "Two-sided, for this option alone."),
        Column.Of("adjusted_p_value", Of(own => own.AdjustedPValue), "Adjusted p", "", "Corrected for the number of options."),
        Column.Of("superiority", Of(own => own.Superiority.Estimate), "Better in", "share", "Share of replicates in which the option does better."),
        Column.Of("variance_ratio", Of(own => own.VarianceRatio), "Variance ratio", "", "Variance of the difference over that of independent runs."),
        Column.Of("replicates_needed", Of(own => own.ReplicatesNeeded), "Replicates needed", "", "For the wanted half width."));

    private IEnumerable<double> Of(Func<PairedDifference, double> value) => Differences.Select(value);
}

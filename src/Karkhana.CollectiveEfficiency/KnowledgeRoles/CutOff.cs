using Karkhana.Core.Errors;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;

namespace Karkhana.CollectiveEfficiency;

/// <summary>A line between high and low: the rule that finds it, and on which side values on the line fall.</summary>
public sealed record CutOff
{
    /// <summary>Gets how the line is found.</summary>
    /// <value>The median unless set.</value>
    public CutOffRule Rule { get; init; } = CutOffRule.Median;

    /// <summary>Gets the probability of the quantile; only for <see cref="CutOffRule.Percentile"/>.</summary>
    /// <value>From 0 to 1; 0.5 unless set.</value>
    public double Probability { get; init => field = Require.Between(value, 0, 1); } = 0.5;

    /// <summary>Gets the stated value; only for <see cref="CutOffRule.Absolute"/>.</summary>
    /// <value>From 0; 1 unless set.</value>
    public double Level { get; init => field = Require.Between(value, 0, double.MaxValue); } = 1;

    /// <summary>Gets how many firms are high; only for <see cref="CutOffRule.TopCount"/>.</summary>
    /// <value>From 1; 1 unless set.</value>
    public int Count { get; init => field = Require.Between(value, 1, int.MaxValue); } = 1;

    /// <summary>Gets a value indicating whether a value on the line is low.</summary>
    /// <value>True unless set. With <see cref="CutOffRule.TopCount"/>: whether firms tied at the last place are all left
    /// out when there is no room for all of them; else all are let in.</value>
    public bool Strict { get; init; } = true;

    /// <summary>Gets a value indicating whether zeros enter the median, mean or quantile.</summary>
    /// <value>False unless set: the line is drawn among the firms that have some.</value>
    public bool IncludesZeros { get; init; }

    /// <summary>Gets the cut-off in a few words: <c>percentile 0.6, not strict</c>.</summary>
    public string Words => FormattableString.Invariant($"{RuleWords}{(Strict ? "" : ", not strict")}{(IncludesZeros ? ", with zeros" : "")}");

    private string RuleWords => Rule switch
    {
        CutOffRule.Percentile => FormattableString.Invariant($"percentile {Probability}"),
        CutOffRule.Absolute => FormattableString.Invariant($"absolute {Level}"),
        CutOffRule.TopCount => FormattableString.Invariant($"top {Count}"),
        CutOffRule.Median => "median",
        _ => "mean",
    };

    /// <summary>Finds the line.</summary>
    /// <param name="values">The values, zero or greater; NaN is not known and left out.</param>
    /// <returns>The line; 0 when no value is above zero and none is stated.</returns>
    public double LineOf(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] sorted = [.. values.Where(value => value > 0 || (IncludesZeros && value == 0)).Order()];
        return Rule switch
        {
            CutOffRule.Absolute => Level,
            _ when sorted.Length == 0 => 0,
            CutOffRule.Mean => Sums.Mean(sorted),
            CutOffRule.Percentile => Quantiles.Type7(sorted, Probability),
            CutOffRule.TopCount => sorted[Math.Max(0, sorted.Length - Count)],
            _ => Quantiles.Type7(sorted, 0.5),
        };
    }

    /// <summary>Says which values are high.</summary>
    /// <remarks>A value of zero is never high, whatever the rule; one that is not known is not either.</remarks>
    /// <param name="values">The values, zero or greater; NaN is not known.</param>
    /// <returns>One answer per value.</returns>
    public bool[] HighAmong(IReadOnlyList<double> values)
    {
        double line = LineOf(values);
        bool lineIsHigh = Rule == CutOffRule.TopCount
            ? !Strict || values.Count(value => value >= line && value > 0) <= Count
            : !Strict;
        return [.. values.Select(value => value > 0 && (value > line || (lineIsHigh && value == line)))];
    }
}

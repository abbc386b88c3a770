using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>How much alike the values of one group are.</summary>
public sealed record IntraclusterCorrelationResult : IMeasureResult
{
    /// <summary>Gets ρ; at most 1, may be negative; NaN when nothing varies.</summary>
    public required double Estimate { get; init; }

    /// <summary>Gets the lower end of the interval.</summary>
    public required double ConfidenceLow { get; init; }

    /// <summary>Gets the upper end of the interval.</summary>
    public required double ConfidenceHigh { get; init; }

    /// <summary>Gets F.</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets the degrees of freedom between groups.</summary>
    public required int DegreesBetween { get; init; }

    /// <summary>Gets the degrees of freedom within groups.</summary>
    public required int DegreesWithin { get; init; }

    /// <summary>Gets the upper tail of F.</summary>
    public required double PValue { get; init; }

    /// <summary>Gets the factor by which the variance of a mean grows; at least 1.</summary>
    public required double DesignEffect { get; init; }

    /// <summary>Gets the variance component between groups; may be negative.</summary>
    public required double BetweenVariance { get; init; }

    /// <summary>Gets the variance within groups.</summary>
    public required double WithinVariance { get; init; }

    /// <summary>Gets the number of groups.</summary>
    public required int Groups { get; init; }

    /// <summary>Gets the number of values that were used.</summary>
    public required int Count { get; init; }

    /// <summary>Gets n₀, the size that stands for groups of different sizes.</summary>
    public required double MeanSize { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("estimate", Estimate)
        .Scalar("conf_low", ConfidenceLow)
        .Scalar("conf_high", ConfidenceHigh)
        .Scalar("statistic", Statistic)
        .Scalar("df_between", DegreesBetween)
        .Scalar("df_within", DegreesWithin)
        .Scalar("p_value", PValue)
        .Scalar("design_effect", DesignEffect)
        .Scalar("variance_between", BetweenVariance)
        .Scalar("variance_within", WithinVariance)
        .Scalar("groups", Groups)
        .Scalar("n", Count)
        .Scalar("mean_size", MeanSize);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "intracluster_correlation",
        Column.Of("estimate", [Estimate], "ρ", "", "Correlation of two values of one group.", recommended: true),
        Column.Of("conf_low", [ConfidenceLow], "Low", "", "Lower end of the interval."),
        Column.Of("conf_high", [ConfidenceHigh], "High", "", "Upper end of the interval."),
        Column.Of("statistic", [Statistic], "F", "", "Mean square between groups over that within."),
        Column.Of("p_value", [PValue], "p", "", "Upper tail of F."),
        Column.Of("design_effect", [DesignEffect], "Design effect", "", "Factor on the variance of a mean."),
        Column.Of("groups", [Groups], "Groups", "", "Groups with a value."),
        Column.Of("n", [Count], "Values", "", "Values that were used."));
}

using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>The t test with what it compares.</summary>
public sealed record TTestResult : IMeasureResult
{
    /// <summary>Gets the two groups in order.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Gets the number of values by group.</summary>
    public required IReadOnlyList<int> Sizes { get; init; }

    /// <summary>Gets the means by group.</summary>
    public required IReadOnlyList<double> Means { get; init; }

    /// <summary>Gets the standard deviations (n − 1) by group.</summary>
    public required IReadOnlyList<double> Deviations { get; init; }

    /// <summary>Gets the mean of the first group less that of the second.</summary>
    public required double Estimate { get; init; }

    /// <summary>Gets its standard error.</summary>
    public required double StandardError { get; init; }

    /// <summary>Gets t.</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets its degrees of freedom.</summary>
    public required double Degrees { get; init; }

    /// <summary>Gets the p-value.</summary>
    public required double PValue { get; init; }

    /// <summary>Gets the lower limit of the difference.</summary>
    public required double ConfidenceLow { get; init; }

    /// <summary>Gets the upper limit of the difference.</summary>
    public required double ConfidenceHigh { get; init; }

    /// <summary>Gets Hedges' g: the difference in pooled standard deviations, without the bias of small samples.</summary>
    public required double EffectSize { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("statistic", Statistic)
        .Scalar("df", Degrees)
        .Scalar("p_value", PValue)
        .Scalar("estimate", Estimate)
        .Scalar("std_error", StandardError)
        .Scalar("conf_low", ConfidenceLow)
        .Scalar("conf_high", ConfidenceHigh)
        .Scalar("hedges_g", EffectSize)
        .Vector("group", Groups)
        .Vector("mean", Means)
        .Vector("n", Sizes)
        .Vector("std_deviation", Deviations);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "t_test",
        Column.Of("estimate", [Estimate], "Difference", "", "Mean of the first group less that of the second.", recommended: true),
        Column.Of("std_error", [StandardError], "Standard error", "", "Of the difference."),
        Column.Of("statistic", [Statistic], "t", "", "Student's t."),
        Column.Of("df", [Degrees], "df", "", "Degrees of freedom."),
        Column.Of("p_value", [PValue], "p", "", "Of equal means."),
        Column.Of("conf_low", [ConfidenceLow], "Low", "", "Lower limit of the difference."),
        Column.Of("conf_high", [ConfidenceHigh], "High", "", "Upper limit of the difference."),
        Column.Of("hedges_g", [EffectSize], "g", "", "Difference in pooled standard deviations (Hedges)."));
}

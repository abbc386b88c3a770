using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>The one-way analysis of variance with what it compares.</summary>
public sealed record OneWayAnalysisOfVarianceResult : IMeasureResult
{
    /// <summary>Gets the groups in order.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Gets the number of values by group.</summary>
    public required IReadOnlyList<int> Sizes { get; init; }

    /// <summary>Gets the means by group.</summary>
    public required IReadOnlyList<double> Means { get; init; }

    /// <summary>Gets the standard deviations (n − 1) by group; NaN for one value.</summary>
    public required IReadOnlyList<double> Deviations { get; init; }

    /// <summary>Gets F; NaN when nothing varies, infinite when values vary between groups alone.</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets the degrees of freedom between groups.</summary>
    public required double DegreesBetween { get; init; }

    /// <summary>Gets the degrees of freedom within groups.</summary>
    public required double DegreesWithin { get; init; }

    /// <summary>Gets the upper tail.</summary>
    public required double PValue { get; init; }

    /// <summary>Gets η²: the share of the variance between groups.</summary>
    public required double EtaSquared { get; init; }

    /// <summary>Gets ω²: the same without most of the bias; may be negative.</summary>
    public required double OmegaSquared { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("statistic", Statistic)
        .Scalar("p_value", PValue)
        .Scalar("df_between", DegreesBetween)
        .Scalar("df_within", DegreesWithin)
        .Scalar("eta_squared", EtaSquared)
        .Scalar("omega_squared", OmegaSquared)
        .Vector("group", Groups)
        .Vector("mean", Means)
        .Vector("n", Sizes)
        .Vector("std_deviation", Deviations);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "one_way_analysis_of_variance",
        Column.Of("group", Groups, "Group", "Group of values."),
        Column.Of("n", Sizes, "Values", "", "Values of the group."),
        Column.Of("mean", Means, "Mean", "", "Mean of the group.", recommended: true),
        Column.Of("std_deviation", Deviations, "SD", "", "Standard deviation, n − 1."),
        Column.Of("statistic", Groups.Select(_ => Statistic), "F", "", "Ratio of mean squares."),
        Column.Of("p_value", Groups.Select(_ => PValue), "p", "", "Of equal means."),
        Column.Of("omega_squared", Groups.Select(_ => OmegaSquared), "ω²", "", "Share of the variance between groups."));
}

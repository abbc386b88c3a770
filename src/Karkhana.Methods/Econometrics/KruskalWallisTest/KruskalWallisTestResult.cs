using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>The Kruskal-Wallis test with what it compares.</summary>
public sealed record KruskalWallisTestResult : IMeasureResult
{
    /// <summary>Gets the groups in order.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Gets the number of values by group.</summary>
    public required IReadOnlyList<int> Sizes { get; init; }

    /// <summary>Gets the mean rank by group.</summary>
    public required IReadOnlyList<double> MeanRanks { get; init; }

    /// <summary>Gets H; NaN when nothing varies.</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets its degrees of freedom.</summary>
    public required int Degrees { get; init; }

    /// <summary>Gets the upper tail.</summary>
    public required double PValue { get; init; }

    /// <summary>Gets ε², from 0 (groups alike) to 1.</summary>
    public required double EpsilonSquared { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("statistic", Statistic)
        .Scalar("df", Degrees)
        .Scalar("p_value", PValue)
        .Scalar("epsilon_squared", EpsilonSquared)
        .Vector("group", Groups)
        .Vector("mean_rank", MeanRanks)
        .Vector("n", Sizes);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "kruskal_wallis_test",
        Column.Of("group", Groups, "Group", "Group of values."),
        Column.Of("n", Sizes, "Values", "", "Values of the group."),
        Column.Of("mean_rank", MeanRanks, "Mean rank", "", "Mean rank among all values.", recommended: true),
        Column.Of("statistic", Groups.Select(_ => Statistic), "H", "", "Chi-square of the test."),
        Column.Of("df", Groups.Select(_ => Degrees), "df", "", "Degrees of freedom."),
        Column.Of("p_value", Groups.Select(_ => PValue), "p", "", "Of one distribution for all groups."),
        Column.Of("epsilon_squared", Groups.Select(_ => EpsilonSquared), "ε²", "", "Effect size, from 0 to 1."));
}

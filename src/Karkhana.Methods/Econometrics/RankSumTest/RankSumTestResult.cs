using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>The rank-sum test with what it compares.</summary>
public sealed record RankSumTestResult : IMeasureResult
{
    /// <summary>Gets the two groups in order.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Gets the number of values by group.</summary>
    public required IReadOnlyList<int> Sizes { get; init; }

    /// <summary>Gets the medians by group.</summary>
    public required IReadOnlyList<double> Medians { get; init; }

    /// <summary>Gets W: pairs in which the first group is greater, ties counted half.</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets the standard score of W; NaN when nothing varies.</summary>
    public required double Score { get; init; }

    /// <summary>Gets the p-value; NaN when nothing varies.</summary>
    public required double PValue { get; init; }

    /// <summary>Gets the chance that a value of the first group is greater than one of the second, ties counted
    /// half.</summary>
    public required double ProbabilityOfSuperiority { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("statistic", Statistic)
        .Scalar("p_value", PValue)
        .Scalar("z", Score)
        .Scalar("probability_of_superiority", ProbabilityOfSuperiority)
        .Vector("group", Groups)
        .Vector("median", Medians)
        .Vector("n", Sizes);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "rank_sum_test",
        Column.Of("probability_of_superiority", [ProbabilityOfSuperiority], "P(first > second)", "", "Chance that a value of the first group is greater, ties counted half.", recommended: true),
        Column.Of("statistic", [Statistic], "W", "", "Pairs in which the first group is greater."),
        Column.Of("z", [Score], "z", "", "Standard score of W."),
        Column.Of("p_value", [PValue], "p", "", "Of one distribution for both groups."));
}

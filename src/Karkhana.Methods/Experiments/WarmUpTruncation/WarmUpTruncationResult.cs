using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>How many of the first outputs to drop.</summary>
public sealed record WarmUpTruncationResult : IMeasureResult
{
    /// <summary>Gets the values to drop.</summary>
    public required int Truncation { get; init; }

    /// <summary>Gets the least value of the criterion.</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets the mean of the values that are left.</summary>
    public required double Mean { get; init; }

    /// <summary>Gets the numbers of values to drop that were tried.</summary>
    public required IReadOnlyList<int> Dropped { get; init; }

    /// <summary>Gets the criterion of each.</summary>
    public required IReadOnlyList<double> Criterion { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("truncation", Truncation)
        .Scalar("statistic", Statistic)
        .Scalar("mean", Mean)
        .Vector("dropped", Dropped)
        .Vector("criterion", Criterion);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "warm_up_truncation",
        Column.Of("dropped", Dropped, "Dropped", "", "Values dropped from the start."),
        Column.Of("criterion", Criterion, "MSER", "", "Marginal standard error of the mean of the rest.", recommended: true),
        Column.Of("chosen", Dropped.Select(count => count == Truncation), "Chosen", "Whether this truncation has the least criterion."));
}

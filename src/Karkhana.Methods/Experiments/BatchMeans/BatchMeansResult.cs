using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>A steady-state mean with its interval by batch means.</summary>
public sealed record BatchMeansResult : IMeasureResult
{
    /// <summary>Gets the mean of the whole series.</summary>
    public required double Mean { get; init; }

    /// <summary>Gets the standard error from the batches.</summary>
    public required double StandardError { get; init; }

    /// <summary>Gets half of the width of the interval.</summary>
    public required double HalfWidth { get; init; }

    /// <summary>Gets the means of the batches, in order.</summary>
    public required IReadOnlyList<double> BatchMeans { get; init; }

    /// <summary>Gets the correlation of a batch mean with the next; NaN with two batches or batch means that do not differ.</summary>
    public required double BatchCorrelation { get; init; }

    /// <summary>Gets the values after the last full batch.</summary>
    public required int LeftOver { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    private IEnumerable<int> Batches => Enumerable.Range(1, BatchMeans.Count);

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("mean", Mean)
        .Scalar("std_error", StandardError)
        .Scalar("half_width", HalfWidth)
        .Scalar("conf_low", Mean - HalfWidth)
        .Scalar("conf_high", Mean + HalfWidth)
        .Scalar("batch_correlation", BatchCorrelation)
        .Scalar("left_over", LeftOver)
        .Vector("batch", Batches)
        .Vector("batch_mean", BatchMeans);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "batch_means",
        Column.Of("batch", Batches, "Batch", "", "Batch in time order."),
        Column.Of("batch_mean", BatchMeans, "Batch mean", "", "Mean of the values of the batch.", recommended: true),
        Column.Of("mean", BatchMeans.Select(_ => Mean), "Mean", "", "Mean of the whole series."),
        Column.Of("std_error", BatchMeans.Select(_ => StandardError), "SE", "", "Standard error of the mean."),
        Column.Of("conf_low", BatchMeans.Select(_ => Mean - HalfWidth), "From", "", "Lower limit of the mean."),
        Column.Of("conf_high", BatchMeans.Select(_ => Mean + HalfWidth), "To", "", "Upper limit of the mean."));
}

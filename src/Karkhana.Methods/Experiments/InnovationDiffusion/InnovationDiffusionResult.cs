using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>Adopters by time.</summary>
public sealed record InnovationDiffusionResult : IMeasureResult
{
    /// <summary>Gets the times.</summary>
    public required IReadOnlyList<double> Times { get; init; }

    /// <summary>Gets how many have adopted by each time.</summary>
    public required IReadOnlyList<double> Cumulative { get; init; }

    /// <summary>Gets when adoption is fastest; NaN in steps. A curve of Logistic or Gompertz with a below 1 had its peak before
    /// time 0.</summary>
    public required double PeakTime { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("time", Times)
        .Vector("cumulative", Cumulative)
        .Scalar("peak_time", PeakTime);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "innovation_diffusion",
        Column.Of("time", Times, "Time", "", "Point of time."),
        Column.Of("cumulative", Cumulative, "Adopters", "", "Adopters up to that time.", recommended: true),
        Column.Of("peak_time", Times.Select(_ => PeakTime), "Peak", "", "Time at which adoption is fastest."));
}

using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Band = Karkhana.Core.Inference.Envelope;

namespace Karkhana.Methods.Spatial;

/// <summary>An observed curve with what chance gives under a null model.</summary>
public sealed record CurveTestResult : IMeasureResult
{
    /// <summary>Gets the distances.</summary>
    public required IReadOnlyList<double> Distances { get; init; }

    /// <summary>Gets the observed curve.</summary>
    public required IReadOnlyList<double> Observed { get; init; }

    /// <summary>Gets the simulated curves.</summary>
    public required ReplicateRows Simulated { get; init; }

    /// <summary>Gets the number of reference points.</summary>
    public required int Points { get; init; }

    /// <summary>Gets the band that was asked for.</summary>
    public required Band Envelope { get; init; }

    /// <summary>Gets the band that holds at each distance alone.</summary>
    public required Band Pointwise { get; init; }

    /// <summary>Gets the exact test of the whole curve.</summary>
    public required GreatestDeviation Test { get; init; }

    /// <summary>Gets the p-value of the squared departures from the mean, scaled by the pointwise band.</summary>
    public required double FitPValue { get; init; }

    /// <summary>Gets the two-sided p-value at each distance alone.</summary>
    public required IReadOnlyList<double> RankPValues { get; init; }

    /// <summary>Gets the indices of localisation and dispersion.</summary>
    public required LocalisationIndices Indices { get; init; }

    /// <summary>Gets the distance at which the curve departs most; NaN when no distance gives evidence.</summary>
    public double PeakDistance => double.IsNaN(Test.PValue) ? double.NaN : Distances[Test.Peak];

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("distance", Distances)
        .Vector("observed", Observed)
        .Vector("lower", Envelope.Lower)
        .Vector("upper", Envelope.Upper)
        .Vector("lower_pointwise", Pointwise.Lower)
        .Vector("upper_pointwise", Pointwise.Upper)
        .Vector("p_pointwise", RankPValues)
        .Vector("localisation", Indices.Localisation)
        .Vector("dispersion", Indices.Dispersion)
        .Scalar("p_value", Test.PValue)
        .Scalar("p_fit", FitPValue)
        .Scalar("peak_distance", PeakDistance)
        .Scalar("peak_deviation", Test.Deviation)
        .Scalar("points", Points);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "curve_test",
        Column.Of("distance", Distances, "Distance", "m", "Distance."),
        Column.Of("estimate", Observed, "Observed", "", "The observed curve.", recommended: true),
        Column.Of("conf_low", Envelope.Lower, "Lower", "", "Lower limit of the band."),
        Column.Of("conf_high", Envelope.Upper, "Upper", "", "Upper limit of the band."),
        Column.Of("pointwise_low", Pointwise.Lower, "Pointwise lower", "", "Lower limit at this distance alone."),
        Column.Of("pointwise_high", Pointwise.Upper, "Pointwise upper", "", "Upper limit at this distance alone."),
        Column.Of("p_value", RankPValues, "p", "", "Two-sided p-value at this distance alone."),
        Column.Of("localisation", Indices.Localisation, "Localisation", "", "How far above the global band."),
        Column.Of("dispersion", Indices.Dispersion, "Dispersion", "", "How far below the global band."));
}

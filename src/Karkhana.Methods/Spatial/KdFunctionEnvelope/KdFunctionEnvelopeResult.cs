using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>The K-density with its band under given relabellings.</summary>
/// <param name="Observed">The observed K-density.</param>
/// <param name="Simulated">One K-density per relabelling.</param>
/// <param name="Band">The band and how many simulated curves leave it.</param>
/// <param name="Provenance">What made it.</param>
public sealed record KdFunctionEnvelopeResult(
    KdFunctionResult Observed, ReplicateRows Simulated, RankBand Band, Provenance Provenance)
    : IMeasureResult
{
    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => Observed.Notes;

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("distance", Observed.Distances)
        .Vector("observed", Observed.Values)
        .Vector("lower", Band.Lower)
        .Vector("upper", Band.Upper)
        .Scalar("share_above", Band.ShareAbove)
        .Scalar("share_below", Band.ShareBelow)
        .Scalar("share_any", Band.ShareAny)
        .Scalar("bandwidth", Observed.Bandwidth);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "kd_function_envelope",
        Column.Of("distance", Observed.Distances, "Distance", "m", "Distance between two plants."),
        Column.Of("estimate", Observed.Values, "Kd", "per m", "Density of the distances.", recommended: true),
        Column.Of("conf_low", Band.Lower, "Lower", "per m", "Lower limit of the band."),
        Column.Of("conf_high", Band.Upper, "Upper", "per m", "Upper limit of the band."));
}

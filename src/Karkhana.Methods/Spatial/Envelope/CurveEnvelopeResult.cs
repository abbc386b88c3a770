using System.Globalization;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Band = Karkhana.Core.Inference.Envelope;

namespace Karkhana.Methods.Spatial;

/// <summary>An observed curve with its band.</summary>
/// <param name="Curves">The curves.</param>
/// <param name="Envelope">The band.</param>
/// <param name="UpperPValues">The share of simulated values at least as great, the observed one counted.</param>
/// <param name="Provenance">What made it.</param>
public sealed record CurveEnvelopeResult(
    CurveSet Curves, Band Envelope, IReadOnlyList<double> UpperPValues, Provenance Provenance)
    : IMeasureResult
{
    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [];

    /// <summary>Gets a value indicating whether the simulated curves are given out by
    /// <see cref="ToOutputs"/>.</summary>
    internal bool WithSimulated { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs()
    {
        MeasureOutputs outputs = new MeasureOutputs()
            .Vector("distance", Curves.Distances)
            .Vector("observed", Curves.Observed)
            .Vector("lower", Envelope.Lower)
            .Vector("upper", Envelope.Upper)
            .Vector("p_upper", UpperPValues);
        return WithSimulated
            ? outputs.Matrix(
                "simulated",
                Enumerable.Range(1, Curves.Simulated.Count).Select(s => s.ToString(CultureInfo.InvariantCulture)),
                Curves.Distances.Select(distance => distance.ToString("R", CultureInfo.InvariantCulture)),
                Curves.Simulated.Values)
            : outputs;
    }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "envelope",
        Column.Of("distance", Curves.Distances, "Distance", "", "Distance."),
        Column.Of("estimate", Curves.Observed, "Observed", "", "The observed curve.", recommended: true),
        Column.Of("conf_low", Envelope.Lower, "Lower", "", "Lower limit of the band."),
        Column.Of("conf_high", Envelope.Upper, "Upper", "", "Upper limit of the band."),
        Column.Of("p_value", UpperPValues, "p", "", "Share of simulated values at least as great."));
}

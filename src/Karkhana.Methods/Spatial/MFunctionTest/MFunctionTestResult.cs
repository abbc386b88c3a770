using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Band = Karkhana.Core.Inference.Envelope;

namespace Karkhana.Methods.Spatial;

/// <summary>M of a type with its bands under random labelling and the test of the whole curve.</summary>
public sealed record MFunctionTestResult : ITidyResult
{
    /// <summary>Gets the type that was tested.</summary>
    public required string Reference { get; init; }

    /// <summary>Gets the number of its points.</summary>
    public required int Points { get; init; }

    /// <summary>Gets the distances, ascending.</summary>
    public required IReadOnlyList<double> Distances { get; init; }

    /// <summary>Gets M at each distance.</summary>
    public required IReadOnlyList<double> Observed { get; init; }

    /// <summary>Gets the band that holds at each distance alone.</summary>
    public required Band Pointwise { get; init; }

    /// <summary>Gets the band that holds for the whole curve.</summary>
    public required Band Global { get; init; }

    /// <summary>Gets the p-value of the whole curve, two-sided; NaN when no distance gives evidence.</summary>
    public required double PValue { get; init; }

    /// <summary>Gets the position of the distance at which the curve departs most.</summary>
    public required int StrongestDeviationAt { get; init; }

    /// <summary>Gets the departure there in standard deviations; positive when concentrated.</summary>
    public required double StrongestDeviation { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [];

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "m_function_test",
        Column.Of("industry", Distances.Select(_ => (string?)Reference), "Industry", "The type that was tested."),
        Column.Of("distance", Distances, "Distance", "m", "Radius of the neighbourhood."),
        Column.Of("estimate", Observed, "M", "ratio", "1 means no concentration.", recommended: true),
        Column.Of("pointwise_low", Pointwise.Lower, "Pointwise lower", "ratio", "Lower limit at this distance alone."),
        Column.Of("pointwise_high", Pointwise.Upper, "Pointwise upper", "ratio", "Upper limit at this distance alone."),
        Column.Of("global_low", Global.Lower, "Global lower", "ratio", "Lower limit for the whole curve."),
        Column.Of("global_high", Global.Upper, "Global upper", "ratio", "Upper limit for the whole curve."));
}

using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Concentration;

/// <summary>The components of a region's growth, in the unit of the values.</summary>
public sealed record ShiftShareResult : IMeasureResult
{
    /// <summary>Gets the growth of the region.</summary>
    public required double Growth { get; init; }

    /// <summary>Gets the growth it would have had at the nation's rate.</summary>
    public required double National { get; init; }

    /// <summary>Gets what its mix of industries adds.</summary>
    public required double IndustryMix { get; init; }

    /// <summary>Gets what its industries add by growing otherwise than in the nation.</summary>
    public required double Regional { get; init; }

    /// <summary>Gets the growth beyond the nation's rate.</summary>
    public required double NetShift { get; init; }

    /// <summary>Gets what specialisation in the faster industries adds; NaN unless the method is Esteban.</summary>
    public required double Allocation { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("growth", Growth)
        .Scalar("national", National)
        .Scalar("industry_mix", IndustryMix)
        .Scalar("regional", Regional)
        .Scalar("net_shift", NetShift)
        .Scalar("allocation", Allocation);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "shift_share",
        Column.Of(
            "term", ["growth", "national", "industry_mix", "regional", "net_shift", "allocation"], "Component",
            "Growth and its components."),
        Column.Of(
            "estimate", [Growth, National, IndustryMix, Regional, NetShift, Allocation], "Change", "",
            "In the unit of the values.", recommended: true));
}

using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Concentration;

/// <summary>A location quotient per region and industry.</summary>
/// <param name="Activity">The activity it was computed from.</param>
/// <param name="Values">The quotients, region after region.</param>
/// <param name="Lows">Lower limits; NaN in the additive forms.</param>
/// <param name="Highs">Upper limits; NaN in the additive forms.</param>
/// <param name="Provenance">What made it.</param>
public sealed record LocationQuotientResult(
    ActivityTable Activity, IReadOnlyList<double> Values, IReadOnlyList<double> Lows, IReadOnlyList<double> Highs, Provenance Provenance)
    : IMeasureResult
{
    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Matrix(
        "estimate", Activity.Regions, Activity.Industries, Values);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "location_quotients",
        Activity.RegionColumn(),
        Activity.IndustryColumn(),
        Column.Of("value", Activity.Values, "Activity", "", "Activity of the industry in the region."),
        Column.Of(
            "estimate", Values, "Location quotient", "ratio", "1 means the share of all regions.", recommended: true),
        Column.Of("conf_low", Lows, "Lower limit", "ratio", "Wilson interval of the share."),
        Column.Of("conf_high", Highs, "Upper limit", "ratio", "Wilson interval of the share."));
}

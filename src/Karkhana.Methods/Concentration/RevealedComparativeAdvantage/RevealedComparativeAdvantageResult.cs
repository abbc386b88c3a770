using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Concentration;

/// <summary>Which region is specialised in which industry.</summary>
/// <param name="Activity">The activity it was computed from.</param>
/// <param name="Values">Whether each cell reaches the threshold, region after region.</param>
/// <param name="Diversity">The number of marked industries of each region.</param>
/// <param name="Ubiquity">The number of marked regions of each industry.</param>
/// <param name="Provenance">What made it.</param>
public sealed record RevealedComparativeAdvantageResult(
    ActivityTable Activity,
    IReadOnlyList<bool> Values,
    IReadOnlyList<int> Diversity,
    IReadOnlyList<int> Ubiquity,
    Provenance Provenance) : IMeasureResult
{
    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes =>
    [
        .. UnitNotes.Empty(
            "region", Activity.Regions, Activity.RegionTotals, "They count as specialised in nothing."),
        .. UnitNotes.Empty(
            "industry", Activity.Industries, Activity.IndustryTotals, "No region counts as specialised in them."),
    ];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Matrix("estimate", Activity.Regions, Activity.Industries, [.. Values.Select(mark => mark ? 1.0 : 0.0)])
        .Vector("region", Activity.Regions)
        .Vector("diversity", Diversity)
        .Vector("industry", Activity.Industries)
        .Vector("ubiquity", Ubiquity);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "revealed_comparative_advantage",
        Activity.RegionColumn(),
        Activity.IndustryColumn(),
        Column.Of("value", Activity.Values, "Activity", "", "Activity of the industry in the region."),
        Column.Of("estimate", Values, "Specialised", "Whether the location quotient reaches the threshold."),
        Column.Of(
            "diversity", Activity.Regions.SelectMany((_, r) => Activity.Industries.Select(_ => Diversity[r])),
            "Diversity", "industries", "Number of industries in which the region is specialised."),
        Column.Of(
            "ubiquity", Activity.Regions.SelectMany(_ => Ubiquity), "Ubiquity", "regions",
            "Number of regions specialised in the industry."));
}

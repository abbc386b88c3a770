using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>The research of others that is near each unit.</summary>
/// <param name="Units">The firms, or regions.</param>
/// <param name="Research">Their own research.</param>
/// <param name="Technology">The pool by how alike profiles are; NaN for a unit without a profile.</param>
/// <param name="Distance">The pool by distance; NaN where points are not known.</param>
/// <param name="Joint">The pool by both.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record SpilloverPoolsResult(
    IReadOnlyList<string> Units,
    IReadOnlyList<double> Research,
    IReadOnlyList<double> Technology,
    IReadOnlyList<double> Distance,
    IReadOnlyList<double> Joint,
    IReadOnlyList<Note> Notes,
    Provenance Provenance) : ITidyResult
{
    /// <summary>Gives a pool.</summary>
    /// <param name="proximity">By what others count as near.</param>
    /// <returns>One pool per unit.</returns>
    public IReadOnlyList<double> Of(SpilloverProximity proximity) => proximity switch
    {
        SpilloverProximity.Technology => Technology,
        SpilloverProximity.Distance => Distance,
        _ => Joint,
    };

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "spillover_pools",
        Column.Of("firm", Units.Select(unit => (string?)unit), "Firm", "Firm id of the register."),
        Column.Of("research", Research, "Own", "", "Own research or effort."),
        Column.Of("pool_technology", Technology, "Pool, alike", "", "Research of others by the cosine of profiles.", recommended: true),
        Column.Of("pool_distance", Distance, "Pool, near", "", "Research of others by distance."),
        Column.Of("pool_joint", Joint, "Pool, alike and near", "", "Research of others by both."));
}

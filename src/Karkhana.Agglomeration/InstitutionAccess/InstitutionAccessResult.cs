using Karkhana.Core.Inference;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>How well the firms of a sample reach institutions.</summary>
public sealed record InstitutionAccessResult : ITidyResult
{
    /// <summary>Gets the sample that was asked about.</summary>
    public required RegisterSample Input { get; init; }

    /// <summary>Gets the reach of each kind of institution that the study has.</summary>
    public required IReadOnlyList<InstitutionReach> Kinds { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Finds a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Its reach, or null when the study has none of the kind.</returns>
    public InstitutionReach? Find(InstitutionKind kind) => Kinds.FirstOrDefault(reach => reach.Kind == kind);

    /// <summary>Gives medians by kind and group; groups of fewer than five firms are held back.</summary>
    /// <returns>The table <c>institution_access</c>.</returns>
    public Table ToTable()
    {
        (InstitutionReach Reach, string Group, int[] Members)[] rows = [.. Kinds.SelectMany(
            reach => Input.Groups().Select(group => (reach, group.Group, group.Members)))];
        return SmallCells.Suppress(Table.Of(
            "institution_access",
            Column.Of("kind", rows.Select(row => (string?)Words.Of(row.Reach.Kind)), "Kind", "Kind of institution."),
            Column.Of("group", rows.Select(row => (string?)row.Group), "Group", "Clustered or dispersed firms; all when they are not compared."),
            Column.Of("n", rows.Select(row => row.Members.Length), "Firms", "", "Firms of the group."),
            Column.Of(
                "distance", rows.Select(row => Quantiles.Median(row.Members.Select(i => row.Reach.Nearest[i]))), "Nearest", "km",
                "Median distance to the nearest.", recommended: true),
            Column.Of(
                "within", rows.Select(row => Quantiles.Median(row.Members.Select(i => (double)row.Reach.Within[i]))), "Within reach",
                "institutions", "Median number within the radius."),
            Column.Of(
                "gravity", rows.Select(row => Quantiles.Median(row.Members.Select(i => row.Reach.Gravity[i]))), "Accessibility",
                "institutions", "Median of the gravity measure.")));
    }
}

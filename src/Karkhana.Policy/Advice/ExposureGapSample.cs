using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;

namespace Karkhana.Policy;

/// <summary>Whose exposure is compared with whose.</summary>
public sealed record ExposureGapSample
{
    /// <summary>Gets the exposures; firms below are positions in it.</summary>
    public required ExposureTable Exposures { get; init; }

    /// <summary>Gets the firms of the cluster, at least one.</summary>
    public required IReadOnlyList<int> Cluster { get; init; }

    /// <summary>Gets the firms that they are compared with, at least one, none of the cluster among them.</summary>
    public required IReadOnlyList<int> Comparison { get; init; }

    /// <summary>Gets all firms of the industry, whose spread is the unit of a gap.</summary>
    public required IReadOnlyList<int> All { get; init; }

    /// <summary>Gets the place of each firm of the exposures; empty when places are not known.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    internal void Check()
    {
        Require.That(Cluster.Count > 0, nameof(Cluster), "must hold at least one firm of the cluster; it held none");
        Require.That(Comparison.Count > 0, nameof(Comparison), "must hold at least one firm to compare with; the comparison set was empty");
        int firms = Exposures.FirmIds.Count;
        int[] outside = [.. Cluster.Concat(Comparison).Concat(All).Where(firm => firm < 0 || firm >= firms)];
        Require.That(
            outside.Length == 0, nameof(All), FormattableString.Invariant($"must be positions from 0 to {firms - 1}; {string.Join(", ", outside)} are not"));
        int both = Cluster.Intersect(Comparison).Count();
        Require.That(both == 0, nameof(Comparison), FormattableString.Invariant($"must share no firm with the cluster; {both} are in both"));
        Require.That(
            Places.Count == 0 || Places.Count == firms, nameof(Places),
            FormattableString.Invariant($"must name a place for each of the {firms} firms, or none; there were {Places.Count}"));
    }
}

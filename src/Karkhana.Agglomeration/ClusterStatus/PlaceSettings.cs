using Karkhana.Core.Errors;
using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>The kind of place that each firm of an industry stands in: a town where the industry clusters, another town, or the
/// countryside.</summary>
public static class PlaceSettings
{
    /// <summary>Takes what the register says, else a rule.</summary>
    /// <remarks>
    /// Rule: a firm stands in a town when at least <paramref name="leastNeighbours"/> other open establishments, of whatever industry, lie within
    /// <paramref name="townKilometres"/>; the town is one of the industry when a clustered firm of it lies within <paramref name="clusterKilometres"/>, else
    /// another town; all else is rural. A register of one industry shows no towns: without a column of settings it gives nothing. The limits are
    /// assumptions: what is dense depends on how complete the register is. Cost: pairs within the radii.
    /// Source: framework 3.5 (M0) names the kinds; the rule is ours.
    /// </remarks>
    /// <param name="firms">The register.</param>
    /// <param name="sample">Positions of the firms of one industry.</param>
    /// <param name="clustered">Whether each of them is clustered.</param>
    /// <param name="townKilometres">The radius that makes a town, positive; 2 unless set.</param>
    /// <param name="leastNeighbours">The establishments needed, at least 1; 20 unless set.</param>
    /// <param name="clusterKilometres">How near a clustered firm must be, positive; 5 unless set.</param>
    /// <returns>One kind per firm of the sample; null where neither the register nor the rule tells.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a limit is out of range.</exception>
    public static PlaceSetting?[] Estimate(
        FirmRegister firms,
        IReadOnlyList<int> sample,
        IReadOnlyList<bool> clustered,
        double townKilometres = 2,
        int leastNeighbours = 20,
        double clusterKilometres = 5)
    {
        ArgumentNullException.ThrowIfNull(firms);
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(clustered);
        Require.SameLength(sample.Count, clustered.Count, nameof(clustered));
        Require.Positive(townKilometres);
        Require.Between(leastNeighbours, 1, int.MaxValue);
        Require.Positive(clusterKilometres);
        PlaceSetting?[] settings = [.. sample.Select(firm => firms.Settings.Length == 0 ? null : firms.Settings[firm])];
        if (firms.Industries.Distinct().Take(2).Count() < 2 || Array.TrueForAll(settings, setting => setting is not null))
        {
            return settings;
        }

        PointLayer all = new(firms.X, firms.Y, [.. Enumerable.Range(0, firms.Count).Where(firms.IsOpen)]);
        PointLayer core = new(firms.X, firms.Y, [.. sample.Where((_, i) => clustered[i]).Order()]);
        List<Neighbour> near = [];
        int Around(PointLayer layer, int firm, double kilometres)
        {
            layer.Around(firms.X[firm], firms.Y[firm], kilometres, firm, near);
            return near.Count;
        }

        for (int i = 0; i < settings.Length; i++)
        {
            settings[i] ??= Around(all, sample[i], townKilometres) < leastNeighbours ? PlaceSetting.Rural
                : clustered[i] || Around(core, sample[i], clusterKilometres) > 0 ? PlaceSetting.Urban
                : PlaceSetting.OtherTown;
        }

        return settings;
    }
}

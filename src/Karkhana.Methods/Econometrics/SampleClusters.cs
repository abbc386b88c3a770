using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>The one grouping of a sample by which scores are added up.</summary>
internal static class SampleClusters
{
    /// <summary>Gives the clusters of the rows used; refuses none, several, or fewer than two clusters.</summary>
    public static ClusterGroups One(RegressionSample sample, int[] rows)
    {
        Require.That(sample.Clusters.Count == 1, nameof(sample.Clusters), FormattableString.Invariant(
            $"must be one grouping for a clustered covariance; there were {sample.Clusters.Count}"));
        Require.SameLength(sample.Data.RowCount, sample.Clusters[0].Count, nameof(sample.Clusters));
        ClusterGroups groups = ClusterGroups.Of(sample.Clusters[0], rows);
        Require.That(groups.Count > 1, nameof(sample.Clusters), "must have at least two clusters among the complete rows");
        return groups;
    }

    /// <summary>Gives G/(G − 1).</summary>
    public static double Factor(ClusterGroups groups) => groups.Count / (groups.Count - 1.0);
}

using Karkhana.Core.Execution;
using Karkhana.Methods.Spatial;

namespace Karkhana.Agglomeration;

/// <summary>Finds the clusters among places by the method and density of the options.</summary>
internal static class ClusterSearch
{
    private static readonly ExecutionOptions Alone = new() { Workers = 1 };

    /// <summary>Labels the places; 0 is outside all clusters.</summary>
    public static IReadOnlyList<int> Labels(PointPattern places, ClusterDelineationOptions options, CancellationToken cancellationToken) =>
        options.Method == ClusterMethod.Hdbscan
            ? Hdbscan.Estimate(places, new HdbscanOptions { MinPoints = options.LeastFirms }, Alone, cancellationToken).Labels
            : LabelsWithin(places, options.RadiusKilometres, options.LeastFirms, cancellationToken);

    /// <summary>Labels the places by one radius.</summary>
    public static IReadOnlyList<int> LabelsWithin(
        PointPattern places, double kilometres, int leastFirms, CancellationToken cancellationToken) =>
        Dbscan.Estimate(places, new DbscanOptions { Eps = kilometres * 1000, MinPoints = leastFirms }, Alone, cancellationToken).Labels;

    /// <summary>Gives the members of each cluster, largest first, then by the first member.</summary>
    public static int[][] Groups(IReadOnlyList<int> labels) =>
    [
        .. Enumerable.Range(0, labels.Count).Where(i => labels[i] > 0).GroupBy(i => labels[i])
            .OrderByDescending(group => group.Count()).ThenBy(group => group.First()).Select(group => group.ToArray()),
    ];

    /// <summary>Gives the best overlap of each group with a cluster of other labels: |A ∩ B|/|A ∪ B|; 0 without any.</summary>
    public static double[] Overlaps(int[][] groups, IReadOnlyList<int> labels)
    {
        int[] sizes = new int[labels.Count + 1];
        foreach (int label in labels)
        {
            sizes[label]++;
        }

        return [.. groups.Select(group => group.Where(i => labels[i] > 0).GroupBy(i => labels[i])
            .Select(shared => (double)shared.Count() / (group.Length + sizes[shared.Key] - shared.Count())).DefaultIfEmpty(0).Max())];
    }
}

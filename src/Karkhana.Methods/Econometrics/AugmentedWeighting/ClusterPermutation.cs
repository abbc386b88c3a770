using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Econometrics;

/// <summary>The differences when clusters exchange their treatment; everything is fitted anew.</summary>
internal sealed class ClusterPermutation(TreatmentDesign design, ClusterGroups groups, AugmentedWeightingOptions options) : IReplicateJob<ReplicateRows>
{
    private const int Substream = 1; // 0 deals the parts of the data themselves

    private readonly double[] _ofCluster = OfClusters(design, groups);

    public string Stage => "permutations of the clusters";

    public int Replicates => options.Permutations;

    public int BlockSize => Math.Max(1, options.Permutations / 64);

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] values = new double[2 * range.Count];
        for (int k = 0; k < range.Count; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RandomStream stream = new(options.Seed, RandomPurpose.CrossFitting, range.First + k, Substream);
            double[] shuffled = [.. _ofCluster];
            stream.Shuffle<double>(shuffled);
            AugmentedContrast? contrast = AugmentedFit.Of(
                design, [.. groups.ByRow.Select(cluster => shuffled[cluster])], (groups.ByRow, groups.Count), options, stream)?.Contrast;
            (values[2 * k], values[(2 * k) + 1]) = (contrast?.Att ?? double.NaN, contrast?.Ate ?? double.NaN);
        }

        return new ReplicateRows(2, values);
    }

    /// <summary>Says whether all units of each cluster have the same treatment.</summary>
    public static bool TreatsClusters(TreatmentDesign design, ClusterGroups groups)
    {
        double[] ofCluster = OfClusters(design, groups);
        return Enumerable.Range(0, design.Units).All(unit => design.Treatment[unit] == ofCluster[groups.ByRow[unit]]);
    }

    private static double[] OfClusters(TreatmentDesign design, ClusterGroups groups)
    {
        double[] ofCluster = new double[groups.Count];
        for (int unit = 0; unit < design.Units; unit++)
        {
            ofCluster[groups.ByRow[unit]] = design.Treatment[unit];
        }

        return ofCluster;
    }
}

using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Data.Studies;
using Karkhana.Methods.Spatial;

namespace Karkhana.Agglomeration;

/// <summary>The most unlikely cluster found when the industry is as many establishments at random.</summary>
internal sealed class ClusterLabellingJob(
    FirmRegister firms, ClusterArea area, int size, ClusterDelineationOptions options) : IReplicateJob<ReplicateRows>
{
    public string Stage => "random labelling";

    public int Replicates => options.Replicates;

    public int BlockSize => 4;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] greatest = new double[range.Count];
        for (int s = 0; s < range.Count; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int[] drawn = [.. Enumerable.Range(0, firms.Count)];
            new RandomStream(options.Seed, RandomPurpose.RandomLabelling, range.First + s).ShuffleFront<int>(drawn, size);
            greatest[s] = Greatest(drawn[..size], cancellationToken);
        }

        return new ReplicateRows(1, greatest);
    }

    private double Greatest(int[] drawn, CancellationToken cancellationToken)
    {
        bool[] isDrawn = new bool[firms.Count];
        foreach (int firm in drawn)
        {
            isDrawn[firm] = true;
        }

        PointPattern places = new() { X = [.. drawn.Select(firm => firms.X[firm])], Y = [.. drawn.Select(firm => firms.Y[firm])] };
        double greatest = 0;
        foreach (int[] group in ClusterSearch.Groups(ClusterSearch.Labels(places, options, cancellationToken)))
        {
            (int all, int industry) = area.Count(ConvexHull.Of(group.Select(i => (places.X[i], places.Y[i]))), isDrawn);
            greatest = Math.Max(greatest, area.LogLikelihoodRatio(all, industry, size));
        }

        return greatest;
    }
}

using Karkhana.Core.Execution;

namespace Karkhana.Methods.Spatial;

/// <summary>Sums of local and global shares over blocks of reference points: first the local ones by distance, then the
/// global ones.</summary>
/// <param name="points">The points.</param>
/// <param name="options">Distances and types.</param>
/// <param name="bandwidth">The bandwidth.</param>
/// <param name="cut">The bandwidths beyond which the kernel sees nothing; infinite unless pairs are missing.</param>
internal sealed class MDensityJob(MDensityPoints points, MDensityFunctionOptions options, double bandwidth, double cut)
    : IReplicateJob<ReplicateSums>
{
    public string Stage => "relative density";

    public int Replicates => points.References.Length;

    public int BlockSize => 32;

    public ReplicateSums Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        int width = options.Distances.Count;
        double[] sums = new double[2 * width];
        double[] numerator = new double[width];
        double[] denominator = new double[width];
        List<(int Position, double Distance)> found = [];
        bool direct = points.Listed || (double)points.References.Length * points.X.Length <= options.DirectPairs;
        MDensityBins? bins = direct ? null : new MDensityBins(points, options.Distances, bandwidth);
        for (int reference = range.First; reference < range.End; reference++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (bins is null)
            {
                Gather(points.References[reference], numerator, denominator, found);
            }
            else
            {
                bins.Gather(points.References[reference], numerator, denominator);
            }

            for (int r = 0; r < width; r++)
            {
                if (denominator[r] > 0)
                {
                    sums[r] += numerator[r] / denominator[r];
                    sums[width + r] += points.Globals[reference];
                }
            }
        }

        return new ReplicateSums(sums);
    }

    private void Gather(
        int centre, double[] numerator, double[] denominator, List<(int Position, double Distance)> found)
    {
        Array.Clear(numerator);
        Array.Clear(denominator);
        if (points.Search is not null)
        {
            points.Search.Within(centre, double.PositiveInfinity, found);
            foreach ((int position, double distance) in found)
            {
                Add(position, distance, numerator, denominator);
            }

            return;
        }

        (double x, double y) = (points.X[centre], points.Y[centre]);
        for (int i = 0; i < points.X.Length; i++)
        {
            if (i == centre)
            {
                continue;
            }

            double dx = points.X[i] - x;
            double dy = points.Y[i] - y;
            Add(i, Math.Sqrt((dx * dx) + (dy * dy)), numerator, denominator);
        }
    }

    private void Add(int i, double distance, double[] numerator, double[] denominator)
    {
        for (int r = 0; r < numerator.Length; r++)
        {
            double u = (options.Distances[r] - distance) / bandwidth;
            if (Math.Abs(u) > cut)
            {
                continue;
            }

            double kernel = Math.Exp(-0.5 * u * u);
            numerator[r] += kernel * points.NeighbourWeights[i];
            denominator[r] += kernel * points.Weights[i];
        }
    }
}

using Karkhana.Core.Execution;

namespace Karkhana.Methods.Networks;

/// <summary>Compares each node with those after it: a row of the upper triangle per node.</summary>
/// <param name="sent">The network.</param>
/// <param name="received">The network turned round.</param>
/// <param name="method">How ties are compared.</param>
internal sealed class EquivalenceJob(Graph sent, Graph received, ProfileComparison method) : IReplicateJob<ReplicateRows>
{
    public string Stage => "pairs of nodes";

    public int Replicates => sent.NodeCount;

    public int BlockSize => Math.Max(16, sent.NodeCount / 16);

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        int n = sent.NodeCount;
        double[] rows = new double[range.Count * n];
        for (int i = range.First; i < range.End; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int j = i + 1; j < n; j++)
            {
                rows[((i - range.First) * n) + j] = Compare(i, j);
            }
        }

        return new ReplicateRows(n, rows);
    }

    private double Compare(int i, int j)
    {
        if (method == ProfileComparison.Jaccard)
        {
            return Jaccard(sent.Targets(i), sent.Targets(j));
        }

        ProfileGaps gaps = default(ProfileGaps).With(sent, i, j).With(received, i, j);
        return method switch
        {
            ProfileComparison.Euclidean => Math.Sqrt(gaps.Squares),
            ProfileComparison.Hamming => gaps.Absolute,
            _ => gaps.Correlation(2.0 * (sent.NodeCount - 2)),
        };
    }

    private static double Jaccard(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        int common = SortedSets.Common(first, second);
        int union = first.Length + second.Length - common;
        return union == 0 ? 0 : (double)common / union;
    }
}

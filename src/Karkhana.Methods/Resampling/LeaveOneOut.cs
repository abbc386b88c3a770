namespace Karkhana.Methods;

/// <summary>All rows but those of one cluster, each cluster in turn.</summary>
internal sealed class LeaveOneOut(int[] clusterOf, int clusters) : IResampling
{
    public int Replicates => clusters;

    public int Rows => clusterOf.Length;

    public void Count(int replicate, Span<int> counts)
    {
        for (int row = 0; row < counts.Length; row++)
        {
            counts[row] = clusterOf[row] == replicate ? 0 : 1;
        }
    }
}

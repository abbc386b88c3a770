using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Networks;

namespace Karkhana.CollectiveEfficiency;

/// <summary>The losses when sets of firms leave: each firm alone, or random sets of one size; one row per set.</summary>
/// <param name="network">The network.</param>
/// <param name="open">Who is open.</param>
/// <param name="size">The size of random sets; 0 for each firm alone.</param>
/// <param name="options">Draws and seed.</param>
internal sealed class RemovalJob(Graph network, bool[] open, int size, GatekeeperDependenceOptions options) : IReplicateJob<ReplicateRows>
{
    private const int Width = 4;

    public string Stage => size == 0 ? "each firm leaves" : "random firms leave";

    public int Replicates => size == 0 ? network.NodeCount : options.Replicates;

    public int BlockSize => 64;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        RemovalKernel kernel = new(network, open);
        bool[] leaves = new bool[network.NodeCount];
        int[] firms = new int[network.NodeCount];
        double[] rows = new double[Width * range.Count];
        for (int k = 0; k < range.Count; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Array.Clear(leaves);
            Choose(range.First + k, leaves, firms);
            kernel.Of(leaves).Values.CopyTo(rows, Width * k);
        }

        return new ReplicateRows(Width, rows);
    }

    private void Choose(int replicate, bool[] leaves, int[] firms)
    {
        if (size == 0)
        {
            leaves[replicate] = true;
            return;
        }

        // Every draw starts from the same order, or a set would depend on the sets before it.
        for (int firm = 0; firm < firms.Length; firm++)
        {
            firms[firm] = firm;
        }

        new RandomStream(options.Seed, RandomPurpose.FirmRemoval, replicate).ShuffleFront<int>(firms, size);
        foreach (int firm in firms.AsSpan(0, size))
        {
            leaves[firm] = true;
        }
    }
}

using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Alpha of units drawn again with replacement; one number per replicate.</summary>
internal sealed class AlphaBootstrap(AlphaKernel kernel, KrippendorffAlphaOptions options) : IReplicateJob<ReplicateRows>
{
    private readonly BootstrapCounts _draws = new([.. Enumerable.Repeat(1, kernel.Units)]);

    public string Stage => "bootstrap of alpha";

    public int Replicates => options.Replicates;

    public int BlockSize => 64;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] alphas = new double[range.Count];
        int[] times = new int[kernel.Units];
        for (int k = 0; k < alphas.Length; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _draws.Draw(new RandomStream(options.Seed, RandomPurpose.Bootstrap, range.First + k), times);
            alphas[k] = KrippendorffAlpha.Of(kernel.Disagreement(times));
        }

        return new ReplicateRows(1, alphas);
    }
}

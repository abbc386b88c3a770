using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;

namespace Karkhana.CollectiveEfficiency;

/// <summary>The products of ranks when performance changes places among firms; one number per type and
/// permutation.</summary>
/// <remarks>Centred ranks are multiples of ½, so that equal arrangements give equal bits.</remarks>
internal sealed class PerformancePermutations : IReplicateJob<ReplicateRows>
{
    private readonly (double[] Changes, double[] Performance)[] _ranks;
    private readonly JointActionPerformanceOptions _options;

    public PerformancePermutations(JointActionPerformanceInput input, JointActionPerformanceOptions options)
    {
        _options = options;
        _ranks = [.. input.Changes.Select(changes =>
        {
            int[] known = [.. Enumerable.Range(0, changes.Length).Where(firm => !double.IsNaN(changes[firm]) && !double.IsNaN(input.Performance[firm]))];
            return (Centred([.. known.Select(firm => changes[firm])]), Centred([.. known.Select(firm => input.Performance[firm])]));
        })];
    }

    public string Stage => "permutation of performance";

    public int Replicates => _options.Replicates;

    public int BlockSize => 64;

    /// <summary>Gives the observed products.</summary>
    public double[] Observed() => [.. _ranks.Select(ranks => Sums.Dot(ranks.Changes, ranks.Performance))];

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] rows = new double[range.Count * _ranks.Length];
        for (int k = 0; k < range.Count; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int type = 0; type < _ranks.Length; type++)
            {
                double[] performance = [.. _ranks[type].Performance];
                new RandomStream(_options.Seed, RandomPurpose.ValuePermutation, range.First + k, type).Shuffle<double>(performance);
                rows[(k * _ranks.Length) + type] = Sums.Dot(_ranks[type].Changes, performance);
            }
        }

        return new ReplicateRows(_ranks.Length, rows);
    }

    private static double[] Centred(double[] values) => [.. Ranks.Of(values).Select(rank => rank - ((values.Length + 1) / 2.0))];
}

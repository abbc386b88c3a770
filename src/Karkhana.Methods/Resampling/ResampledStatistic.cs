using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods;

/// <summary>A statistic, one or more numbers, of samples drawn with replacement that are as large as the data.</summary>
internal sealed class ResampledStatistic : IReplicateJob<ReplicateRows>
{
    private const int MostBlock = 64;

    private readonly ulong _seed;
    private readonly int _groups;
    private readonly int _width;
    private readonly BootstrapCounts _draws;
    private readonly Func<int[], double[]> _statistic;

    /// <summary>Prepares the draws.</summary>
    /// <param name="stage">What the replicates are called while they run.</param>
    /// <param name="draws">How many samples are drawn, and the seed.</param>
    /// <param name="sizes">The number of observations of each group of equal ones.</param>
    /// <param name="width">How many numbers the statistic has.</param>
    /// <param name="statistic">Gives the numbers when each group comes so often.</param>
    public ResampledStatistic(
        string stage, (int Replicates, ulong Seed) draws, IReadOnlyList<int> sizes, int width, Func<int[], double[]> statistic)
    {
        (Stage, Replicates, _seed) = (stage, draws.Replicates, draws.Seed);
        (_groups, _width, _draws, _statistic) = (sizes.Count, width, new BootstrapCounts(sizes), statistic);
    }

    public string Stage { get; }

    public int Replicates { get; }

    // A statistic may be slow: blocks small enough to be shared among workers, large enough to be joined fast.
    public int BlockSize => Math.Clamp(Replicates / MostBlock, 1, MostBlock);

    /// <summary>Gives the sizes of groups when every observation stands for itself.</summary>
    public static int[] Apart(int observations) => [.. Enumerable.Repeat(1, observations)];

    /// <summary>Gives a row per sample; the same bits for any number of workers.</summary>
    public ReplicateRows Draw(ExecutionOptions? execution, CancellationToken cancellationToken) =>
        ReplicateEngine.Local.Execute(this, execution, cancellationToken);

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] values = new double[range.Count * _width];
        int[] counts = new int[_groups];
        for (int k = 0; k < range.Count; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _draws.Draw(new RandomStream(_seed, RandomPurpose.Bootstrap, range.First + k), counts);
            _statistic(counts).CopyTo(values, k * _width);
        }

        return new ReplicateRows(_width, values);
    }
}

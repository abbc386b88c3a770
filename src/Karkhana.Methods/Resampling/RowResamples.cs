using Karkhana.Core.Randomness;

namespace Karkhana.Methods;

/// <summary>As many rows as there are, each drawn with replacement.</summary>
internal sealed class RowResamples(int rows, int replicates, ulong seed) : IResampling
{
    private readonly BootstrapCounts _draws = new(ResampledStatistic.Apart(rows));

    public int Replicates => replicates;

    public int Rows => rows;

    public void Count(int replicate, Span<int> counts) =>
        _draws.Draw(new RandomStream(seed, RandomPurpose.Bootstrap, replicate), counts);
}

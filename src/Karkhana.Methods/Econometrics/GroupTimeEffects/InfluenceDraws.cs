using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Econometrics;

/// <summary>Draws how estimates would vary: the influences of every cluster get a random sign.</summary>
/// <remarks>Signs are the bits of the words of the draw's stream, the lowest first.</remarks>
/// <param name="influences">By estimate, then by cluster.</param>
/// <param name="units">The units over which influences are averaged.</param>
/// <param name="draws">How many.</param>
/// <param name="seed">The seed.</param>
internal sealed class InfluenceDraws(double[][] influences, int units, int draws, ulong seed) : IReplicateJob<ReplicateRows>
{
    private const int MostBlocks = 64;

    public string Stage => "drawing signs of influences";

    public int Replicates => draws;

    public int BlockSize => (draws + MostBlocks - 1) / MostBlocks;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] values = new double[range.Count * influences.Length];
        double[] signs = new double[influences.Length == 0 ? 0 : influences[0].Length];
        for (int draw = 0; draw < range.Count; draw++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RandomStream stream = new(seed, RandomPurpose.InfluenceSigns, range.First + draw);
            uint bits = 0;
            for (int cluster = 0; cluster < signs.Length; cluster++)
            {
                bits = cluster % 32 == 0 ? stream.NextUInt32() : bits >> 1;
                signs[cluster] = (bits & 1) == 1 ? 1 : -1;
            }

            for (int estimate = 0; estimate < influences.Length; estimate++)
            {
                values[(draw * influences.Length) + estimate] = Core.Kernels.Sums.Dot(influences[estimate], signs) / units;
            }
        }

        return new ReplicateRows(influences.Length, values);
    }
}

using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Networks;

/// <summary>One search for a partition: nodes move, communities become nodes, and again.</summary>
/// <param name="network">The network.</param>
/// <param name="options">Algorithm, seed and resolution.</param>
internal sealed class CommunitySearch(CommunityLevel network, CommunityDetectionOptions options)
{
    // Starting again from the partition that was found lets single nodes leave communities that grew around them.
    private const int Rounds = 2;
    private const int SubstreamsPerRound = 1000;

    private readonly double _meanTie = network.Total / Math.Max(1, network.Rows.Targets.Length);

    /// <summary>Gives the community of each node, numbered from 0 in the order of their first nodes.</summary>
    public int[] Run(int start, CancellationToken cancellationToken)
    {
        int[] communities = [.. Enumerable.Range(0, network.Count)];
        for (int round = 0; round < Rounds; round++)
        {
            communities = Round(communities, start, round * SubstreamsPerRound, cancellationToken);
        }

        return communities;
    }

    /// <summary>Numbers labels from 0 in the order of their first appearance.</summary>
    internal static (int[] Labels, int Count) Compact(int[] labels, int bound)
    {
        int[] numbers = new int[bound];
        Array.Fill(numbers, -1);
        int[] compact = new int[labels.Length];
        int count = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (numbers[labels[i]] < 0)
            {
                numbers[labels[i]] = count++;
            }

            compact[i] = numbers[labels[i]];
        }

        return (compact, count);
    }

    private int[] Round(int[] initial, int start, int substream, CancellationToken cancellationToken)
    {
        CommunityLevel level = network;
        int[] communities = initial;
        int[] at = [.. Enumerable.Range(0, network.Count)];
        while (true)
        {
            CommunityMoves moves = new(level, communities, options.Resolution);
            moves.Run(Stream(start, substream), cancellationToken);
            (communities, int found) = Compact(moves.Communities, level.Count);
            (int[] parts, int count) = options.Method == CommunityMethod.Leiden
                ? Compact(CommunityRefinement.Run(level, communities, options.Resolution, _meanTie, Stream(start, substream + 1)), level.Count)
                : (communities, found);
            if (found == level.Count || count == level.Count)
            {
                return Compact([.. at.Select(node => communities[node])], level.Count).Labels;
            }

            int[] next = new int[count];
            for (int node = 0; node < parts.Length; node++)
            {
                next[parts[node]] = communities[node];
            }

            at = [.. at.Select(node => parts[node])];
            level = level.Joined(parts, count);
            communities = next;
            substream += 2;
        }
    }

    private RandomStream Stream(int start, int substream) => new(options.Seed, RandomPurpose.NetworkPartition, start, substream);
}

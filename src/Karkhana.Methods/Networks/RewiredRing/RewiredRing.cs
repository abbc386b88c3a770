using Karkhana.Core.Errors;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Networks;

/// <summary>A ring of nodes tied to their nearest neighbours, of whose links some are laid anew at random.</summary>
public static class RewiredRing
{
    private const int MostTries = 10_000;

    /// <summary>Draws the links.</summary>
    /// <remarks>
    /// Each node starts with links to the degree/2 nodes after it. Link by link, first all of distance 1, then 2 and so on, the far end is moved with the
    /// given probability to a node drawn among those that are neither the near end nor tied to it; a node tied to all others keeps its link. At 0 the
    /// ring stays, at 1 the network is nearly random; in between paths are short while neighbours still know each other.
    /// Cost: links. Source: Watts and Strogatz 1998, doi:10.1038/30918.
    /// </remarks>
    /// <param name="nodes">The number of nodes, at least 3.</param>
    /// <param name="degree">The mean degree, even, from 2 below the number of nodes.</param>
    /// <param name="rewiring">The probability, from 0 to 1.</param>
    /// <param name="stream">The random numbers.</param>
    /// <returns>Each link once, near end first, in the order in which they were laid.</returns>
    public static (int From, int To)[] Draw(int nodes, int degree, double rewiring, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Require.Between(nodes, 3, int.MaxValue, nameof(nodes));
        Require.Between(degree, 2, nodes - 1, nameof(degree));
        Require.That(degree % 2 == 0, nameof(degree), FormattableString.Invariant($"must be even; it was {degree}"));
        Require.Between(rewiring, 0, 1, nameof(rewiring));
        (int From, int To)[] links = new (int, int)[checked(nodes * (degree / 2))];
        HashSet<(int, int)> present = new(links.Length);
        int[] degrees = new int[nodes];
        Array.Fill(degrees, degree);
        for (int link = 0; link < links.Length; link++)
        {
            int from = link % nodes;
            links[link] = (from, (from + 1 + (link / nodes)) % nodes);
            present.Add(Key(links[link].From, links[link].To));
        }

        for (int link = 0; link < links.Length; link++)
        {
            (int from, int to) = links[link];
            if (!stream.NextBool(rewiring) || degrees[from] >= nodes - 1)
            {
                continue;
            }

            int target = Free(from, nodes, present, stream);
            present.Remove(Key(from, to));
            present.Add(Key(from, target));
            degrees[to]--;
            degrees[target]++;
            links[link] = (from, target);
        }

        return links;
    }

    private static (int, int) Key(int a, int b) => (Math.Min(a, b), Math.Max(a, b));

    private static int Free(int from, int nodes, HashSet<(int, int)> present, RandomStream stream)
    {
        for (int attempt = 0; attempt < MostTries; attempt++)
        {
            int target = stream.NextInt(nodes);
            if (target != from && !present.Contains(Key(from, target)))
            {
                return target;
            }
        }

        // Nearly all are tied already: the free ones are listed and one of them drawn.
        int[] free = [.. Enumerable.Range(0, nodes).Where(node => node != from && !present.Contains(Key(from, node)))];
        return free[stream.NextInt(free.Length)];
    }
}

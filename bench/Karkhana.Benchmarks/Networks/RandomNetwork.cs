using Karkhana.Core.Randomness;

namespace Karkhana.Benchmarks.Networks;

/// <summary>Synthetic ties: both ends of each are drawn at random.</summary>
internal static class RandomNetwork
{
    /// <summary>Names the nodes.</summary>
    public static string[] Nodes(int count) => [.. Enumerable.Range(0, count).Select(i => $"n{i}")];

    /// <summary>Draws ties.</summary>
    public static (int From, int To, double Value)[] Ties(int nodes, int count)
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0);
        return [.. Enumerable.Range(0, count).Select(_ => (stream.NextInt(nodes), stream.NextInt(nodes), 1.0 + stream.NextInt(4)))];
    }
}

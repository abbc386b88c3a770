using BenchmarkDotNet.Attributes;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Networks;

namespace Karkhana.Benchmarks.Networks;

/// <summary>Communities of 20 blocks with 1,000 nodes each, 110,000 ties: the case that igraph took 0.6 s for.</summary>
[MemoryDiagnoser]
public class CommunityBenchmarks
{
    private static readonly ExecutionOptions Two = new() { Workers = 2 };

    private Graph _graph = null!;

    /// <summary>Draws nine of ten ties within a block.</summary>
    [GlobalSetup]
    public void MakeNetwork()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0);
        _graph = Graph.Of(RandomNetwork.Nodes(20_000), Enumerable.Range(0, 110_000).Select(_ =>
        {
            int from = stream.NextInt(20_000);
            int to = stream.NextBool(0.9) ? (from / 1000 * 1000) + stream.NextInt(1000) : stream.NextInt(20_000);
            return (from, to, 1.0);
        }));
    }

    /// <summary>One search.</summary>
    [Benchmark(Baseline = true)]
    public CommunityDetectionResult Louvain() => CommunityDetection.Estimate(_graph, new CommunityDetectionOptions { Starts = 1 }, Two);

    /// <summary>One search with refinement, twice over.</summary>
    [Benchmark]
    public CommunityDetectionResult Leiden() =>
        CommunityDetection.Estimate(_graph, new CommunityDetectionOptions { Method = CommunityMethod.Leiden, Starts = 1 }, Two);

    /// <summary>Ten searches and how alike they are.</summary>
    [Benchmark]
    public CommunityDetectionResult TenStarts() => CommunityDetection.Estimate(_graph, null, Two);
}

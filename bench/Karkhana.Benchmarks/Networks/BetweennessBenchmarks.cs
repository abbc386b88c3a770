using BenchmarkDotNet.Attributes;
using Karkhana.Core.Execution;
using Karkhana.Methods.Networks;

namespace Karkhana.Benchmarks.Networks;

/// <summary>Betweenness of 10,000 nodes and 50,000 ties on two workers.</summary>
[MemoryDiagnoser]
public class BetweennessBenchmarks
{
    private static readonly ExecutionOptions Two = new() { Workers = 2 };

    private Graph _graph = null!;

    /// <summary>Makes the network.</summary>
    [GlobalSetup]
    public void MakeNetwork() => _graph = Graph.Of(RandomNetwork.Nodes(10_000), RandomNetwork.Ties(10_000, 50_000));

    /// <summary>Directions ignored: the case that igraph took 10.4 s for.</summary>
    [Benchmark(Baseline = true)]
    public NodeScoresResult Undirected() => BetweennessCentrality.Estimate(_graph, new BetweennessCentralityOptions { Directed = false }, Two);

    /// <summary>Along the ties.</summary>
    [Benchmark]
    public NodeScoresResult Directed() => BetweennessCentrality.Estimate(_graph, null, Two);

    /// <summary>With values as strengths: Dijkstra in place of breadth first.</summary>
    [Benchmark]
    public NodeScoresResult Weighted() => BetweennessCentrality.Estimate(_graph, new BetweennessCentralityOptions { Weighted = true }, Two);
}

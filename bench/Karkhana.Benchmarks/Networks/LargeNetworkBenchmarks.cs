using BenchmarkDotNet.Attributes;
using Karkhana.Methods.Networks;

namespace Karkhana.Benchmarks.Networks;

/// <summary>Loading a million ties among 100,000 nodes, and what takes one pass over them.</summary>
[MemoryDiagnoser]
public class LargeNetworkBenchmarks
{
    private string[] _nodes = [];
    private (int From, int To, double Value)[] _ties = [];
    private Graph _graph = null!;

    /// <summary>Draws the ties.</summary>
    [GlobalSetup]
    public void MakeTies()
    {
        _nodes = RandomNetwork.Nodes(100_000);
        _ties = RandomNetwork.Ties(_nodes.Length, 1_000_000);
        _graph = Graph.Of(_nodes, _ties);
    }

    /// <summary>Sorts the ties into rows.</summary>
    [Benchmark]
    public Graph Load() => Graph.Of(_nodes, _ties);

    /// <summary>Counts ties sent and received.</summary>
    [Benchmark]
    public DegreeCentralityResult Degrees() => DegreeCentrality.Estimate(_graph);

    /// <summary>Finds components, with the rest of cohesion.</summary>
    [Benchmark]
    public CohesionResult Components() => Cohesion.Estimate(_graph);

    /// <summary>Peels the cores.</summary>
    [Benchmark]
    public NodeScoresResult Cores() => CoreNumber.Estimate(_graph, new CoreNumberOptions { Directed = false });

    /// <summary>Loads and measures: the whole must stay under 3 s.</summary>
    [Benchmark]
    public double LoadDegreesComponentsCores()
    {
        Graph graph = Graph.Of(_nodes, _ties);
        return DegreeCentrality.Estimate(graph).Total[0] + Cohesion.Estimate(graph).WeakComponents
            + CoreNumber.Estimate(graph, new CoreNumberOptions { Directed = false }).Estimate[0];
    }
}

using BenchmarkDotNet.Attributes;
using Karkhana.Core.Execution;
using Karkhana.Methods.Networks;

namespace Karkhana.Benchmarks.Networks;

/// <summary>Constraint of every node of 10,000 nodes and 50,000 ties: the case that igraph took 0.02 s for.</summary>
[MemoryDiagnoser]
public class StructuralHolesBenchmarks
{
    private Graph _graph = null!;

    /// <summary>Makes the network.</summary>
    [GlobalSetup]
    public void MakeNetwork() => _graph = Graph.Of(RandomNetwork.Nodes(10_000), RandomNetwork.Ties(10_000, 50_000));

    /// <summary>Constraint, effective size and hierarchy.</summary>
    [Benchmark]
    public StructuralHolesResult All() => StructuralHoles.Estimate(_graph, null, new ExecutionOptions { Workers = 2 });
}

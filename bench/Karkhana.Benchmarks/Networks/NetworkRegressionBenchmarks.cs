using BenchmarkDotNet.Attributes;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Networks;

namespace Karkhana.Benchmarks.Networks;

/// <summary>Double semi-partialling with two predictors and 1,000 permutations on two workers.</summary>
[MemoryDiagnoser]
public class NetworkRegressionBenchmarks
{
    private NetworkRegressionInput _input = null!;

    /// <summary>Gets or sets the number of nodes.</summary>
    [Params(100, 200, 1000)]
    public int Nodes { get; set; }

    /// <summary>Draws three networks.</summary>
    [GlobalSetup]
    public void MakeNetworks()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0);
        DyadMatrix Drawn() => DyadMatrix.Of(RandomNetwork.Nodes(Nodes), [.. Enumerable.Range(0, Nodes * Nodes).Select(_ => stream.NextBool(0.1) ? 1.0 : 0)]);
        _input = new NetworkRegressionInput(Drawn(), [Drawn(), Drawn()]);
    }

    /// <summary>Least squares: the target is 0.1 s with 100 nodes, 0.35 s with 200 and 10 s with 1,000.</summary>
    [Benchmark]
    public NetworkRegressionResult LeastSquares() => NetworkRegression.Estimate(
        _input, new NetworkRegressionOptions { Names = ["a", "b"], Test = DyadTest.Dsp, Replicates = 1000 }, new ExecutionOptions { Workers = 2 });
}

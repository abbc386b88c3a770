using BenchmarkDotNet.Attributes;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Spatial;

namespace Karkhana.Benchmarks.Spatial;

/// <summary>The permutation test of Moran's I over many units.</summary>
public class GlobalMoranBenchmarks
{
    private SpatialValues _values = null!;

    /// <summary>Gets or sets the number of workers.</summary>
    [Params(1, 2)]
    public int Workers { get; set; }

    /// <summary>Makes 10,000 units with their eight nearest neighbours.</summary>
    [GlobalSetup]
    public void MakeUnits()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0);
        double[] x = [.. Enumerable.Range(0, 10_000).Select(_ => stream.NextDouble())];
        double[] y = [.. Enumerable.Range(0, 10_000).Select(_ => stream.NextDouble())];
        SpatialWeights weights = DistanceWeights.Estimate(new PointPattern { X = x, Y = y }, new DistanceWeightsOptions { K = 8 }).Weights;
        _values = new SpatialValues([.. Enumerable.Range(0, 10_000).Select(_ => stream.NextGaussian())], weights);
    }

    /// <summary>Draws 999 permutations.</summary>
    [Benchmark]
    public MoranPermutationResult Permute999() => MoranTest.Estimate(
        _values, new MoranTestOptions { Replicates = 999 }, new ExecutionOptions { Workers = Workers });
}

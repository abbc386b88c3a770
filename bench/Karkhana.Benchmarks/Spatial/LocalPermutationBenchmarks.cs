using BenchmarkDotNet.Attributes;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Spatial;

namespace Karkhana.Benchmarks.Spatial;

/// <summary>Local Moran of 10,000 points with their 8 nearest, 999 permutations: the target is 0.1 s on two cores.</summary>
public class LocalPermutationBenchmarks
{
    private const int Points = 10_000;
    private SpatialValues _units = null!;

    /// <summary>Gets or sets the number of workers.</summary>
    [Params(1, 2)]
    public int Workers { get; set; }

    /// <summary>Makes points on a square and links each to its 8 nearest.</summary>
    [GlobalSetup]
    public void MakeUnits()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0);
        double[] x = [.. Enumerable.Range(0, Points).Select(_ => stream.NextDouble())];
        double[] y = [.. Enumerable.Range(0, Points).Select(_ => stream.NextDouble())];
        PointIndex index = PointIndex.Of(x, y);
        int[] nearest = new int[8];
        double[] squared = new double[8];
        List<int> to = [];
        for (int point = 0; point < Points; point++)
        {
            index.Nearest(x[point], y[point], nearest, squared, point);
            to.AddRange(nearest);
        }

        SpatialWeights weights = SpatialWeights.Of(
            [.. Enumerable.Range(0, Points).Select(point => $"{point}")], [.. Enumerable.Range(0, to.Count).Select(link => link / 8)], to);
        _units = new SpatialValues([.. x.Select(place => place + stream.NextGaussian())], weights);
    }

    /// <summary>Draws 999 permutations.</summary>
    [Benchmark]
    public LocalPermutationResult Draw999() => LocalPermutation.Estimate(_units, execution: new ExecutionOptions { Workers = Workers });
}

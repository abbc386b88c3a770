using BenchmarkDotNet.Attributes;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Spatial;

namespace Karkhana.Benchmarks.Spatial;

/// <summary>Neighbours of many points.</summary>
public class DistanceWeightsBenchmarks
{
    private PointPattern _points = null!;

    /// <summary>Gets or sets the metric.</summary>
    [Params(DistanceMetric.Planar, DistanceMetric.GreatCircle)]
    public DistanceMetric Metric { get; set; }

    /// <summary>Makes 100,000 points within one degree.</summary>
    [GlobalSetup]
    public void MakePoints()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0);
        double[] x = [.. Enumerable.Range(0, 100_000).Select(_ => 73 + stream.NextDouble())];
        double[] y = [.. Enumerable.Range(0, 100_000).Select(_ => 31 + stream.NextDouble())];
        _points = new PointPattern { X = x, Y = y };
    }

    /// <summary>Finds the eight nearest of each.</summary>
    [Benchmark]
    public WeightsResult EightNearest() => DistanceWeights.Estimate(
        _points, new DistanceWeightsOptions { K = 8, Metric = Metric });
}

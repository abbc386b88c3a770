using BenchmarkDotNet.Attributes;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Spatial;

namespace Karkhana.Benchmarks.Spatial;

/// <summary>DBSCAN and HDBSCAN over 100,000 points in 40 towns and between them.</summary>
[MemoryDiagnoser]
public class DensityClusterBenchmarks
{
    private PointPattern _points = null!;

    /// <summary>Makes the points: four of five in towns of 3 km, the others anywhere on 500 km.</summary>
    [GlobalSetup]
    public void MakePoints()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0);
        (double X, double Y)[] towns = [.. Enumerable.Range(0, 40).Select(_ => (stream.NextDouble() * 5e5, stream.NextDouble() * 5e5))];
        (double X, double Y)[] places = [.. Enumerable.Range(0, 100_000).Select(i => i % 5 == 0
            ? (stream.NextDouble() * 5e5, stream.NextDouble() * 5e5)
            : (towns[i % 40].X + (3000 * stream.NextGaussian()), towns[i % 40].Y + (3000 * stream.NextGaussian())))];
        _points = new PointPattern { X = [.. places.Select(place => place.X)], Y = [.. places.Select(place => place.Y)] };
    }

    /// <summary>Clusters by one radius.</summary>
    [Benchmark]
    public DbscanResult ByRadius() => Dbscan.Estimate(_points, new DbscanOptions { Eps = 1500, MinPoints = 8 });

    /// <summary>Clusters by the hierarchy of densities.</summary>
    [Benchmark]
    public HdbscanResult ByHierarchy() => Hdbscan.Estimate(_points, new HdbscanOptions { MinPoints = 8, MinClusterSize = 30 });
}

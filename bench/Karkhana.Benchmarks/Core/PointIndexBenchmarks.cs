using BenchmarkDotNet.Attributes;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;

namespace Karkhana.Benchmarks.Core;

/// <summary>The point index over a million clustered points: the target is 300,000 queries of the 8 nearest a second on one core.</summary>
[MemoryDiagnoser]
public class PointIndexBenchmarks
{
    private const int Points = 1_000_000;
    private const int Queries = 100_000;
    private readonly int[] _nearest = new int[8];
    private readonly double[] _squared = new double[8];
    private readonly List<(int Position, double SquaredDistance)> _found = [];
    private double[] _x = [];
    private double[] _y = [];
    private PointIndex _index = null!;

    /// <summary>Makes 200 towns of 5,000 points each, 3 km wide, over 1,000 km.</summary>
    [GlobalSetup]
    public void MakePoints()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0, 0);
        (double X, double Y)[] towns = [.. Enumerable.Range(0, 200).Select(_ => (stream.NextDouble() * 1e6, stream.NextDouble() * 1e6))];
        _x = [.. Enumerable.Range(0, Points).Select(i => towns[i % 200].X + (3000 * stream.NextGaussian()))];
        _y = [.. Enumerable.Range(0, Points).Select(i => towns[i % 200].Y + (3000 * stream.NextGaussian()))];
        _index = PointIndex.Of(_x, _y);
    }

    /// <summary>Builds the index.</summary>
    [Benchmark]
    public PointIndex Build() => PointIndex.Of(_x, _y);

    /// <summary>Finds the 8 nearest of points in no order.</summary>
    [Benchmark(OperationsPerInvoke = Queries)]
    public int NearestInNoOrder()
    {
        int found = 0;
        for (int query = 0; query < Queries; query++)
        {
            int point = (int)((long)query * 7919 % Points);
            found += _index.Nearest(_x[point], _y[point], _nearest, _squared, point);
        }

        return found;
    }

    /// <summary>Finds the points within 500 m of points in no order.</summary>
    [Benchmark(OperationsPerInvoke = Queries)]
    public long WithinFiveHundredMetres()
    {
        long found = 0;
        for (int query = 0; query < Queries; query++)
        {
            int point = (int)((long)query * 7919 % Points);
            _index.Within(_x[point], _y[point], 500, _found);
            found += _found.Count;
        }

        return found;
    }
}

using BenchmarkDotNet.Attributes;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;

namespace Karkhana.Benchmarks.Core;

/// <summary>All pairs of 24,576 points: the targets on one core are 1,230 million pairs a second for the histogram and 1,860 million for ten distances.</summary>
/// <remarks>With OperationsPerInvoke in millions of pairs, a mean of 0.8 ms is 1,250 million pairs a second.</remarks>
public class PairKernelBenchmarks
{
    private const int Points = 24_576;
    private const int MillionPairs = 302;
    private const double Side = 100_000;
    private readonly double[] _distances = [.. Enumerable.Range(1, 10).Select(k => k * Side / 10)];
    private readonly double[] _weights = [.. Enumerable.Repeat(1.5, Points)];
    private PlanePoints _binned = null!;
    private PlanePoints _reference = null!;
    private PlanePoints _plain = null!;

    /// <summary>Gets or sets the number of workers.</summary>
    [Params(1, 2)]
    public int Workers { get; set; }

    /// <summary>Gets or sets the number of bins.</summary>
    [Params(1024, 16_384)]
    public int Bins { get; set; }

    private ExecutionOptions Execution => new() { Workers = Workers };

    /// <summary>Makes points spread evenly on a square of 100 km.</summary>
    [GlobalSetup]
    public void MakePoints()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0);
        double[] x = [.. Enumerable.Range(0, Points).Select(_ => Side * stream.NextDouble())];
        double[] y = [.. Enumerable.Range(0, Points).Select(_ => Side * stream.NextDouble())];
        _binned = PlanePoints.Of(x, y, 1.5 * Side / Bins);
        _reference = PlanePoints.Of(x, y, 1.5 * Side / Bins, precision: DistancePrecision.Reference);
        _plain = PlanePoints.Of(x, y);
    }

    /// <summary>Counts pairs by distance.</summary>
    [Benchmark(OperationsPerInvoke = MillionPairs)]
    public double[] Histogram() => PairHistogram.OfPairs(_binned, Bins, Execution);

    /// <summary>Counts pairs by distance in double precision.</summary>
    [Benchmark(OperationsPerInvoke = MillionPairs)]
    public double[] HistogramOfReference() => PairHistogram.OfPairs(_reference, Bins, Execution);

    /// <summary>Adds up weights of pairs by distance.</summary>
    [Benchmark(OperationsPerInvoke = MillionPairs)]
    public double[] WeightedHistogram() => WeightedPairHistogram.Between((_binned, _weights), (_binned, _weights), Bins, Execution);

    /// <summary>Counts pairs within ten distances.</summary>
    [Benchmark(OperationsPerInvoke = MillionPairs)]
    public double[] WithinTenDistances() => PairCounts.Within(_plain, _plain, _distances, Execution);
}

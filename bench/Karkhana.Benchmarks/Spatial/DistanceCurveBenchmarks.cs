using BenchmarkDotNet.Attributes;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Spatial;

namespace Karkhana.Benchmarks.Spatial;

/// <summary>Curves over 41 distances, 2,000 cases among 20,000 firms: the targets are 5 ms for Kd and 0.25 s for 100 draws on two cores.</summary>
public class DistanceCurveBenchmarks
{
    private const int Firms = 20_000;
    private static readonly double[] Distances = [.. Enumerable.Range(0, 41).Select(k => k * 500.0)];
    private PointPattern _points = null!;

    /// <summary>Gets or sets the number of workers.</summary>
    [Params(1, 2)]
    public int Workers { get; set; }

    private ExecutionOptions Execution => new() { Workers = Workers };

    /// <summary>Makes firms spread evenly on a square of 100 km.</summary>
    [GlobalSetup]
    public void MakePoints()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0);
        _points = new PointPattern
        {
            X = [.. Enumerable.Range(0, Firms).Select(_ => 100_000 * stream.NextDouble())],
            Y = [.. Enumerable.Range(0, Firms).Select(_ => 100_000 * stream.NextDouble())],
            Types = [.. Enumerable.Range(0, Firms).Select(i => i % 10 == 0 ? "case" : "other")],
            Weights = [.. Enumerable.Range(0, Firms).Select(_ => 1.0 + stream.NextInt(20))],
        };
    }

    /// <summary>Computes Kd.</summary>
    [Benchmark]
    public KdFunctionResult Kd() => KdFunction.Estimate(_points, new KdFunctionOptions { Distances = Distances, Reference = "case" }, Execution);

    /// <summary>Computes Kd with weights.</summary>
    [Benchmark]
    public KdFunctionResult KdWeighted() => KdFunction.Estimate(
        _points, new KdFunctionOptions { Distances = Distances, Reference = "case", Weighted = true }, Execution);

    /// <summary>Computes M.</summary>
    [Benchmark]
    public MFunctionResult M() => MFunction.Estimate(_points, new MFunctionOptions { Distances = Distances, Reference = "case" }, Execution);

    /// <summary>Draws 100 patterns of Kd and makes bands and p-values.</summary>
    [Benchmark]
    public CurveTestResult KdOf100Draws() => CurveTest.Estimate(
        _points, new CurveTestOptions { Distances = Distances, Reference = "case", Replicates = 100 }, Execution);

    /// <summary>Draws 100 patterns of M and makes bands and p-values.</summary>
    [Benchmark]
    public CurveTestResult MOf100Draws() => CurveTest.Estimate(
        _points,
        new CurveTestOptions { Statistic = CurveTestStatistic.MFunction, Distances = Distances, Reference = "case", Replicates = 100 },
        Execution);

    /// <summary>Computes m.</summary>
    [Benchmark]
    public MDensityFunctionResult MDensity() => MDensityFunction.Estimate(
        _points, new MDensityFunctionOptions { Distances = Distances, Reference = "case" }, Execution);
}

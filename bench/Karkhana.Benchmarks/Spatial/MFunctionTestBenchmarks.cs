using BenchmarkDotNet.Attributes;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Spatial;

namespace Karkhana.Benchmarks.Spatial;

/// <summary>M with bands of one industry among many establishments.</summary>
public class MFunctionTestBenchmarks
{
    private static readonly double[] Radii = [100, 200, 500, 1000, 2000, 5000];
    private NeighbourTotals _totals = null!;

    /// <summary>Gets or sets the number of workers.</summary>
    [Params(1, 2)]
    public int Workers { get; set; }

    /// <summary>Makes 10,000 establishments, 500 of them of the industry.</summary>
    [GlobalSetup]
    public void MakePoints()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0, 0);
        double[] x = [.. Enumerable.Range(0, 10_000).Select(_ => stream.NextDouble() * 20_000)];
        double[] y = [.. Enumerable.Range(0, 10_000).Select(_ => stream.NextDouble() * 20_000)];
        string[] types = [.. Enumerable.Range(0, 10_000).Select(i => i < 500 ? "case" : "other")];
        _totals = NeighbourTotals.Of(new PointPattern { X = x, Y = y, Types = types }, Radii);
    }

    /// <summary>Draws 199 labellings and makes both bands.</summary>
    [Benchmark]
    public MFunctionTestResult Draw199() => MFunctionTest.Estimate(
        _totals, new MFunctionTestOptions { Reference = "case", Replicates = 199 }, new ExecutionOptions { Workers = Workers });
}

using BenchmarkDotNet.Attributes;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Benchmarks.Econometrics;

/// <summary>A million synthetic rows with sets of 10,000 and 1,000 groups and two terms, on two workers.</summary>
[MemoryDiagnoser]
public class FixedEffectsRegressionBenchmarks
{
    private const int Rows = 1_000_000;

    private static readonly ExecutionOptions Two = new() { Workers = 2 };

    private static readonly ModelSpecification Model = new() { Outcome = "y", Terms = ["x", "z"] };

    private RegressionSample _sample = null!;

    /// <summary>Draws the rows.</summary>
    [GlobalSetup]
    public void MakeRows()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0);
        int[] firms = [.. Enumerable.Range(0, Rows).Select(_ => stream.NextInt(10_000))];
        int[] places = [.. Enumerable.Range(0, Rows).Select(_ => stream.NextInt(1_000))];
        double[] x = [.. firms.Select(firm => stream.NextDouble() + (firm % 7))];
        double[] z = [.. places.Select(place => stream.NextDouble() + (place % 5))];
        double[] y = [.. x.Select((value, row) => Math.Floor(value + z[row] + (firms[row] % 11) + (3 * stream.NextDouble())))];
        _sample = new RegressionSample(Table.Of("rows", new NumberColumn("y", y), new NumberColumn("x", x), new NumberColumn("z", z)))
        {
            Absorb = [Grouping.Of(firms), Grouping.Of(places)],
        };
    }

    /// <summary>The case that fixest took 0.37 s for.</summary>
    [Benchmark(Baseline = true)]
    public FixedEffectsRegressionResult TwoSets() =>
        FixedEffectsRegression.Estimate(_sample, new FixedEffectsRegressionOptions { Model = Model }, Two);

    /// <summary>One set, by means.</summary>
    [Benchmark]
    public FixedEffectsRegressionResult OneSet() =>
        FixedEffectsRegression.Estimate(_sample with { Absorb = [_sample.Absorb[0]] }, new FixedEffectsRegressionOptions { Model = Model }, Two);

    /// <summary>The same rows as counts.</summary>
    [Benchmark]
    public PoissonRegressionResult Counts() =>
        PoissonRegression.Estimate(_sample, new PoissonRegressionOptions { Model = Model, Covariance = PoissonCovariance.Sandwich }, Two);
}

using BenchmarkDotNet.Attributes;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Benchmarks.Econometrics;

/// <summary>100,000 rows in 1,000 groups, two terms.</summary>
[MemoryDiagnoser]
public class LinearMixedModelBenchmarks
{
    private const int Rows = 100_000;
    private const int Groups = 1000;

    private MultilevelSample _sample = null!;

    /// <summary>Draws outcomes whose intercepts and slopes differ between groups.</summary>
    [GlobalSetup]
    public void MakeSample()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0);
        double[] intercepts = [.. Enumerable.Range(0, Groups).Select(_ => stream.NextGaussian())];
        double[] slopes = [.. Enumerable.Range(0, Groups).Select(_ => 0.3 * stream.NextGaussian())];
        double[] x = [.. Enumerable.Range(0, Rows).Select(_ => stream.NextGaussian())];
        double[] z = [.. Enumerable.Range(0, Rows).Select(_ => stream.NextGaussian())];
        double[] y = [.. Enumerable.Range(0, Rows).Select(
            row => intercepts[row % Groups] + ((0.5 + slopes[row % Groups]) * x[row]) + (0.2 * z[row]) + stream.NextGaussian())];
        _sample = new MultilevelSample(
            new RegressionSample(Table.Of("sample", Column.Of("y", y), Column.Of("x", x), Column.Of("z", z))),
            new Dictionary<string, Grouping> { ["group"] = Grouping.Of([.. Enumerable.Range(0, Rows).Select(row => row % Groups)]) });
    }

    /// <summary>Intercepts that differ: the target is 0.7 s.</summary>
    [Benchmark]
    public LinearMixedModelResult Intercepts() => Estimate(["intercept"]);

    /// <summary>Intercepts and slopes that differ: the target is 1 s.</summary>
    [Benchmark]
    public LinearMixedModelResult Slopes() => Estimate(["intercept", "x"]);

    private LinearMixedModelResult Estimate(string[] terms) => LinearMixedModel.Estimate(_sample, new LinearMixedModelOptions
    {
        Model = new ModelSpecification { Outcome = "y", Terms = ["x", "z"] },
        Random = [new RandomTerms { Group = "group", Terms = terms }],
    });
}

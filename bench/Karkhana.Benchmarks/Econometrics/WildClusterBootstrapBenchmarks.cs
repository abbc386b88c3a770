using BenchmarkDotNet.Attributes;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Benchmarks.Econometrics;

/// <summary>9,999 draws for 100,000 rows in 40 clusters: target 2 s on two cores, the fit included.</summary>
public class WildClusterBootstrapBenchmarks
{
    private const int Rows = 100_000;
    private const int Clusters = 40;
    private RegressionSample _sample = null!;

    /// <summary>Draws the rows.</summary>
    [GlobalSetup]
    public void DrawRows()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0);
        double[] Gaussian() => [.. Enumerable.Range(0, Rows).Select(_ => stream.NextGaussian())];
        _sample = new RegressionSample(Table.Of(
            "sample", Column.Of("y", Gaussian()), Column.Of("x1", Gaussian()), Column.Of("x2", Gaussian()), Column.Of("x3", Gaussian()), Column.Of("x4", Gaussian())))
        {
            Clusters = [[.. Enumerable.Range(0, Rows).Select(row => FormattableString.Invariant($"c{row % Clusters}"))]],
        };
    }

    /// <summary>Fit and draws on two workers.</summary>
    [Benchmark]
    [Arguments(WildWeights.Rademacher)]
    [Arguments(WildWeights.Webb)]
    public WildClusterBootstrapResult Draws(WildWeights weights) => WildClusterBootstrap.Estimate(
        _sample,
        new WildClusterBootstrapOptions
        {
            Model = ModelSpecification.Parse("y ~ x1 + x2 + x3 + x4"),
            Term = "x1",
            Draws = WildDraws.Random,
            Weights = weights,
        },
        new ExecutionOptions { Workers = 2 });
}

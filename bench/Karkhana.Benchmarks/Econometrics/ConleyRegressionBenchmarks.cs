using BenchmarkDotNet.Attributes;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Benchmarks.Econometrics;

/// <summary>Spatially correlated errors of 20,000 firms over a country of 1,000 by 1,000 km, cutoff 50 km: target 0.3 s on two
/// cores, the fit included.</summary>
public class ConleyRegressionBenchmarks
{
    private const int Rows = 20_000;
    private PlacedSample _sample = null!;

    /// <summary>Draws the firms.</summary>
    [GlobalSetup]
    public void DrawFirms()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0);
        double[] Gaussian() => [.. Enumerable.Range(0, Rows).Select(_ => stream.NextGaussian())];
        _sample = new PlacedSample(
            new RegressionSample(Table.Of("sample", Column.Of("y", Gaussian()), Column.Of("x1", Gaussian()), Column.Of("x2", Gaussian()))),
            [.. Enumerable.Range(0, Rows).Select(_ => 70 + (10.4 * stream.NextDouble()))],
            [.. Enumerable.Range(0, Rows).Select(_ => 25 + (9 * stream.NextDouble()))]);
    }

    /// <summary>Fit and errors on two workers.</summary>
    [Benchmark]
    [Arguments(SpatialKernelKind.Bartlett)]
    [Arguments(SpatialKernelKind.Uniform)]
    public RobustRegressionResult ErrorsWithin50Kilometres(SpatialKernelKind kernel) => ConleyRegression.Estimate(
        _sample,
        new ConleyRegressionOptions { Model = ModelSpecification.Parse("y ~ x1 + x2"), Cutoff = 50, Kernel = kernel },
        new ExecutionOptions { Workers = 2 });
}

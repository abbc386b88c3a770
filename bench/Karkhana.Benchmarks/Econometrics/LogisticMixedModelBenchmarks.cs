using BenchmarkDotNet.Attributes;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Benchmarks.Econometrics;

/// <summary>A logistic mixed model of 20,000 rows in 1,000 groups on two workers: the case that lme4 took 2.3 s for.</summary>
[MemoryDiagnoser]
public class LogisticMixedModelBenchmarks
{
    private static readonly ExecutionOptions Two = new() { Workers = 2 };
    private static readonly LogisticMixedModelOptions Laplace = new() { Model = new() { Outcome = "y", Terms = ["a", "b", "c"] } };

    private LogisticMixedSample _sample = null!;

    /// <summary>Draws answers with three terms and a random intercept of standard deviation 0.8.</summary>
    [GlobalSetup]
    public void MakeAnswers()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0);
        double[][] terms = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 20_000).Select(_ => stream.NextGaussian()).ToArray())];
        double[] towns = [.. Enumerable.Range(0, 1000).Select(_ => 0.8 * stream.NextGaussian())];
        double[] answers = [.. Enumerable.Range(0, 20_000).Select(row =>
            stream.NextBool(1 / (1 + Math.Exp(0.5 - (0.4 * terms[0][row]) + (0.3 * terms[1][row]) - towns[row / 20]))) ? 1.0 : 0.0)];
        _sample = new LogisticMixedSample(
            new RegressionSample(Table.Of(
                "sample", Column.Of("y", answers), Column.Of("a", terms[0]), Column.Of("b", terms[1]), Column.Of("c", terms[2]))),
            [.. Enumerable.Range(0, 20_000).Select(row => FormattableString.Invariant($"g{row / 20}"))]);
    }

    /// <summary>By Laplace's method.</summary>
    [Benchmark(Baseline = true)]
    public LogisticMixedModelResult OnePoint() => LogisticMixedModel.Estimate(_sample, Laplace, Two);

    /// <summary>By nine quadrature points.</summary>
    [Benchmark]
    public LogisticMixedModelResult NinePoints() => LogisticMixedModel.Estimate(_sample, Laplace with { QuadraturePoints = 9 }, Two);
}

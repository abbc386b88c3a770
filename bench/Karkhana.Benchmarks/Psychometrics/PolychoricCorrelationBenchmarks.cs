using BenchmarkDotNet.Attributes;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Benchmarks.Psychometrics;

/// <summary>The polychoric matrix of 2,000 answers to 20 items with four categories.</summary>
[MemoryDiagnoser]
public class PolychoricCorrelationBenchmarks
{
    private const int Respondents = 2000;
    private const int Items = 20;

    private ItemResponses _responses = null!;

    /// <summary>Gets or sets the number of workers.</summary>
    [Params(1, 2)]
    public int Workers { get; set; }

    /// <summary>Cuts one common factor with noise at -1, 0 and 1.</summary>
    [GlobalSetup]
    public void MakeAnswers()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0);
        double[] factor = [.. Enumerable.Range(0, Respondents).Select(_ => stream.NextGaussian())];
        double[][] answers = [.. Enumerable.Range(0, Items).Select(_ => factor.Select(value => Cut((0.7 * value) + (0.7 * stream.NextGaussian()))).ToArray())];
        _responses = new ItemResponses([.. Enumerable.Range(1, Items).Select(item => $"i{item}")], answers);
    }

    /// <summary>Estimates in two steps.</summary>
    [Benchmark]
    public PolychoricCorrelationResult TwoStep() => PolychoricCorrelation.Estimate(
        _responses, execution: new ExecutionOptions { Workers = Workers });

    /// <summary>Estimates thresholds and correlations together.</summary>
    [Benchmark]
    public PolychoricCorrelationResult MaximumLikelihood() => PolychoricCorrelation.Estimate(
        _responses,
        new PolychoricCorrelationOptions { Method = LatentCorrelationMethod.MaximumLikelihood },
        new ExecutionOptions { Workers = Workers });

    private static double Cut(double value) => value < -1 ? 1 : value < 0 ? 2 : value < 1 ? 3 : 4;
}

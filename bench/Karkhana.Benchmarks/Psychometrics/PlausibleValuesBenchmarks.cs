using BenchmarkDotNet.Attributes;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Benchmarks.Psychometrics;

/// <summary>Plausible values of 100,000 respondents who answered 20 graded items; synthetic.</summary>
public class PlausibleValuesBenchmarks
{
    private const int Items = 20;
    private const int Respondents = 100_000;

    private PlausibleValuesInput _input = null!;

    /// <summary>Gets or sets the number of workers.</summary>
    [Params(1, 2)]
    public int Workers { get; set; }

    /// <summary>Makes the items, and answers that rise with a normal θ.</summary>
    [GlobalSetup]
    public void MakeAnswers()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0);
        string[] names = [.. Enumerable.Range(1, Items).Select(item => FormattableString.Invariant($"i{item}"))];
        double[][] thresholds = [.. Enumerable.Range(0, Items).Select(item => new[] { -1.5 + (item / 20.0), -0.2 + (item / 20.0), 1 + (item / 20.0) })];
        double[] theta = [.. Enumerable.Range(0, Respondents).Select(_ => stream.NextGaussian())];
        double[][] answers = [.. thresholds.Select(steps => theta.Select(at =>
        {
            double noisy = at + stream.NextGaussian();
            return (double)steps.Count(step => noisy > step);
        }).ToArray())];
        ItemParameters items = new(names, [.. names.Select(_ => 1.5)], thresholds, new double[Items]);
        _input = new PlausibleValuesInput(new ScoredResponses(new ItemResponses(names, answers), items));
    }

    /// <summary>Draws 20 values for each respondent.</summary>
    [Benchmark]
    public PlausibleValuesResult Draw20() => PlausibleValues.Estimate(
        _input, new PlausibleValuesOptions { Model = ItemModel.Graded, Draws = 20 }, new ExecutionOptions { Workers = Workers });
}

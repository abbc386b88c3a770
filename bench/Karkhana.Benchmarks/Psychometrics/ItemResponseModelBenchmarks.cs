using BenchmarkDotNet.Attributes;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Benchmarks.Psychometrics;

/// <summary>The estimation of graded models with standard errors.</summary>
public class ItemResponseModelBenchmarks
{
    private ItemResponseSample _sample = null!;

    /// <summary>Gets or sets respondents, items and categories.</summary>
    [Params("2000:20:4", "100000:40:5")]
    public string Size { get; set; } = "2000:20:4";

    /// <summary>Gets or sets the number of workers.</summary>
    [Params(1, 2)]
    public int Workers { get; set; }

    /// <summary>Draws the answers.</summary>
    [GlobalSetup]
    public void Draw()
    {
        int[] size = [.. Size.Split(':').Select(word => int.Parse(word, System.Globalization.CultureInfo.InvariantCulture))];
        RandomStream stream = new(1, RandomPurpose.SyntheticAnswers, 0);
        _sample = new ItemResponseSample(SimulatedAnswers.Draw(
            ItemModel.Graded, SimulatedAnswers.Items(size[1], size[2] - 1), SimulatedAnswers.Latent(size[0], stream), stream));
    }

    /// <summary>Fits the graded model.</summary>
    /// <returns>The fit.</returns>
    [Benchmark]
    public ItemResponseModelResult Graded() => ItemResponseModel.Estimate(
        _sample, new ItemResponseModelOptions { Model = ItemModel.Graded }, new ExecutionOptions { Workers = Workers });
}

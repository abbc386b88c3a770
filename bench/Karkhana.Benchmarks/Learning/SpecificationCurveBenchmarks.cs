using BenchmarkDotNet.Attributes;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Learning;

namespace Karkhana.Benchmarks.Learning;

/// <summary>Specification curves on 500 SYNTHETIC firms on two workers, half of the models with draws of the true capability: 2,880 models of an exposure, and 768 of being clustered, of
/// which matching, balancing and augmented weighting take theirs from the comparison (M0); for 1,000 the target is 5 s.</summary>
[MemoryDiagnoser]
public class SpecificationCurveBenchmarks
{
    private const int Firms = 500;
    private const int Places = 25;

    private static readonly ExecutionOptions Two = new() { Workers = 2 };

    private LearningSample _sample = null!;
    private IReadOnlyList<SpecificationDimension> _dimensions = null!;
    private IReadOnlyList<SpecificationDimension> _ofClustered = null!;

    /// <summary>Draws the firms.</summary>
    [GlobalSetup]
    public void MakeFirms()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0);
        double[] Normal() => [.. Enumerable.Range(0, Firms).Select(_ => stream.NextGaussian())];
        string[] ids = [.. Enumerable.Range(0, Firms).Select(firm => FormattableString.Invariant($"SYNTHETIC-{firm}"))];
        (double[] exposure, double[] capacity) = (Normal(), Normal());
        double[] effort = [.. Normal().Select((error, firm) => (0.3 * exposure[firm]) + (0.3 * capacity[firm]) + error)];
        double[] capability = [.. Normal().Select((error, firm) => (0.4 * effort[firm]) + (0.2 * exposure[firm]) + error)];
        Score Scored(string name, double[] values) => new(
            name, [.. values.Select(value => value + (0.4 * stream.NextGaussian()))], [.. values.Select(_ => 0.4)], "SYNTHETIC", []);
        _sample = new LearningSample(
            [.. Enumerable.Range(0, Firms)],
            [.. Enumerable.Range(0, Firms).Select(firm => firm % Places < 15)],
            [.. Enumerable.Range(0, Firms).Select(firm => FormattableString.Invariant($"place {firm % Places}"))],
            new ExposureTable(ids, [new Exposure("EE01", exposure, [.. exposure.Select(_ => double.NaN)], "SYNTHETIC")]),
            new ScoreTable(ids, [Scored("capability", capability), Scored("effort", effort), Scored("absorptive_capacity", capacity)]),
            new Dictionary<string, double[]> { ["workers"] = Normal(), ["education"] = Normal() })
        {
            Points = [.. Enumerable.Range(0, Firms).Select(firm => ((20_000.0 * (firm % 5)) + (2000 * stream.NextDouble()), (20_000.0 * (firm % Places / 5)) + (2000 * stream.NextDouble())))],
            Weights = [.. Enumerable.Range(0, Firms).Select(_ => 0.5 + stream.NextDouble())],
        };
        _dimensions = SpecificationDimensions.Of(_sample, "EE01", new Dictionary<string, double[]>
        {
            ["ranks"] = [.. exposure.Select(value => Math.Tanh(value))],
            ["with noise"] = [.. exposure.Select(value => value + (0.2 * stream.NextGaussian()))],
        });
        double[] WithinPlaces(int fewest) => [.. Enumerable.Range(0, Firms).Select(firm => firm % Places < fewest ? 1.0 : 0)];
        _ofClustered = SpecificationDimensions.Of(_sample, "clustered", Enumerable.Range(10, 5).ToDictionary(fewest => FormattableString.Invariant($"{fewest} places"), WithinPlaces));
    }

    /// <summary>All combinations of choices, five draws each.</summary>
    /// <returns>The curve.</returns>
    [Benchmark]
    public SpecificationCurveResult Curve() => SpecificationCurve.Estimate(_sample, "capability", "EE01", _dimensions, execution: Two);

    /// <summary>All combinations of choices about being clustered, five draws each.</summary>
    /// <returns>The curve.</returns>
    [Benchmark]
    public SpecificationCurveResult CurveOfClustered() => SpecificationCurve.Estimate(_sample, "capability", "clustered", _ofClustered, execution: Two);
}

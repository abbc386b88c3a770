using BenchmarkDotNet.Attributes;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.SparseMatrices;
using Karkhana.Methods.Spatial;

namespace Karkhana.Benchmarks.Econometrics;

/// <summary>Spatial models by maximum likelihood on synthetic places and their 6 nearest neighbours; spatialreg took 0.6 s for 10,000 with 8.</summary>
[MemoryDiagnoser]
public class SpatialLagBenchmarks
{
    private const int Neighbours = 6;

    private static readonly ExecutionOptions Two = new() { Workers = 2 };
    private static readonly ModelSpecification Model = new() { Outcome = "y", Terms = ["x"] };

    private SpatialSample _sample = null!;

    /// <summary>Gets or sets the number of places.</summary>
    [Params(10_000, 100_000)]
    public int Places { get; set; }

    /// <summary>Gets or sets a value indicating whether neighbours are made mutual.</summary>
    [Params(true, false)]
    public bool Mutual { get; set; }

    /// <summary>Makes places at random on a square and an outcome with rho = 0.5.</summary>
    [GlobalSetup]
    public void MakeSample()
    {
        RandomStream random = new(1, RandomPurpose.SyntheticFirms, 0);
        PointPattern points = new()
        {
            X = [.. Enumerable.Range(0, Places).Select(_ => random.NextDouble())],
            Y = [.. Enumerable.Range(0, Places).Select(_ => random.NextDouble())],
        };
        SpatialWeights weights = DistanceWeights.Estimate(points, new DistanceWeightsOptions { K = Neighbours, Symmetric = Mutual }).Weights;
        double[] x = [.. Enumerable.Range(0, Places).Select(_ => random.NextGaussian())];
        double[] mean = [.. x.Select(value => 1 + (2 * value) + random.NextGaussian())];
        double[] y = AutoregressiveMatrix.Of(weights.Coded(WeightsStyle.RowStandardised).ToMatrix()).At(0.5, CancellationToken.None)!.Solve(mean);
        _sample = new SpatialSample(new RegressionSample(Table.Of("sample", Column.Of("y", y), Column.Of("x", x))), weights);
    }

    /// <summary>The lag model with 1,000 draws for the impacts.</summary>
    [Benchmark]
    public SpatialLagRegressionResult Lag() => SpatialLagRegression.Estimate(_sample, new SpatialLagRegressionOptions { Model = Model }, Two);

    /// <summary>The error model.</summary>
    [Benchmark]
    public SpatialErrorRegressionResult Error() => SpatialErrorRegression.Estimate(_sample, new SpatialErrorRegressionOptions { Model = Model }, Two);
}

using BenchmarkDotNet.Attributes;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Benchmarks.Econometrics;

/// <summary>One mediator and three covariates, 899 rows, 1,000 bootstrap samples on two workers.</summary>
[MemoryDiagnoser]
public class MediationBootstrapBenchmarks
{
    private const int Rows = 899;

    private BootstrapSample _sample = null!;

    /// <summary>Draws the rows.</summary>
    [GlobalSetup]
    public void MakeRows()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0);
        double[] Drawn() => [.. Enumerable.Range(0, Rows).Select(_ => stream.NextGaussian())];
        (double[] x, double[] a, double[] b, double[] c) = (Drawn(), Drawn(), Drawn(), Drawn());
        double[] m = [.. Drawn().Select((error, row) => (0.5 * x[row]) + (0.2 * a[row]) + error)];
        double[] y = [.. Drawn().Select((error, row) => (0.4 * m[row]) + (0.1 * x[row]) + (0.2 * b[row]) + error)];
        _sample = new BootstrapSample(new RegressionSample(Table.Of(
            "sample", Column.Of("y", y), Column.Of("x", x), Column.Of("m", m), Column.Of("a", a), Column.Of("b", b), Column.Of("c", c))));
    }

    /// <summary>Percentile limits: the target is 25 ms.</summary>
    [Benchmark]
    public MediationBootstrapResult OneMediator() => MediationBootstrap.Estimate(
        _sample,
        new MediationBootstrapOptions
        {
            Model = new MediationModel { Outcome = "y", Treatment = "x", Mediators = ["m"], Covariates = ["a", "b", "c"] },
            Replicates = 1000,
        },
        new ExecutionOptions { Workers = 2 });
}

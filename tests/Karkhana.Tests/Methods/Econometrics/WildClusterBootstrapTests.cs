using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Econometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class WildClusterBootstrapTests
{
    private static readonly WildClusterBootstrapOptions Options = new() { Model = Samples.Model, Term = "x" };

    [Fact]
    public void All_sign_vectors_give_the_statistics_of_regressions_row_by_row() => Samples.All.Sample(sample =>
    {
        WildClusterBootstrapResult result = Estimate(sample, Options);
        double[] statistics = RowByRow(sample);
        double observed = Statistic(sample, Vector<double>.Build.Dense(sample.Y));
        double p = statistics.Count(t => Math.Abs(t) >= Math.Abs(observed) - 1e-7) / (double)statistics.Length;
        Array.Sort(statistics);
        return !double.IsFinite(observed) || Math.Abs(observed) > 1e6 || statistics.Any(t => !double.IsFinite(t) || Math.Abs(t) > 1e6)
            || (result.Draws == 32 && result.Clusters == 5
                && Bits.Close([result.Statistic], [observed], relative: 1e-6)
                && Math.Abs(result.PValue - p) < 1e-9
                && Bits.Close(result.Quantiles, [.. Options.Probabilities.Select(q => Quantiles.Type7(statistics, q))], relative: 1e-5));
    });

    [Fact]
    public void Units_do_not_matter_and_the_data_are_one_of_the_draws() => Samples.All.Sample(sample =>
    {
        WildClusterBootstrapResult plain = Estimate(sample, Options);
        WildClusterBootstrapResult scaled = Estimate(sample with { Y = [.. sample.Y.Select(y => 64 * y)] }, Options);
        return plain.PValue >= 2.0 / 32 - 1e-12 && plain.EqualTailPValue <= 1
            && Math.Abs(plain.PValue - scaled.PValue) < 1e-9;
    });

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        Samples sample = Many(30);
        WildClusterBootstrapOptions random = Options with { Draws = WildDraws.Random, Replicates = 3000, Seed = 7 };

        Bits.Same(Estimate(sample, random, 1).Quantiles, Estimate(sample, random, 3).Quantiles).ShouldBeTrue();
        Bits.Same(Estimate(Many(12), Options, 1).Quantiles, Estimate(Many(12), Options, 3).Quantiles).ShouldBeTrue();
        Estimate(sample, random with { Seed = 8 }).Quantiles.ShouldNotBe(Estimate(sample, random).Quantiles);
    }

    [Fact]
    public void Random_signs_come_near_to_all_signs()
    {
        Samples sample = Many(10);
        double all = Estimate(sample, Options).PValue;
        double random = Estimate(sample, Options with { Draws = WildDraws.Random, Replicates = 20_000 }).PValue;

        random.ShouldBe(all, tolerance: 5 * Math.Sqrt(all * (1 - all) / 20_000) + 1e-4);
    }

    [Fact]
    public void Webb_s_weights_have_mean_zero_and_variance_one_and_give_a_test()
    {
        WildClusterBootstrapResult result = Estimate(
            Many(6), Options with { Draws = WildDraws.Random, Weights = WildWeights.Webb, Replicates = 4999 });

        result.Draws.ShouldBe(4999);
        result.PValue.ShouldBeInRange(1.0 / 5000, 1);
        result.Notes.ShouldNotContain(note => note.Code == "few-signs");
        Estimate(Many(6), Options).Notes.ShouldContain(note => note.Code == "few-signs" && note.Text.Contains("0.03125", StringComparison.Ordinal));
    }

    [Fact]
    public void A_true_null_is_rejected_about_as_often_as_the_level_says()
    {
        // Made-up towns of a shared shock and a town-level x without a slope; 5 % of 400 with a spread of 1.1 %.
        int rejected = 0;
        for (int set = 0; set < 400; set++)
        {
            RandomStream stream = new(5, RandomPurpose.Example, set);
            double[] shocks = [.. Enumerable.Range(0, 9).Select(_ => stream.NextGaussian())];
            double[] levels = [.. Enumerable.Range(0, 9).Select(_ => stream.NextGaussian())];
            Samples sample = new(
                [.. Enumerable.Range(0, 45).Select(row => shocks[row % 9] + stream.NextGaussian())],
                [.. Enumerable.Range(0, 45).Select(row => levels[row % 9])],
                [.. Enumerable.Range(0, 45).Select(_ => stream.NextGaussian())],
                [.. Enumerable.Range(0, 45).Select(row => $"g{row % 9}")]);
            rejected += Estimate(sample, Options, 1).PValue <= 0.05 ? 1 : 0;
        }

        (rejected / 400.0).ShouldBeInRange(0.015, 0.085);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Samples sample = Many(6);

        Should.Throw<ArgumentException>(() => Estimate(sample, Options with { Term = "w" })).Message.ShouldContain("it was w");
        Should.Throw<ArgumentException>(() => Estimate(Many(23), Options)).Message.ShouldContain("there were 23");
        Should.Throw<ArgumentException>(() => Estimate(sample, Options with { Weights = WildWeights.Webb })).Message.ShouldContain("rademacher");
        Should.Throw<ArgumentException>(() => Estimate(sample, Options with { Probabilities = [1.5] })).Message.ShouldContain("1.5");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Groups = [.. sample.Groups.Select(_ => "a")] }, Options)).Message.ShouldContain("two clusters");
        Should.Throw<ArgumentException>(() => WildClusterBootstrap.Estimate(
            sample.ToSample(), Options, cancellationToken: TestContext.Current.CancellationToken)).Message.ShouldContain("there were 0");
        Should.Throw<ArgumentOutOfRangeException>(() => Options with { Replicates = 0 });
    }

    private static Samples Many(int clusters)
    {
        int rows = 4 * clusters;
        return new Samples(
            [.. Enumerable.Range(0, rows).Select(row => Math.Sin(row * 1.7) + (row % clusters / 3.0))],
            [.. Enumerable.Range(0, rows).Select(row => Math.Cos(row * 0.9) + (row % clusters / 5.0))],
            [.. Enumerable.Range(0, rows).Select(row => (double)(row % 7))],
            [.. Enumerable.Range(0, rows).Select(row => $"g{row % clusters}")]);
    }

    // Restricted fit, signs by cluster, new outcome, new regression: as the method is told.
    private static double[] RowByRow(Samples sample)
    {
        Matrix<double> restricted = Matrix<double>.Build.Dense(sample.Rows, 2, (row, term) => term == 0 ? 1 : sample.Z[row]);
        Vector<double> y = Vector<double>.Build.Dense(sample.Y);
        Vector<double> fitted = restricted * (restricted.TransposeThisAndMultiply(restricted).Inverse() * restricted.TransposeThisAndMultiply(y));
        string[] groups = [.. sample.Groups.Distinct()];
        return [.. Enumerable.Range(0, 1 << groups.Length).Select(signs => Statistic(sample, Vector<double>.Build.Dense(sample.Rows, row =>
            fitted[row] + (((signs >> Array.IndexOf(groups, sample.Groups[row])) & 1) == 0 ? -1 : 1) * (y[row] - fitted[row]))))];
    }

    private static double Statistic(Samples sample, Vector<double> y)
    {
        Vector<double> b = sample.Bread() * sample.Design().TransposeThisAndMultiply(y);
        Vector<double> e = y - (sample.Design() * b);
        double groups = sample.Groups.Distinct().Count();
        Matrix<double> omega = Matrix<double>.Build.Dense(sample.Rows, sample.Rows, (i, j) => sample.Groups[i] == sample.Groups[j] ? e[i] * e[j] : 0);
        double factor = groups / (groups - 1) * (sample.Rows - 1.0) / (sample.Rows - 3);
        return b[1] / Math.Sqrt(factor * sample.Sandwich(omega)[4]);
    }

    private static WildClusterBootstrapResult Estimate(Samples sample, WildClusterBootstrapOptions options, int workers = 0) =>
        WildClusterBootstrap.Estimate(
            sample.ToSample() with { Clusters = [sample.Groups] }, options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}

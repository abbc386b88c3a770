using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class MultilevelMediationTests
{
    private static readonly MultilevelMediationOptions Options = new() { Model = MediationSamples.Model, Replicates = 99 };

    [Fact]
    public void Twenty_firms_have_the_numbers_of_lm()
    {
        // R 4.2.2: mb <- ave(m, town); lm(m ~ ac + x); lm(y ~ ac + x + mb + I(m - mb)).
        MultilevelMediationResult result = Estimate(MediationSamples.Firms, Options);

        result.Effects.Effects.ShouldBe(["indirect", "direct", "total", "a", "b_between", "b_within", "contextual"]);
        Bits.Close(
            result.Effects.Estimates,
            [0.391427043496, 0.406422300568, 0.804961147639, 0.519705120542, 0.753171419762, 0.940027287539, 0.753171419762 - 0.940027287539],
            relative: 1e-11).ShouldBeTrue();
        result.Clusters.ShouldBe(5);
        result.Notes.ShouldContain(note => note.Code == "few-clusters");
    }

    [Fact]
    public void Slopes_between_and_within_are_told_apart()
    {
        // Between towns y rises by 3 per unit of m, within by −1; pooled it would be neither. x moves town means by 2.
        double[] towns = [0, 1, 2, 0.5, 2.5, 3];
        double[] within = [-1, 0, 1];
        double[] x = [0, 0, 0, 1, 1, 1];
        (double Y, double X, double M, string Town)[] rows = [.. towns.SelectMany((mean, town) => within.Select(
            step => ((3 * (mean + (2 * x[town]))) - step + (5 * x[town]), x[town], mean + (2 * x[town]) + step, $"t{town}")))];
        RegressionSample sample = MediationSamples.Of(
            [.. rows.Select(row => row.Y)], [.. rows.Select(row => row.X)], [.. rows.Select(row => row.M)], [.. rows.Select(_ => 0.0)], [.. rows.Select(row => row.Town)]);

        EffectTable effects = Estimate(sample, Options with { Model = MediationSamples.Model with { Covariates = [] } }).Effects;

        Bits.Close(effects.Estimates, [9, 5, 14, 3, 3, -1, 4], relative: 1e-12).ShouldBeTrue(); // town means 1 and 4 on average: a = 3
    }

    [Fact]
    public void Names_and_order_of_towns_do_not_matter() => Gen.Int[0, 1_000_000].Sample(seed =>
    {
        int[] order = [.. Enumerable.Range(0, 20)];
        new Random(seed).Shuffle(order);
        RegressionSample turned = MediationSamples.Firms.Repeat(order);
        turned = turned with { Clusters = [[.. turned.Clusters[0].Select(town => "town " + (char)('Z' - town[0] + 'A'))]] };
        return Bits.Close(Estimate(turned, Options with { Replicates = 19 }).Effects.Estimates, Estimate(MediationSamples.Firms, Options with { Replicates = 19 }).Effects.Estimates, relative: 1e-9);
    });

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits() => Bits.Same(
        Estimate(MediationSamples.Firms, Options, 1).Effects.ConfidenceLow, Estimate(MediationSamples.Firms, Options, 3).Effects.ConfidenceLow).ShouldBeTrue();

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(MediationSamples.Firms.WithoutTowns(), Options)).Message.ShouldContain("there were 0");
        string[] mixed = [.. Enumerable.Range(0, 20).Select(row => "ABCDE"[row % 5].ToString())];
        Should.Throw<ArgumentException>(() => Estimate(MediationSamples.Firms with { Clusters = [mixed] }, Options)).Message.ShouldContain("cluster D had 0 and 1");
        RegressionSample flat = new(Table.Of(
            "sample", Column.Of("y", [1, 2, 3, 5, 6, 9, 7, 8]), Column.Of("x", [0, 0, 0, 0, 1, 1, 1, 1]), Column.Of("m", [1, 1, 2, 2, 3, 3, 5, 5])))
        { Clusters = [["a", "a", "b", "b", "c", "c", "d", "d"]] };
        Should.Throw<ArgumentException>(() => Estimate(flat, Options with { Model = MediationSamples.Model with { Covariates = [] } })).Message.ShouldContain("m within clusters must vary");
    }

    private static MultilevelMediationResult Estimate(RegressionSample sample, MultilevelMediationOptions options, int workers = 1) =>
        MultilevelMediation.Estimate(new BootstrapSample(sample), options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}

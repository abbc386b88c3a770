using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class ModeratedMediationTests
{
    private static readonly ModeratedMediationOptions Options = new()
    {
        Model = MediationSamples.Model with { Covariates = [] },
        Moderator = "ac",
        Values = [0, 0.5, 1],
        Replicates = 99,
    };

    [Fact]
    public void Twenty_firms_have_the_numbers_of_lm()
    {
        // R 4.2.2: lm(m ~ x), lm(y ~ x + m + ac + I(x * ac) + I(m * ac)); the region from vcov and qt(0.975, 14).
        ModeratedMediationResult result = Estimate(MediationSamples.Firms.WithoutTowns(), Options);

        Bits.Close(
            result.Table.Estimates,
            [0.0788642905708, 0.394111621443, 0.433543766728, 0.472975912014, 0.0938814455742, 0.3851755607958, 0.6764696760174],
            relative: 1e-11).ShouldBeTrue();
        result.Region.Kind.ShouldBe(RegionKind.Inside);
        result.Region.Low.ShouldBe(0.312436032164, tolerance: 1e-10);
        result.Region.High.ShouldBe(1.090646437145, tolerance: 1e-10);
        result.ShareInRegion.ShouldBe(9 / 20.0);
    }

    [Fact]
    public void At_the_limits_of_the_region_the_slope_is_as_long_as_its_interval() =>
        Gen.Select(Gen.Double[-3, 3], Gen.Double[-3, 3], Gen.Double[0.1, 1], Gen.Double[-0.9, 0.9], Gen.Double[0.1, 1]).Sample((main, product, error, correlation, productError) =>
        {
            (double Main, double Both, double Product) variance = (error * error, correlation * error * productError, productError * productError);
            JohnsonNeymanRegion region = JohnsonNeymanRegion.Of((main, product), variance, 2);
            double Excess(double w) => Math.Abs(main + (product * w)) - (2 * Math.Sqrt(variance.Main + (2 * w * variance.Both) + (w * w * variance.Product)));
            bool limits = double.IsNaN(region.Low)
                || (Math.Abs(Excess(region.Low)) < 1e-6 * (1 + Math.Abs(region.Low)) && Math.Abs(Excess(region.High)) < 1e-6 * (1 + Math.Abs(region.High)));
            return limits && new[] { -7.3, -1.1, -0.2, 0.4, 1.7, 9.9 }.All(w => Math.Abs(Excess(w)) < 1e-9 || region.Holds(w) == Excess(w) > 0);
        });

    [Fact]
    public void The_index_is_the_slope_of_the_indirect_part() => MediationSamples.All.Sample(sample =>
    {
        ModeratedMediationOptions first = Options with { Paths = [ModeratedPath.TreatmentToMediator], Replicates = 19 };
        foreach (ModeratedMediationOptions options in (ModeratedMediationOptions[])[Options with { Replicates = 19 }, first])
        {
            IReadOnlyList<double> parts = Estimate(sample.WithoutTowns(), options).Table.Estimates;
            if (!Bits.Close([parts[3] - parts[1], parts[2] - parts[1]], [parts[0], parts[0] / 2], relative: 1e-9))
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void Both_steps_moderated_have_no_index_but_the_product_of_their_lines()
    {
        RegressionSample firms = MediationSamples.Firms.WithoutTowns();
        ModeratedMediationResult result = Estimate(firms, Options with
        {
            Paths = [ModeratedPath.TreatmentToMediator, ModeratedPath.MediatorToOutcome, ModeratedPath.TreatmentToOutcome],
            Values = [0],
        });

        result.Table.Estimates[0].ShouldBe(double.NaN);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("no-index");
        double[] x = [.. firms.Data.Numbers("x")];
        double[] ac = [.. firms.Data.Numbers("ac")];
        RegressionSample products = new(Karkhana.Core.Tables.Table.Of(
            "sample", [.. firms.Data.Columns, Karkhana.Core.Tables.Column.Of("xw", x.Zip(ac, (a, b) => a * b)), Karkhana.Core.Tables.Column.Of("mw", firms.Data.Numbers("m").Zip(ac, (a, b) => a * b))]));
        double a = products.Line("m", "x", "ac", "xw").Estimates[1];
        double b = products.Line("y", "x", "ac", "xw", "m", "mw").Estimates[4];
        result.Table.Estimates[1].ShouldBe(a * b, tolerance: 1e-12);
    }

    [Fact]
    public void Without_values_it_looks_one_deviation_about_the_mean()
    {
        ModeratedMediationResult result = Estimate(MediationSamples.Firms, Options with { Values = [] });

        result.Values.Count.ShouldBe(3);
        result.Values[1].ShouldBe(0.42, tolerance: 1e-12);
        (result.Values[0] + result.Values[2]).ShouldBe(0.84, tolerance: 1e-12);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits() => Bits.Same(
        Estimate(MediationSamples.Firms, Options, 1).Table.ConfidenceLow, Estimate(MediationSamples.Firms, Options, 3).Table.ConfidenceLow).ShouldBeTrue();

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(MediationSamples.Firms, Options with { Moderator = "x" })).Message.ShouldContain("x came more than once");
        Should.Throw<ArgumentException>(() => Estimate(MediationSamples.Firms, Options with { Paths = [] })).Message.ShouldContain("it was empty");
        Should.Throw<ArgumentException>(() => Estimate(MediationSamples.Firms, Options with { Moderator = "w" })).Message.ShouldContain("no column w");
        RegressionSample constant = MediationSamples.Of([1, 2, 3, 4, 6, 8, 9], [0, 0, 0, 1, 1, 1, 1], [1, 3, 2, 4, 5, 7, 5], [2, 2, 2, 2, 2, 2, 2], ["a", "a", "a", "b", "b", "b", "b"]);
        Should.Throw<ArgumentException>(() => Estimate(constant.WithoutTowns(), Options)).Message.ShouldContain("ac must vary");
    }

    private static ModeratedMediationResult Estimate(RegressionSample sample, ModeratedMediationOptions options, int workers = 1) =>
        ModeratedMediation.Estimate(new BootstrapSample(sample), options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}

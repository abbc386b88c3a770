using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Tables;
using Karkhana.Methods;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class MediationBootstrapTests
{
    private static readonly MediationBootstrapOptions Options = new() { Model = MediationSamples.Model, Replicates = 199 };

    [Fact]
    public void Given_samples_are_those_of_their_repeated_rows()
    {
        int[][] resamples = [.. Enumerable.Range(0, 4).Select(sample => Enumerable.Range(0, 20).Select(row => ((7 * row * (sample + 1)) + (row / 3)) % 20).ToArray())];
        double[][] byHand = [.. resamples.Select(rows =>
        {
            RegressionSample repeated = MediationSamples.Firms.Repeat(rows);
            double a = repeated.Line("m", "ac", "x").Estimates[2];
            IReadOnlyList<double> last = repeated.Line("y", "ac", "x", "m").Estimates;
            return new[] { a * last[3], last[2], repeated.Line("y", "ac", "x").Estimates[2] };
        })];

        EffectTable result = Estimate(new BootstrapSample(MediationSamples.Firms) { Resamples = resamples }, Options).Effects;

        result.Effects.ShouldBe(["indirect", "direct", "total"]);
        result.Draws.ShouldBe(4);
        for (int effect = 0; effect < 3; effect++)
        {
            double[] drawn = [.. byHand.Select(values => values[effect]).Order()];
            double mean = drawn.Average();
            Bits.Close(
                [result.StandardErrors[effect], result.ConfidenceLow[effect], result.ConfidenceHigh[effect]],
                [Math.Sqrt(drawn.Sum(value => Math.Pow(value - mean, 2)) / 3), Quantiles.Type7(drawn, 0.025), Quantiles.Type7(drawn, 0.975)],
                relative: 1e-9).ShouldBeTrue();
        }
    }

    [Fact]
    public void Two_in_series_are_products_along_their_paths() => MediationSamples.All.Sample(sample =>
    {
        MediationModel model = new() { Outcome = "y", Treatment = "x", Mediators = ["ac", "m"] };
        EffectTable result = Estimate(new BootstrapSample(sample.WithoutTowns()), Options with { Model = model, Replicates = 19 }).Effects;
        double a1 = sample.Line("ac", "x").Estimates[1];
        IReadOnlyList<double> second = sample.Line("m", "x", "ac").Estimates;
        IReadOnlyList<double> last = sample.Line("y", "x", "ac", "m").Estimates;
        double[] expected =
        [
            a1 * last[2], second[1] * last[3], a1 * second[2] * last[3], last[1],
            (a1 * last[2]) + (second[1] * last[3]) + (a1 * second[2] * last[3]), sample.Line("y", "x").Estimates[1],
        ];
        return result.Effects.SequenceEqual(["via_first", "via_second", "serial", "direct", "total_indirect", "total"])
            && Bits.Close(result.Estimates, expected, relative: 1e-8);
    });

    [Fact]
    public void Mediators_side_by_side_add_up_to_the_same_total()
    {
        MediationModel model = new() { Outcome = "y", Treatment = "x", Mediators = ["ac", "m"] };
        EffectTable serial = Estimate(new BootstrapSample(MediationSamples.Firms), Options with { Model = model }).Effects;
        EffectTable parallel = Estimate(
            new BootstrapSample(MediationSamples.Firms), Options with { Model = model, Arrangement = MediatorArrangement.Parallel }).Effects;

        parallel.Effects.ShouldBe(["via_ac", "via_m", "direct", "total_indirect", "total"]);
        parallel.Estimates[0].ShouldBe(serial.Estimates[0]);
        parallel.Estimates[1].ShouldBe(serial.Estimates[1] + serial.Estimates[2], tolerance: 1e-13);
        parallel.Estimates[4].ShouldBe(serial.Estimates[5]);
    }

    [Theory]
    [InlineData(ClusterResampling.Rows, BootstrapInterval.Percentile)]
    [InlineData(ClusterResampling.Clusters, BootstrapInterval.BiasCorrected)]
    [InlineData(ClusterResampling.ClustersThenRows, BootstrapInterval.BiasCorrectedAccelerated)]
    public void Any_number_of_workers_gives_the_same_bits(ClusterResampling resampling, BootstrapInterval interval)
    {
        MediationBootstrapOptions options = Options with { Resampling = resampling, Interval = interval };
        EffectTable one = Estimate(new BootstrapSample(MediationSamples.Firms), options, 1).Effects;
        EffectTable three = Estimate(new BootstrapSample(MediationSamples.Firms), options, 3).Effects;

        Bits.Same(one.ConfidenceLow, three.ConfidenceLow).ShouldBeTrue();
        Bits.Same(one.StandardErrors, three.StandardErrors).ShouldBeTrue();
    }

    [Fact]
    public void Whole_towns_are_drawn_together()
    {
        // With whole towns every count of a town's rows is the same; rows within differ somewhere among twenty draws.
        int[] towns = [0, 0, 0, 1, 1, 2, 2, 2];
        int[] counts = new int[8];
        bool within = false;
        for (int draw = 0; draw < 20; draw++)
        {
            new ClusterResamples(towns, 3, false, (20, 5)).Count(draw, counts);
            (counts[0] == counts[1] && counts[1] == counts[2] && counts[3] == counts[4] && counts[5] == counts[7]).ShouldBeTrue();
            (counts[0] + counts[3] + counts[5]).ShouldBe(3);
            new ClusterResamples(towns, 3, true, (20, 5)).Count(draw, counts);
            within |= counts[0] != counts[1] || counts[3] != counts[4];
        }

        within.ShouldBeTrue();
    }

    [Fact]
    public void The_bias_correction_is_the_formula_and_acceleration_moves_it_towards_the_long_tail()
    {
        // Draws 1 … 99 and an estimate of 30.5: z₀ = Φ⁻¹(30/99).
        double[] draws = [.. Enumerable.Range(1, 99).Select(value => (double)value)];
        MediationBootstrapOptions corrected = Options with { Interval = BootstrapInterval.BiasCorrected };
        double z0 = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, 30 / 99.0);
        double Expected(double side) => 1 + (98 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, (2 * z0) + side));

        BootstrapLimits plain = BootstrapLimits.Of(30.5, draws, null, corrected);
        BootstrapLimits skewed = BootstrapLimits.Of(30.5, draws, [0, 0, 0, 0, 0, 0, -9], corrected);

        plain.Low.ShouldBe(Expected(-NormalQuantiles.TwoSided95), tolerance: 1e-9);
        plain.High.ShouldBe(Expected(NormalQuantiles.TwoSided95), tolerance: 1e-9);
        skewed.High.ShouldBeGreaterThan(plain.High);
        BootstrapLimits.Of(0, draws, null, corrected).Low.ShouldBe(double.NaN);
    }

    [Fact]
    public void A_sample_without_both_kinds_is_left_out_and_counted()
    {
        int[] untreated = [.. Enumerable.Range(0, 20).Select(row => row % 8)];
        int[] all = [.. Enumerable.Range(0, 20)];
        int[] other = [.. all.Select(row => (row + (row % 3)) % 20)];
        MediationBootstrapResult result = Estimate(new BootstrapSample(MediationSamples.Firms) { Resamples = [untreated, all, other] }, Options);

        result.Effects.DrawsUsed.ShouldBe([2, 2, 2]);
        result.Notes.ShouldHaveSingleItem().Text.ShouldContain("1 of 3 bootstrap samples");
    }

    [Fact]
    public void A_draw_of_a_dropped_row_draws_nothing()
    {
        RegressionSample gappy = new(Table.Of(
            "sample", [.. MediationSamples.Firms.Data.Columns.Select(column => Column.Of(
                column.Name, [.. MediationSamples.Firms.Data.Numbers(column.Name), column.Name == "m" ? double.NaN : 1]))]));
        int[] all = [.. Enumerable.Range(0, 20)];
        int[] other = [.. all.Select(row => (row + (row % 3)) % 20)];
        EffectTable with = Estimate(new BootstrapSample(gappy) { Resamples = [[.. all, 20], [.. other, 20]] }, Options).Effects;
        EffectTable without = Estimate(new BootstrapSample(MediationSamples.Firms) { Resamples = [all, other] }, Options).Effects;

        Bits.Same(with.ConfidenceHigh, without.ConfidenceHigh).ShouldBeTrue();
    }

    [Fact]
    public void Five_towns_are_few()
    {
        Estimate(new BootstrapSample(MediationSamples.Firms), Options).Notes.ShouldContain(note => note.Code == "few-clusters");
        Estimate(new BootstrapSample(MediationSamples.Firms.WithoutTowns()), Options).Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        BootstrapSample firms = new(MediationSamples.Firms);

        Should.Throw<ArgumentException>(() => Estimate(firms with { Resamples = [[0, 1, 20], [0, 1, 2]] }, Options)).Message.ShouldContain("sample 1 held 21");
        Should.Throw<ArgumentException>(() => Estimate(firms with { Resamples = [[0, 1, 2]] }, Options)).Message.ShouldContain("there were 1");
        Should.Throw<ArgumentException>(() => Estimate(
            firms, Options with { Model = MediationSamples.Model with { Mediators = ["m", "ac", "z"], Covariates = [] } })).Message.ShouldContain("there were 3");
        Should.Throw<ArgumentException>(() => Estimate(
            new BootstrapSample(MediationSamples.Firms with { Clusters = [[.. Enumerable.Repeat("one", 20)]] }), Options)).Message.ShouldContain("two clusters");
        Should.Throw<ArgumentException>(() => Estimate(
            new BootstrapSample(MediationSamples.Firms with { Clusters = [MediationSamples.Firms.Clusters[0], MediationSamples.Firms.Clusters[0]] }), Options)).Message.ShouldContain("there were 2");
        Should.Throw<ArgumentOutOfRangeException>(() => Options with { Replicates = 5 });
    }

    private static MediationBootstrapResult Estimate(BootstrapSample sample, MediationBootstrapOptions options, int workers = 1) =>
        MediationBootstrap.Estimate(sample, options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}

using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class PairedComparisonTests
{
    private static readonly PairedComparisonOptions Alone = new() { Baseline = "o0", Resamples = 0 };

    private static readonly Gen<double[][]> Runs =
        from n in Gen.Int[3, 20]
        from values in Gen.Int[-160, 160].Select(value => value / 32.0).Array[n].Array[2, 4]
        select values; // exact under a change of unit, so that equals stay equals

    [Fact]
    public void Three_replicates_are_worked_out_by_hand()
    {
        // Differences 1, 2, 3: mean 2, s.e. 1/√3, t = 2√3; P(|T| > t) = 1 − t/√(2 + t²) with two degrees of freedom.
        PairedComparisonResult result = Estimate([[10, 20, 30], [11, 22, 33]], Alone with { HalfWidth = 1 });
        PairedDifference own = result.Differences.ShouldHaveSingleItem();

        result.BaselineMean.ShouldBe(20);
        (own.Option, own.Mean, own.Difference).ShouldBe(("o1", 22, 2));
        own.StandardError.ShouldBe(1 / Math.Sqrt(3), tolerance: 1e-15);
        own.Statistic.ShouldBe(2 * Math.Sqrt(3), tolerance: 1e-14);
        own.PValue.ShouldBe(1 - Math.Sqrt(12.0 / 14), tolerance: 1e-14);
        own.AdjustedPValue.ShouldBe(own.PValue);
        own.Interval.High.ShouldBe(2 + (4.302652729911275 / Math.Sqrt(3)), tolerance: 1e-9); // t tables, two degrees of freedom
        own.Simultaneous.ShouldBe(own.Interval); // one comparison
        own.Superiority.Estimate.ShouldBe(1);
        own.Correlation.ShouldBe(1, tolerance: 1e-15);
        own.VarianceRatio.ShouldBe(1.0 / 221, tolerance: 1e-15); // 1/(100 + 121)
        own.ReplicatesNeeded.ShouldBe(7); // t(5)/√6 = 1.0494, t(6)/√7 = 0.9248
        own.Bootstrap.Low.ShouldBe(double.NaN);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void It_has_the_numbers_of_R()
    {
        // R 4.2.2 t.test(paired = TRUE), p.adjust(method = "holm").
        PairedComparisonResult result = Estimate(
            [[5.1, 4.8, 6.0, 5.5, 5.9, 4.4], [5.4, 5.2, 6.1, 6.0, 6.4, 4.5], [5.0, 4.9, 5.7, 5.8, 5.6, 4.6]], Alone);

        result.Differences.Select(own => own.Difference).ShouldBe([0.3166666666667, -0.0166666666667], tolerance: 1e-12);
        result.Differences.Select(own => own.Statistic).ShouldBe([4.2274445151548514, -0.1593132469692924], tolerance: 1e-10);
        result.Differences.Select(own => own.PValue).ShouldBe([0.0082685083714187, 0.8796575072179795], tolerance: 1e-11);
        result.Differences.Select(own => own.AdjustedPValue).ShouldBe([0.016537016742837, 0.8796575072179795], tolerance: 1e-11);
        result.Differences[0].Interval.Low.ShouldBe(0.1241111929362172, tolerance: 1e-10);
        result.Differences[0].Interval.High.ShouldBe(0.5092221403971161, tolerance: 1e-10);
    }

    [Fact]
    public void The_order_of_replicates_does_not_matter_and_the_unit_goes_through() => Runs.Sample(runs =>
    {
        PairedComparisonResult result = Estimate(runs, Alone);
        PairedComparisonResult moved = Estimate([.. runs.Select(own => own.Reverse().Select(value => 9 + (2 * value)).ToArray())], Alone);
        return result.Differences.Zip(moved.Differences).All(pair => Bits.Close(
            [pair.Second.Difference, pair.Second.StandardError, pair.Second.Statistic, pair.Second.Superiority.Low, pair.Second.VarianceRatio],
            [2 * pair.First.Difference, 2 * pair.First.StandardError, pair.First.Statistic, pair.First.Superiority.Low, pair.First.VarianceRatio], relative: 1e-9));
    });

    [Fact]
    public void Option_and_baseline_change_places_with_the_sign() => Runs.Sample(runs =>
    {
        PairedDifference there = Estimate(runs[..2], Alone).Differences[0];
        PairedDifference back = Estimate(runs[..2], Alone with { Baseline = "o1" }).Differences[0];
        PairedDifference less = Estimate(runs[..2], Alone with { Better = OutcomeDirection.Less }).Differences[0];
        return Bits.Close(
            [back.Difference, back.Interval.Low, back.PValue, back.Superiority.Estimate, less.Superiority.Estimate],
            [-there.Difference, -there.Interval.High, there.PValue, 1 - there.Superiority.Estimate, 1 - there.Superiority.Estimate], relative: 1e-12);
    });

    [Fact]
    public void Limits_for_all_options_are_wider_and_belong_to_corrected_p_values() => Runs.Sample(runs =>
    {
        PairedComparisonResult result = Estimate(runs, Alone with { Correction = PValueCorrection.Bonferroni });
        return result.Differences.All(own => own.Simultaneous.Low <= own.Interval.Low && own.Simultaneous.High >= own.Interval.High
            && (Math.Abs(own.AdjustedPValue - 0.05) < 1e-6 || (own.AdjustedPValue < 0.05) == (own.Simultaneous.Low > 0 || own.Simultaneous.High < 0)));
    });

    [Fact]
    public void The_replicates_needed_reach_the_half_width_and_one_less_does_not() => Gen.Select(Runs, Gen.Double[0.05, 2]).Sample((runs, width) =>
    {
        PairedDifference own = Estimate(runs[..2], Alone with { HalfWidth = width }).Differences[0];
        int n = runs[0].Length;
        double Half(double count) => Karkhana.Methods.StudentT.Quantile(0.975, count - 1) * own.StandardError * Math.Sqrt(n / count);
        return own.ReplicatesNeeded >= n && Half(own.ReplicatesNeeded) <= width * (1 + 1e-12)
            && (own.ReplicatesNeeded == n || Half(own.ReplicatesNeeded - 1) > width * (1 - 1e-12));
    });

    [Fact]
    public void The_bootstrap_covers_the_difference_for_any_number_of_workers()
    {
        double[][] runs = [.. Enumerable.Range(0, 3).Select(o => Enumerable.Range(0, 30).Select(r => o + (double)(r * (5 + o) % 13)).ToArray())];
        PairedComparisonOptions options = new() { Baseline = "o0", Resamples = 400 };
        PairedComparisonResult one = Estimate(runs, options, workers: 1);
        PairedComparisonResult three = Estimate(runs, options, workers: 3);

        one.Differences.ShouldAllBe(own => own.Bootstrap.Low < own.Difference && own.Difference < own.Bootstrap.High);
        one.Differences.ShouldAllBe(own => Math.Abs((own.Bootstrap.High - own.Bootstrap.Low) / (own.Interval.High - own.Interval.Low) - 1) < 0.25);
        Bits.Same(
            [.. one.Differences.SelectMany(own => new[] { own.Bootstrap.Low, own.Bootstrap.High })],
            [.. three.Differences.SelectMany(own => new[] { own.Bootstrap.Low, own.Bootstrap.High })]).ShouldBeTrue();
    }

    [Fact]
    public void A_difference_that_is_always_the_same_is_noted()
    {
        PairedComparisonResult result = Estimate([[0.1, 0.2, 0.3], [1.5, 1.5, 1.5], [0.1, 0.2, 0.3]], Alone with { HalfWidth = 0.1 });
        PairedDifference same = result.Differences[1];

        (same.Difference, same.StandardError, same.Statistic, same.PValue).ShouldBe((0, 0, 0, 1));
        same.Superiority.Estimate.ShouldBe(0.5);
        same.ReplicatesNeeded.ShouldBe(3);
        result.Differences[0].Correlation.ShouldBe(double.NaN);
        result.Notes.ShouldHaveSingleItem().Text.ShouldContain("o2");
    }

    [Fact]
    public void Wrong_runs_and_options_are_refused_with_value_and_range()
    {
        Should.Throw<ArgumentException>(() => Estimate([[1, 2], [3, 4]], Alone with { Baseline = "now" })).Message.ShouldContain("o0, o1; it was now");
        Should.Throw<ArgumentException>(() => Estimate([[1], [3]], Alone)).Message.ShouldContain("at least 2; there were 1");
        Should.Throw<ArgumentException>(() => Estimate([[1, 2], [3, double.NaN]], Alone)).Message.ShouldContain("that of o1 in r1 was missing");
        Should.Throw<ArgumentOutOfRangeException>(() => Alone with { HalfWidth = 0 });
    }

    private static PairedComparisonResult Estimate(double[][] runs, PairedComparisonOptions options, int workers = 1) => PairedComparison.Estimate(
        new OptionOutcomes(
            [.. runs.Select((_, option) => $"o{option}")], [.. Enumerable.Range(0, runs[0].Length).Select(replicate => $"r{replicate}")], runs),
        options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}

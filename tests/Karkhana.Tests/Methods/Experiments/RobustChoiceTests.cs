using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class RobustChoiceTests
{
    private static readonly RobustChoiceOptions Alone = new() { Resamples = 0 };

    private static readonly Gen<double[][]> Tables =
        from scenarios in Gen.Int[2, 25]
        from values in Gen.Int[-20, 60].Select(value => value / 4.0).Array[scenarios].Array[2, 4]
        select values;

    [Fact]
    public void Two_options_in_three_scenarios_are_worked_out_by_hand()
    {
        // Regrets: steady 4, 0, 0; daring 0, 1, 3.
        RobustChoiceResult result = Estimate([[4, 4, 4], [8, 3, 1]], Alone with { Threshold = 3, RegretQuantile = 0.5, Optimism = 0.25, RiskAversion = 0.5 });

        Value(result, 0, RobustnessCriterion.WorstRegret).ShouldBe(4);
        Value(result, 1, RobustnessCriterion.WorstRegret).ShouldBe(3);
        Value(result, 0, RobustnessCriterion.RegretQuantile).ShouldBe(0);
        Value(result, 1, RobustnessCriterion.RegretQuantile).ShouldBe(1);
        Value(result, 0, RobustnessCriterion.MeanRegret).ShouldBe(4.0 / 3, tolerance: 1e-15);
        Value(result, 1, RobustnessCriterion.MeanRegret).ShouldBe(4.0 / 3, tolerance: 1e-15);
        Value(result, 1, RobustnessCriterion.Maximin).ShouldBe(1);
        Value(result, 1, RobustnessCriterion.Maximax).ShouldBe(8);
        Value(result, 1, RobustnessCriterion.Hurwicz).ShouldBe(2.75);
        Value(result, 1, RobustnessCriterion.Laplace).ShouldBe(4);
        Value(result, 1, RobustnessCriterion.Satisficing).ShouldBe(2.0 / 3, tolerance: 1e-15);
        Value(result, 0, RobustnessCriterion.SignalToNoise).ShouldBe(double.PositiveInfinity);
        Value(result, 1, RobustnessCriterion.SignalToNoise).ShouldBe(4 / Math.Sqrt(13), tolerance: 1e-15); // squares 16 + 1 + 9, over 2
        Value(result, 1, RobustnessCriterion.MeanVariance).ShouldBe(4 - (0.25 * 13), tolerance: 1e-14);
        result.Choices.ShouldBe(["o1", "o0", "o0", "o0", "o1", "o0", "o0", "o0", "o0", "o0"]);
        result.Ranks[2].ShouldBe(1.5); // equal mean regrets share their ranks
        result.Satisficing[0].High.ShouldBe(1);
    }

    [Fact]
    public void Where_less_is_better_the_sides_change() => Tables.Sample(values =>
    {
        RobustChoiceOptions options = Alone with { Threshold = 3, RiskAversion = 2 };
        RobustChoiceResult greater = Estimate(values, options);
        RobustChoiceResult less = Estimate([.. values.Select(own => own.Select(value => -value).ToArray())], options with { Better = OutcomeDirection.Less, Threshold = -3 });
        int[] noSignal = [.. Enumerable.Range(0, 10).Where(criterion => criterion != (int)RobustnessCriterion.SignalToNoise)];
        return noSignal.All(criterion => less.Choices[criterion] == greater.Choices[criterion])
            && Bits.Close(
                [.. values.Select((_, option) => Value(less, option, RobustnessCriterion.WorstRegret))],
                [.. values.Select((_, option) => Value(greater, option, RobustnessCriterion.WorstRegret))], relative: 1e-12)
            && Bits.Close(
                [.. values.Select((_, option) => -Value(less, option, RobustnessCriterion.MeanVariance))],
                [.. values.Select((_, option) => Value(greater, option, RobustnessCriterion.MeanVariance))], relative: 1e-12);
    });

    [Fact]
    public void Values_are_those_of_their_definitions() => Tables.Sample(values =>
    {
        RobustChoiceResult result = Estimate(values, Alone with { Threshold = 2 });
        double[] best = [.. Enumerable.Range(0, values[0].Length).Select(s => values.Max(own => own[s]))];
        return values.Select((own, option) =>
        {
            double[] regrets = [.. own.Select((value, s) => best[s] - value).Order()];
            double mean = own.Average();
            double variance = own.Sum(value => (value - mean) * (value - mean)) / (own.Length - 1);
            double at = 0.9 * (own.Length - 1);
            double quantile = regrets[(int)at] + ((at - (int)at) * (regrets[Math.Min((int)at + 1, own.Length - 1)] - regrets[(int)at]));
            double signal = values.Any(row => row.Any(value => value < 0)) ? double.NaN : mean / Math.Sqrt(variance);
            double[] expected =
            [
                regrets[^1], quantile, regrets.Average(), own.Min(), own.Max(), (own.Min() + own.Max()) / 2, mean,
                own.Count(value => value >= 2) / (double)own.Length, signal, mean - (variance / 2),
            ];
            return Bits.Close([.. result.Values.Skip(10 * option).Take(10)], expected, relative: 1e-10);
        }).All(same => same);
    });

    [Fact]
    public void An_option_that_is_never_worse_is_chosen_by_every_order_of_outcomes() => Tables.Sample(values =>
    {
        double[] best = [.. Enumerable.Range(0, values[0].Length).Select(s => values.Max(own => own[s]) + 1)];
        RobustChoiceResult result = Estimate([.. values, best], Alone with { Threshold = 1 });
        return Enumerable.Range(0, 8).Where(criterion => criterion != (int)RobustnessCriterion.Satisficing)
            .All(criterion => result.Choices[criterion] == $"o{values.Length}")
            && Value(result, values.Length, RobustnessCriterion.WorstRegret) == 0
            && Value(result, values.Length, RobustnessCriterion.Satisficing) >= values.Select((_, o) => Value(result, o, RobustnessCriterion.Satisficing)).Max();
    });

    [Fact]
    public void The_order_of_scenarios_and_a_shift_of_all_outcomes_do_not_matter() => Tables.Sample(values =>
    {
        RobustChoiceResult result = Estimate(values, Alone);
        RobustChoiceResult turned = Estimate([.. values.Select(own => own.Reverse().Select(value => value + 64).ToArray())], Alone);
        RobustnessCriterion[] shifted = [RobustnessCriterion.Maximin, RobustnessCriterion.Laplace, RobustnessCriterion.Hurwicz];
        return values.Select((_, option) => Bits.Close(
                [Value(turned, option, RobustnessCriterion.MeanRegret), .. shifted.Select(own => Value(turned, option, own) - 64)],
                [Value(result, option, RobustnessCriterion.MeanRegret), .. shifted.Select(own => Value(result, option, own))], relative: 1e-10)).All(same => same);
    });

    [Fact]
    public void Shares_of_the_best_add_to_one_and_do_not_depend_on_the_workers()
    {
        double[][] values = [.. Enumerable.Range(0, 3).Select(o => Enumerable.Range(0, 40).Select(s => (double)((s * (7 + (6 * o))) % 23)).ToArray())];
        RobustChoiceOptions options = new() { Resamples = 200, Threshold = 9 };
        RobustChoiceResult one = Estimate(values, options, workers: 1);
        RobustChoiceResult three = Estimate(values, options, workers: 3);

        for (int criterion = 0; criterion < one.Criteria.Count; criterion++)
        {
            Enumerable.Range(0, 3).Sum(option => one.BestShares[(option * 10) + criterion]).ShouldBe(1, tolerance: 1e-12);
        }

        Bits.Same([.. one.BestShares, .. one.Low, .. one.High], [.. three.BestShares, .. three.Low, .. three.High]).ShouldBeTrue();
        Enumerable.Range(0, one.Values.Count).ShouldAllBe(cell => one.Low[cell] <= one.High[cell]);
        int mean = (int)RobustnessCriterion.Laplace;
        one.Low[mean].ShouldBeLessThan(one.Values[mean]);
        one.High[mean].ShouldBeGreaterThan(one.Values[mean]);
    }

    [Fact]
    public void Equal_options_share_the_credit()
    {
        double[] values = [1, 5, 3, 2];
        RobustChoiceResult result = Estimate([values, values], new() { Resamples = 50 });

        result.BestShares[(int)RobustnessCriterion.Laplace].ShouldBe(0.5);
        result.BestShares[(int)RobustnessCriterion.Satisficing].ShouldBe(double.NaN); // no threshold
        result.Choices[(int)RobustnessCriterion.Satisficing].ShouldBeNull();
    }

    [Fact]
    public void Scenarios_that_were_chosen_have_no_intervals()
    {
        RobustChoiceResult result = Estimate([[1, 5], [2, 3]], new() { Scenarios = ScenarioKind.Chosen, Threshold = 2 });

        result.Low.ShouldAllBe(value => double.IsNaN(value));
        result.BestShares.ShouldAllBe(value => double.IsNaN(value));
        result.Satisficing.ShouldAllBe(limits => double.IsNaN(limits.Low));
        result.Notes.ShouldBeEmpty();
        result.Provenance.Seed.ShouldBeNull();
    }

    [Fact]
    public void Negative_outcomes_have_no_ratio_of_signal_to_noise()
    {
        RobustChoiceResult result = Estimate([[-1, 5], [2, 3]], Alone with { Scenarios = ScenarioKind.Chosen });

        Value(result, 1, RobustnessCriterion.SignalToNoise).ShouldBe(double.NaN);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("negative-outcomes");
    }

    [Fact]
    public void Wrong_outcomes_are_refused_with_option_and_scenario()
    {
        Should.Throw<ArgumentException>(() => Estimate([[1, 2]], Alone)).Message.ShouldContain("at least two options; it had 1");
        Should.Throw<ArgumentException>(() => Estimate([[1], [2]], Alone)).Message.ShouldContain("at least 2; there were 1");
        Should.Throw<ArgumentException>(() => Estimate([[1, 2], [3, double.NaN]], Alone)).Message.ShouldContain("that of o1 in s1 was missing");
        Should.Throw<ArgumentException>(() => Estimate([[1, 2], [3]], Alone)).Message.ShouldContain("2 values; it had 1");
        Should.Throw<ArgumentException>(() => RobustChoice.Estimate(new OptionOutcomes(["a", "a"], ["s", "t"], [[1, 2], [1, 2]]))).Message.ShouldContain("a came twice");
        Should.Throw<ArgumentOutOfRangeException>(() => new RobustChoiceOptions { Optimism = 1.5 });
    }

    private static double Value(RobustChoiceResult result, int option, RobustnessCriterion criterion) =>
        result.Values[(option * result.Criteria.Count) + (int)criterion];

    private static RobustChoiceResult Estimate(double[][] values, RobustChoiceOptions options, int workers = 1) => RobustChoice.Estimate(
        new OptionOutcomes(
            [.. values.Select((_, option) => $"o{option}")], [.. Enumerable.Range(0, values[0].Length).Select(scenario => $"s{scenario}")], values),
        options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}

using CsCheck;
using Karkhana.Methods.Econometrics;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class EventRateTests
{
    [Fact]
    public void Two_groups_have_the_rates_and_ratio_of_poisson_test()
    {
        // R 4.2.2: poisson.test(c(12, 5), c(100, 80)) and poisson.test(7, 35).
        EventRateResult result = Estimate([(12, 100, "b"), (5, 80, "a")]);
        EventRateResult one = Estimate([(7, 35, "x")]);

        result.Rates.Select(rate => rate.Group).ShouldBe(["a", "b"]);
        result.Ratios[1].Estimate.ShouldBe(1.92, tolerance: 1e-14);
        result.Ratios[1].Low.ShouldBe(0.629636715338253, tolerance: 1e-13);
        result.Ratios[1].High.ShouldBe(6.95678489494421, tolerance: 1e-12);
        result.Ratios[1].PValue.ShouldBe(0.233618462029736, tolerance: 1e-13);
        result.Ratios[0].ShouldBe(new RateRatio(1, double.NaN, double.NaN, double.NaN));
        one.Rates[0].Rate.ShouldBe(0.2);
        one.Rates[0].Low.ShouldBe(0.0804103729005676, tolerance: 1e-14);
        one.Rates[0].High.ShouldBe(0.412076438905782, tolerance: 1e-14);
    }

    [Fact]
    public void No_event_has_a_rate_of_zero_and_an_upper_limit_that_is_known_by_hand()
    {
        // P(0) = exp(−rate·35) = 0.025 at the limit.
        EventRateResult result = Estimate([(0, 35, "x")], new() { Per = 100 });

        result.Rates[0].Low.ShouldBe(0);
        result.Rates[0].High.ShouldBe(-Math.Log(0.025) / 35, tolerance: 1e-14);
        result.ToOutputs().All["conf_high"].Numbers![0].ShouldBe(-100 * Math.Log(0.025) / 35, tolerance: 1e-12);
        result.Rates[0].Dispersion.ShouldBe(double.NaN);
    }

    [Fact]
    public void A_group_without_events_has_a_ratio_at_the_end_of_the_scale()
    {
        EventRateResult result = Estimate([(0, 100, "a"), (5, 80, "b")], new() { Reference = "b" });
        EventRateResult back = Estimate([(0, 100, "a"), (5, 80, "b")]);
        EventRateResult none = Estimate([(0, 100, "a"), (0, 80, "b")]);

        result.Ratios[0].Estimate.ShouldBe(0);
        result.Ratios[0].High.ShouldBe(0.873023284146037, tolerance: 1e-13);
        result.Ratios[0].PValue.ShouldBe(0.0173415299158326, tolerance: 1e-14);
        back.Ratios[1].Estimate.ShouldBe(double.PositiveInfinity);
        back.Ratios[1].Low.ShouldBe(1 / 0.873023284146037, tolerance: 1e-12);
        back.Ratios[1].High.ShouldBe(double.PositiveInfinity);
        none.Ratios[1].ShouldBe(new RateRatio(double.NaN, 0, double.PositiveInfinity, 1));
    }

    [Fact]
    public void Limits_leave_the_asked_probability_in_each_tail() => Gen.Select(Gen.Int[1, 200], Gen.Int[1, 500], Gen.Int[50, 99]).Sample((events, exposure, percent) =>
    {
        GroupRate rate = Estimate([(events, exposure, "x")], new() { Confidence = percent / 100.0 }).Rates[0];
        double tail = (1 - (percent / 100.0)) / 2;
        return Math.Abs(Poisson.CDF(rate.High * exposure, events) - tail) < 1e-10
            && Math.Abs(1 - Poisson.CDF(rate.Low * exposure, events - 1) - tail) < 1e-10;
    });

    [Fact]
    public void A_ratio_turned_round_is_its_inverse() => Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40], Gen.Int[1, 99], Gen.Int[1, 99]).Sample((x, y, s, t) =>
    {
        EventRateResult forth = Estimate([(x, s, "a"), (y, t, "b")]);
        EventRateResult back = Estimate([(x, s, "a"), (y, t, "b")], new() { Reference = "b" });
        return Bits.Close(
            [forth.Ratios[1].Estimate, forth.Ratios[1].Low, forth.Ratios[1].High, forth.Ratios[1].PValue],
            [1 / back.Ratios[0].Estimate, 1 / back.Ratios[0].High, 1 / back.Ratios[0].Low, back.Ratios[0].PValue], relative: 1e-9);
    });

    [Fact]
    public void Rows_of_a_group_add_up_and_uneven_firms_are_noted()
    {
        EventRateResult even = Estimate([.. Enumerable.Range(0, 20).Select(i => ((double)(i % 2), 1.0, "x"))]);
        EventRateResult uneven = Estimate([.. Enumerable.Range(0, 20).Select(i => (i == 0 ? 10.0 : 0, 1.0, "x"))]);

        even.Rates[0].Events.ShouldBe(10);
        even.Rates[0].Exposure.ShouldBe(20);
        Bits.Close([even.Rates[0].Dispersion], [20 * 0.25 / 0.5 / 19], relative: 1e-12).ShouldBeTrue();
        even.Notes.ShouldBeEmpty();
        uneven.Rates[0].High.ShouldBe(even.Rates[0].High);
        uneven.Notes.ShouldHaveSingleItem().Code.ShouldBe("overdispersion");
    }

    [Fact]
    public void Firms_that_were_not_watched_say_nothing_of_dispersion()
    {
        (double, double, string)[] watched = [.. Enumerable.Range(0, 20).Select(i => (i < 14 ? (double)(i % 3) : 0, 1.0, "x"))];
        (double, double, string)[] unwatched = [.. Enumerable.Repeat((0.0, 0.0, "x"), 500)];

        EventRateResult plain = Estimate(watched);
        EventRateResult padded = Estimate([.. watched, .. unwatched]);

        padded.Rates[0].Dispersion.ShouldBe(plain.Rates[0].Dispersion);
        padded.Rates[0].RowsAtRisk.ShouldBe(20);
        padded.Notes.Select(note => note.Code).ShouldBe(plain.Notes.Select(note => note.Code));
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([]));
        Should.Throw<ArgumentException>(() => Estimate([(1.5, 1, "x")])).Message.ShouldContain("row 1 was 1.5");
        Should.Throw<ArgumentException>(() => Estimate([(-1, 1, "x")]));
        Should.Throw<ArgumentException>(() => Estimate([(1, 0, "x")])).Message.ShouldContain("1 events in 0");
        Should.Throw<ArgumentException>(() => Estimate([(1, -1, "x")]));
        Should.Throw<ArgumentException>(() => Estimate([(0, 0, "x")])).Message.ShouldContain("group x has none");
        Should.Throw<ArgumentException>(() => Estimate([(1, 1, "x")], new() { Reference = "y" })).Message.ShouldContain("it was y");
        Should.Throw<ArgumentException>(() => EventRate.Estimate(
            new EventCounts([1], [1, 2]), cancellationToken: TestContext.Current.CancellationToken));
        Should.Throw<ArgumentOutOfRangeException>(() => new EventRateOptions { Per = 0 });
    }

    private static EventRateResult Estimate((double Events, double Exposure, string Group)[] rows, EventRateOptions? options = null) => EventRate.Estimate(
        new EventCounts([.. rows.Select(row => row.Events)], [.. rows.Select(row => row.Exposure)]) { Groups = [.. rows.Select(row => row.Group)] },
        options,
        cancellationToken: TestContext.Current.CancellationToken);
}

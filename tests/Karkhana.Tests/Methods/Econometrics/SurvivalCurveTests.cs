using CsCheck;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class SurvivalCurveTests
{
    private static readonly double[] Times = [2, 3, 3, 5, 6, 6, 8, 9, 9, 12];
    private static readonly int[] Events = [1, 1, 0, 1, 1, 1, 0, 1, 0, 0];

    private static readonly Gen<(double[] Times, int[] Events)> Samples =
        from n in Gen.Int[2, 25]
        from times in Gen.Int[1, 12].Select(t => t / 2.0).Array[n]
        from events in Gen.Int[0, 1].Array[n]
        select (times, events);

    [Fact]
    public void Ten_subjects_have_the_curve_of_survfit()
    {
        // R 4.2.2, survival 3.5.3: survfit(Surv(t, e) ~ 1, conf.type = "log").
        SurvivalCurveResult result = Estimate(Times, Events);

        result.Times.ShouldBe([2, 3, 5, 6, 8, 9, 12]);
        result.AtRisk.ShouldBe([10, 9, 7, 6, 4, 3, 1]);
        result.Events.ShouldBe([1, 1, 1, 2, 0, 1, 0]);
        result.Censored.ShouldBe([0, 1, 0, 0, 1, 1, 1]);
        Bits.Close(result.Survival, [0.9, 0.8, 0.685714285714286, 0.457142857142857, 0.457142857142857, 0.304761904761905, 0.304761904761905], relative: 1e-14).ShouldBeTrue();
        Bits.Close(result.StandardErrors, [0.105409255338946, 0.158113883008419, 0.220928775422134, 0.363514589999985, 0.363514589999985, 0.546634726128448, 0.546634726128448], relative: 1e-14).ShouldBeTrue();
        Bits.Close(result.Lows, [0.732011642743993, 0.586817701233814, 0.444721660685212, 0.224195947585669, 0.224195947585669, 0.104391312221182, 0.104391312221182], relative: 1e-12).ShouldBeTrue();
        Bits.Close(result.Highs, [1, 1, 1, 0.932129211465251, 0.932129211465251, 0.889727474613145, 0.889727474613145], relative: 1e-12).ShouldBeTrue();
        (result.Median, result.MedianLow, result.MedianHigh).ShouldBe((6, 5, double.NaN));
        result.RestrictedMean.ShouldBe(7.47142857142857, tolerance: 1e-13);
        result.RestrictedMeanError.ShouldBe(1.18650535040936, tolerance: 1e-13);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void The_other_scales_have_the_limits_of_survfit()
    {
        SurvivalCurveResult logLog = Estimate(Times, Events, new() { Interval = SurvivalInterval.LogLog });
        SurvivalCurveResult plain = Estimate(Times, Events, new() { Interval = SurvivalInterval.Plain });

        Bits.Close(logLog.Lows, [0.4730092713620505, 0.4086907816334043, 0.3045850742018473, 0.1429821627556124, 0.1429821627556124, 0.0535338846000109, 0.0535338846000109], relative: 1e-12).ShouldBeTrue();
        Bits.Close(logLog.Highs, [0.985281393367343, 0.945872645838912, 0.887148495027707, 0.729779106015238, 0.729779106015238, 0.617367561755693, 0.617367561755693], relative: 1e-12).ShouldBeTrue();
        logLog.MedianLow.ShouldBe(2);
        Bits.Close(plain.Lows, [0.714061490308632, 0.552081987078175, 0.388791467673654, 0.131439769483513, 0.131439769483513, 0, 0], relative: 1e-12).ShouldBeTrue();
        Bits.Close(plain.Highs, [1, 1, 0.982637103754917, 0.782845944802201, 0.782845944802201, 0.631279047896586, 0.631279047896586], relative: 1e-12).ShouldBeTrue();
    }

    [Fact]
    public void The_mean_up_to_ten_years_is_that_of_survfit()
    {
        SurvivalCurveResult result = Estimate(Times, Events, new() { RestrictedTo = 10 });

        result.RestrictedMean.ShouldBe(6.86190476190476, tolerance: 1e-13);
        result.RestrictedMeanError.ShouldBe(0.92902826136778, tolerance: 1e-13);
        Estimate(Times, Events, new() { RestrictedTo = 1.5 }).RestrictedMean.ShouldBe(1.5);
    }

    [Fact]
    public void Late_entries_are_at_risk_only_after_they_entered()
    {
        // R 4.2.2, survival 3.5.3: survfit(Surv(entry, t, e) ~ 1).
        SurvivalCurveResult result = Estimate(Times, Events, entries: [0, 1, 0, 2, 1, 3, 0, 4, 5, 6]);

        result.AtRisk.ShouldBe([5, 5, 5, 5, 4, 3, 1]);
        Bits.Close(result.Survival, [0.8, 0.64, 0.512, 0.3072, 0.3072, 0.2048, 0.2048], relative: 1e-14).ShouldBeTrue();
    }

    [Fact]
    public void Without_censoring_the_curve_is_the_share_that_is_left() => Samples.Sample(sample =>
    {
        SurvivalCurveResult result = Estimate(sample.Times, [.. sample.Events.Select(_ => 1)]);
        return Bits.Close(result.Survival, [.. result.Times.Select(t => sample.Times.Count(time => time > t) / (double)sample.Times.Length)], relative: 1e-12)
            && Bits.Close([result.RestrictedMean], [sample.Times.Average()], relative: 1e-12)
            && result.Survival[^1] == 0 && double.IsPositiveInfinity(result.StandardErrors[^1]) && double.IsNaN(result.Lows[^1]);
    });

    [Fact]
    public void The_curve_falls_within_its_limits_whatever_the_order_and_unit() => Gen.Select(Samples, Gen.Enum<SurvivalInterval>()).Sample((sample, interval) =>
    {
        SurvivalCurveOptions options = new() { Interval = interval };
        SurvivalCurveResult result = Estimate(sample.Times, sample.Events, options);
        SurvivalCurveResult turned = Estimate([.. sample.Times.Reverse().Select(t => 4 * t)], [.. sample.Events.Reverse()], options);
        return result.Survival.Zip(result.Survival.Skip(1)).All(pair => pair.Second <= pair.First)
            && Enumerable.Range(0, result.Times.Count).All(t => !(result.Lows[t] > result.Survival[t]) && !(result.Highs[t] < result.Survival[t]))
            && Bits.Same(result.Survival, turned.Survival) && Bits.Same(result.Highs, turned.Highs)
            && Bits.Close([4 * result.RestrictedMean, 4 * result.Median], [turned.RestrictedMean, turned.Median], relative: 1e-12);
    });

    [Fact]
    public void A_curve_of_one_half_exactly_has_its_median_there()
    {
        Estimate([1, 2, 3, 4], [1, 1, 0, 0]).Median.ShouldBe(2);
        Estimate([1, 2, 3, 4, 5, 6], [1, 1, 1, 0, 0, 0]).Median.ShouldBe(3);
    }

    [Fact]
    public void What_the_reader_must_know_is_noted()
    {
        Estimate([1, 2], [0, 0]).Notes.ShouldHaveSingleItem().Code.ShouldBe("no-events");
        Estimate(Times, Events, new() { RestrictedTo = 20 }).Notes.ShouldHaveSingleItem().Code.ShouldBe("beyond-last-time");
        SurvivalCurveResult early = Estimate([1, 5, 6], [1, 1, 0], entries: [0, 2, 2]);
        early.Notes.ShouldHaveSingleItem().Code.ShouldBe("early-end");
        early.Survival.ShouldBe([0, 0, 0]);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([], []));
        Should.Throw<ArgumentException>(() => Estimate([-1, 2], [1, 1])).Message.ShouldContain("ended at -1");
        Should.Throw<ArgumentException>(() => Estimate([double.NaN], [1]));
        Should.Throw<ArgumentException>(() => Estimate([1, 2], [1]));
        Should.Throw<ArgumentException>(() => Estimate([1, 2], [1, 1], entries: [0, 2])).Message.ShouldContain("entered at 2");
        Should.Throw<ArgumentException>(() => Estimate([1, 2], [1, 1], entries: [0]));
        Should.Throw<ArgumentOutOfRangeException>(() => new SurvivalCurveOptions { RestrictedTo = 0 });
    }

    private static SurvivalCurveResult Estimate(double[] times, int[] events, SurvivalCurveOptions? options = null, double[]? entries = null) => SurvivalCurve.Estimate(
        new SurvivalSample(times, [.. events.Select(value => value == 1)]) { Entries = entries },
        options,
        cancellationToken: TestContext.Current.CancellationToken);
}

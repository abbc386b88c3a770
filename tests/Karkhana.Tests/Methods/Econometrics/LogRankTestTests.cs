using CsCheck;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class LogRankTestTests
{
    private static readonly double[] Times = [2, 3, 3, 5, 6, 6, 8, 9, 9, 12];
    private static readonly int[] Events = [1, 1, 0, 1, 1, 1, 0, 1, 0, 0];
    private static readonly string[] Two = ["a", "b", "a", "b", "a", "b", "a", "b", "a", "b"];
    private static readonly string[] Three = ["a", "b", "c", "a", "b", "c", "a", "b", "c", "a"];

    private static readonly Gen<(double[] Times, int[] Events, string[] Groups)> Samples =
        from n in Gen.Int[6, 25]
        from times in Gen.Int[1, 12].Select(t => t / 2.0).Array[n]
        from events in Gen.Int[0, 1].Array[n]
        from groups in Gen.Int[0, 2].Array[n]
        where groups.Distinct().Count() > 1
        select (times, events, groups.Select(code => $"g{code}").ToArray());

    [Fact]
    public void Two_groups_have_the_test_of_survdiff()
    {
        // R 4.2.2, survival 3.5.3: survdiff(Surv(t, e) ~ g), with rho = 1, and with strata.
        LogRankTestResult result = Estimate(Times, Events, Two);

        result.Statistic.ShouldBe(0.365774818290126, tolerance: 1e-14);
        result.Degrees.ShouldBe(1);
        result.Observed.ShouldBe([2, 4]);
        Bits.Close(result.Expected, [2.70634920634921, 3.29365079365079], relative: 1e-14).ShouldBeTrue();
        Estimate(Times, Events, Two, new() { Rho = 1 }).Statistic.ShouldBe(0.185690334614576, tolerance: 1e-14);
        Estimate(Times, Events, Two, strata: ["1", "1", "1", "1", "1", "2", "2", "2", "2", "2"]).Statistic.ShouldBe(1.47874306839187, tolerance: 1e-13);
    }

    [Fact]
    public void Three_groups_have_the_test_of_survdiff()
    {
        LogRankTestResult result = Estimate(Times, Events, Three);

        result.Statistic.ShouldBe(1.14040096004518, tolerance: 1e-13);
        result.Degrees.ShouldBe(2);
        result.PValue.ShouldBe(0.565412073510919, tolerance: 1e-13);
        result.Subjects.ShouldBe([4, 3, 3]);
    }

    [Fact]
    public void Three_subjects_are_worked_out_by_hand()
    {
        // Time 1: one event of three, two of them in a: expected 2/3, variance 2/9. Time 2: one of two: 1/2, 1/4. Time 3: the last.
        LogRankTestResult result = Estimate([1, 2, 3], [1, 1, 1], ["a", "b", "a"]);

        result.Expected[0].ShouldBe((2 / 3.0) + 0.5 + 1, tolerance: 1e-15);
        double difference = 2 - result.Expected[0];
        result.Statistic.ShouldBe(difference * difference / ((2 / 9.0) + 0.25), tolerance: 1e-14);
    }

    [Fact]
    public void Order_names_and_unit_do_not_matter_and_expected_events_add_up() => Samples.Sample(sample =>
    {
        LogRankTestResult result = Estimate(sample.Times, sample.Events, sample.Groups);
        LogRankTestResult turned = Estimate(
            [.. sample.Times.Reverse().Select(t => 4 * t)], [.. sample.Events.Reverse()], [.. sample.Groups.Reverse().Select(group => group == "g0" ? "x" : group)]);
        return Bits.Close([result.Statistic, result.PValue, result.Degrees], [turned.Statistic, turned.PValue, turned.Degrees], relative: 1e-8)
            && Bits.Close([result.Observed.Sum()], [result.Expected.Sum()], relative: 1e-10)
            && !(result.Statistic < 0);
    });

    [Fact]
    public void Groups_that_are_alike_subject_by_subject_do_not_differ() => Samples.Sample(sample =>
    {
        double statistic = Estimate(
            [.. sample.Times, .. sample.Times], [.. sample.Events, .. sample.Events], [.. sample.Times.Select(_ => "a"), .. sample.Times.Select(_ => "b")]).Statistic;

        // A time at which the event comes to all who are at risk tells nothing of groups.
        bool telling = sample.Times.Distinct().Any(t =>
            sample.Times.Zip(sample.Events).Count(subject => subject.First == t && subject.Second == 1) is int events and > 0
            && events < sample.Times.Count(time => time >= t));
        return telling ? statistic < 1e-20 : double.IsNaN(statistic);
    });

    [Fact]
    public void A_group_that_is_never_at_risk_with_others_takes_no_degree_of_freedom()
    {
        LogRankTestResult result = Estimate([1, 2, 3, 11, 12], [1, 1, 1, 1, 1], ["a", "b", "a", "c", "c"], entries: [0, 0, 0, 10, 10]);

        result.Degrees.ShouldBe(1);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("fewer-degrees");
        result.Statistic.ShouldBe(Estimate([1, 2, 3], [1, 1, 1], ["a", "b", "a"]).Statistic, tolerance: 1e-12);
    }

    [Fact]
    public void Without_events_nothing_can_be_compared()
    {
        LogRankTestResult result = Estimate([1, 2], [0, 0], ["a", "b"]);

        result.Statistic.ShouldBe(double.NaN);
        result.PValue.ShouldBe(double.NaN);
        result.Notes.Count.ShouldBe(1);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([1, 2], [1, 1], ["a", "a"])).Message.ShouldContain("two groups; it had 1");
        Should.Throw<ArgumentException>(() => Estimate([1, 2], [1, 1], []));
        Should.Throw<ArgumentException>(() => Estimate([1, 2], [1, 1], ["a"]));
        Should.Throw<ArgumentException>(() => Estimate([1, 2], [1, 1], ["a", "b"], strata: ["x"]));
        Should.Throw<ArgumentOutOfRangeException>(() => new LogRankTestOptions { Rho = -1 });
    }

    private static LogRankTestResult Estimate(
        double[] times, int[] events, string[] groups, LogRankTestOptions? options = null, string[]? strata = null, double[]? entries = null) => LogRankTest.Estimate(
        new SurvivalSample(times, [.. events.Select(value => value == 1)]) { Groups = groups, Strata = strata ?? [], Entries = entries },
        options,
        cancellationToken: TestContext.Current.CancellationToken);
}

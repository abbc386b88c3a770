using CsCheck;
using Karkhana.Capability;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Capability;

public sealed class TechnicalChangesTests
{
    // F0 and F1 are clustered and watched for five years; F2 began in 2013, F3 closed in 2012: two years each.
    private static readonly FirmRegister Register = SampleRegisters.Of([0, 1, 2, 3, 4], [0, 0, 0, 0, 0], []) with
    {
        Founded = [2000, double.NaN, 2013, 2001, 2000],
        Closed = [double.NaN, double.NaN, double.NaN, 2012, double.NaN],
    };

    private static readonly WatchedFirms FourFirms = new([0, 1, 2, 3], [true, true, false, false]);

    private static readonly TechnicalChange[] Log =
    [
        Change(0, 2013, TechnicalChangeType.Product, "User", 300, 2, 3),
        Change(0, 2011, TechnicalChangeType.Product, "user", 100, 1, 1),
        Change(2, 2013, TechnicalChangeType.Process, "own", double.NaN, double.NaN, 2),
        Change(2, 2014, TechnicalChangeType.Product, "", 200, 4, 4),
        Change(3, 2012, TechnicalChangeType.Product, "own", 50, 1, 1), // after its last year
        Change(2, 2012, TechnicalChangeType.Product, "own", 50, 1, 1), // before its founding
        Change(4, 2012, TechnicalChangeType.Product, "own", 50, 1, 1), // not watched
    ];

    [Fact]
    public void Rates_are_changes_over_the_years_in_which_firms_stood()
    {
        TechnicalChangesResult result = Of(Log);

        (result.Firms, result.FirmYears, result.Changes, result.LeftOut, result.FirmsWithChange).ShouldBe((4, 14, 4, 3, 2));
        ChangeRate product = Rate(result, "type", "product");
        product.All.Rates[0].Rate.ShouldBe(3 / 14.0, tolerance: 1e-15);
        product.Groups!.Rates.Select(rate => (rate.Group, rate.Events, rate.Exposure)).ShouldBe([("clustered", 2, 10), ("dispersed", 1, 4)]);
        product.Groups.Ratios[0].Estimate.ShouldBe(0.8, tolerance: 1e-15);
        Rate(result, "all", "all").All.Rates[0].Rate.ShouldBe(4 / 14.0, tolerance: 1e-15);
        Rate(result, "type", "organisation").All.Rates[0].Events.ShouldBe(0);
        result.Rates.Where(rate => rate.By == "source").Select(rate => rate.Category).ShouldBe(["user", "own"]);
    }

    [Fact]
    public void Time_runs_from_the_first_watched_year_and_ends_with_the_last()
    {
        FirstChange any = Of(Log).FirstChanges.Single(first => first.Category == "any");

        any.Curves.Keys.ShouldBe(["clustered", "dispersed"]);
        any.Curves["clustered"].Times.ShouldBe([2, 5]);
        any.Curves["clustered"].Survival.ShouldBe([0.5, 0.5]);
        any.Curves["clustered"].Censored.ShouldBe([0, 1]);
        any.Curves["dispersed"].Times.ShouldBe([1, 2]);
        any.Curves["dispersed"].Survival.ShouldBe([0.5, 0.5]);
        any.Test!.Observed.ShouldBe([1, 1]);

        // Year 1: one event, two of four at risk are clustered. Year 2: one event, two of three, for F3 is watched to its end.
        any.Test.Expected[0].ShouldBe((2 / 4.0) + (2 / 3.0), tolerance: 1e-12);
        Of(Log).FirstChanges.Select(first => first.Category).ShouldBe(["any", "product", "process"]);
    }

    [Fact]
    public void Costs_that_are_not_known_are_counted_and_left_out_of_the_quartiles()
    {
        IReadOnlyList<ChangeCost> costs = Of(Log).Costs;

        costs.Select(cost => cost.Category).ShouldBe(["all", "product", "process"]);
        costs[0].ShouldBe(new ChangeCost("all", 2, 3, 4, double.NaN, double.NaN, double.NaN)); // too few to show
        (costs[2].Known, costs[2].Changes, double.IsNaN(costs[2].Median)).ShouldBe((0, 1, true));
    }

    [Fact]
    public void Sources_are_shares_of_the_changes_whose_source_is_known_whatever_the_capitals()
    {
        TechnicalChangesResult result = Of(Log);

        result.Sources!.Categories.ShouldBe(["user", "own"]);
        result.Sources.Shares.ShouldBe([2 / 3.0, 1 / 3.0]);
        result.ToSources().Numbers("n").ShouldBe([1, 1]);
        result.ToSources().Numbers("conf_high")[0].ShouldBeGreaterThan(2 / 3.0);
        SmallCells.Suppress(result.ToSources()).Numbers("estimate").ShouldAllBe(share => double.IsNaN(share));
    }

    [Fact]
    public void Firms_without_a_scored_change_have_an_innovation_index_of_zero()
    {
        TechnicalChangesResult result = Of(Log);

        result.Scored.ShouldBe(3);
        result.Innovations!.Firms.Select(firm => (firm.Firm, firm.Index)).ShouldBe([("F0", 6), ("F1", 0), ("F2", 16), ("F3", 0)]);
        Of(Log, new TechnicalChangeOptions { InnovationWindow = 5 }).Innovations!.Firms[0].Index.ShouldBe(7);
    }

    [Fact]
    public void Firms_of_one_group_are_not_compared()
    {
        TechnicalChangesResult result = TechnicalChanges.Estimate(Register, Table(Log), new WatchedFirms([0, 1], [true, true]))!;

        result.Rates.ShouldAllBe(rate => rate.Groups == null && double.IsNaN(rate.AdjustedPValue));
        result.FirstChanges.ShouldAllBe(first => first.Test == null && first.Curves.Count == 1);
        result.ToTable().Texts("group").ShouldAllBe(group => group == "all");
        result.ToTests().Numbers("p_value").ShouldAllBe(p => double.IsNaN(p));
    }

    [Fact]
    public void A_log_without_a_change_gives_rates_of_zero_and_no_sources()
    {
        TechnicalChangesResult result = Of([]);

        result.Rates.Count.ShouldBe(4);
        result.Rates.ShouldAllBe(rate => rate.All.Rates[0].Rate == 0 && rate.All.Rates[0].High > 0);
        result.Sources.ShouldBeNull();
        result.Innovations.ShouldBeNull();
        result.ToSources().RowCount.ShouldBe(0);
        result.FirstChanges.ShouldHaveSingleItem().Curves["clustered"].Survival.ShouldAllBe(share => share == 1);
    }

    [Fact]
    public void The_order_of_changes_and_of_firms_does_not_matter() => (
        from changes in Gen.Select(Gen.Int[0, 4], Gen.Int[2010, 2014], Gen.Int[0, 2], Gen.Int[0, 2]).Array[0, 25]
        select changes.Select(change => Change(
            change.Item1, change.Item2, (TechnicalChangeType)change.Item3, ((string[])["", "own", "user"])[change.Item4], change.Item2, 2, 3)).ToArray())
        .Sample(log =>
        {
            TechnicalChangesResult forward = Of(log);
            TechnicalChangesResult backward = TechnicalChanges.Estimate(
                Register, Table([.. log.Reverse()]), new WatchedFirms([3, 2, 1, 0], [false, false, true, true]))!;

            backward.ToTable().Numbers("events").ShouldBe(forward.ToTable().Numbers("events"));
            backward.ToTable().Numbers("ratio").ShouldBe(forward.ToTable().Numbers("ratio"));
            backward.ToSurvival().Numbers("estimate").ShouldBe(forward.ToSurvival().Numbers("estimate"));
            backward.ToCosts().Numbers("estimate").ShouldBe(forward.ToCosts().Numbers("estimate"));
            backward.ToSources().Numbers("estimate").ShouldBe(forward.ToSources().Numbers("estimate"));
            forward.Rates.Where(rate => rate.Groups is not null).ShouldAllBe(rate => rate.AdjustedPValue >= rate.Ratio!.PValue - 1e-12);
            forward.Rates.Where(rate => rate.By == "type").Sum(rate => rate.All.Rates[0].Events).ShouldBe(forward.Changes);
        });

    [Fact]
    public void What_it_calls_it_agrees_with()
    {
        EventRateResult rate = EventRate.Estimate(
            new EventCounts([2, 0, 1, 0], [5, 5, 2, 2]) { Groups = ["clustered", "clustered", "dispersed", "dispersed"] },
            new EventRateOptions { Reference = "dispersed" },
            cancellationToken: TestContext.Current.CancellationToken);

        Rate(Of(Log), "type", "product").Groups!.Ratios[0].ShouldBe(rate.Ratios[0]);
    }

    [Fact]
    public void Firms_that_stood_in_no_year_of_the_window_are_not_watched()
    {
        FirmRegister late = Register with { Founded = [2015, 2016, 2015, 2015, 2015], Closed = [] };

        TechnicalChanges.Estimate(late, Table(Log), FourFirms).ShouldBeNull();
        TechnicalChanges.Estimate(Register, Table(Log), new WatchedFirms([], [])).ShouldBeNull();
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => TechnicalChanges.Estimate(Register, Table(Log), new WatchedFirms([0, 0], [true, true])))
            .Message.ShouldContain("each firm once");
        Should.Throw<ArgumentException>(() => TechnicalChanges.Estimate(Register, Table(Log), new WatchedFirms([0, 1], [true])));
        Should.Throw<ArgumentException>(() => new TechnicalChangeOptions { Confidence = 0.4 }).Message.ShouldContain("0.5");
        Should.Throw<ArgumentException>(() => new TechnicalChangeOptions { InnovationWindow = 0 }).Message.ShouldContain("1");
    }

    private static TechnicalChange Change(
        int firm, int year, TechnicalChangeType type, string source, double cost, double novelty, double depth) =>
        new(firm, year, type, source, cost, novelty, depth);

    private static TechnicalChangeTable Table(IReadOnlyList<TechnicalChange> changes) => new(2010, 2014, changes, []);

    private static TechnicalChangesResult Of(IReadOnlyList<TechnicalChange> changes, TechnicalChangeOptions? options = null) =>
        TechnicalChanges.Estimate(Register, Table(changes), FourFirms, options)!;

    private static ChangeRate Rate(TechnicalChangesResult result, string by, string category) =>
        result.Rates.Single(rate => rate.By == by && rate.Category == category);
}

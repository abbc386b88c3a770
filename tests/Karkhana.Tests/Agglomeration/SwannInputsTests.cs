using Karkhana.Agglomeration;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Agglomeration;

public sealed class SwannInputsTests
{
    private static readonly FirmRegister Five = SampleRegisters.Of(
        [0, 1000, 2000, 50_000, 51_000], new double[5], ["a", "a", "b", "a", "b"], [10, 20, 5, 7, double.NaN]) with
    {
        Places = ["P", "P", "P", "Q", "Q"],
        Year = 2020,
        Founded = [1990, 2012, 2000, 2018, double.NaN],
        EarlierEmployment = [5, double.NaN, 4, 0, 9],
        EarlierYear = 2010,
    };

    private static RegisterSample Everyone => new(Five, [0, 1, 2, 3, 4]);

    [Fact]
    public void Own_and_other_workers_of_a_place_leave_the_firm_out() => Estimate(Everyone).Growth.ShouldBe(
    [
        new SwannFirm(0, 10, 5, 20, 5, 0, 4),
        new SwannFirm(1, 20, double.NaN, 10, 5, 5, 4),
        new SwannFirm(2, 5, 4, 0, 30, 0, 5),
        new SwannFirm(3, 7, 0, 0, 0, 0, 9),
        new SwannFirm(4, double.NaN, 9, 0, 7, 0, 0),
    ]);

    [Fact]
    public void Within_a_radius_places_do_not_matter() => Estimate(
        Everyone, new SwannInputsOptions { Area = SwannArea.Radius, Kilometres = 1 }).Growth.Select(row => (row.Own, row.Other))
        .ShouldBe([(20, 0), (10, 5), (0, 20), (0, 0), (0, 7)]);

    [Fact]
    public void A_radius_that_covers_each_place_gives_the_sums_of_places()
    {
        IReadOnlyList<SwannFirm> byPlace = Estimate(Everyone).Growth;
        IReadOnlyList<SwannFirm> byRadius = Estimate(Everyone, new SwannInputsOptions { Area = SwannArea.Radius, Kilometres = 5 }).Growth;

        byRadius.ShouldBe(byPlace);
    }

    [Fact]
    public void Entries_are_counted_against_what_stood_there_before() => Estimate(
        Everyone, new SwannInputsOptions { PeriodYears = 5, Periods = 2, EntryIndustries = ["a"] }).Entries.ShouldBe(
    [
        new SwannEntry("P", "a", 2010, 2015, 1, 10, 5),
        new SwannEntry("Q", "a", 2010, 2015, 0, 0, 0),
        new SwannEntry("P", "a", 2015, 2020, 0, 30, 5),
        new SwannEntry("Q", "a", 2015, 2020, 1, 0, 0),
    ]);

    [Fact]
    public void A_firm_that_closed_counts_until_it_closed()
    {
        FirmRegister closed = Five with { Closed = [2014, double.NaN, double.NaN, double.NaN, double.NaN] };
        SwannInputsResult result = Estimate(new RegisterSample(closed, [1]), new SwannInputsOptions { Periods = 2 });

        result.Growth[0].Own.ShouldBe(0);
        result.Growth[0].EarlierOwn.ShouldBe(5);
        result.Entries.Where(row => row.Place == "P").Select(row => row.Own).ShouldBe([10, 20]);
    }

    [Fact]
    public void Every_firm_founded_in_the_periods_is_counted_once() => Estimate(
        Everyone, new SwannInputsOptions { PeriodYears = 10, Periods = 4 }).Entries.Sum(row => row.Entries).ShouldBe(4);

    [Fact]
    public void The_tables_hold_what_the_regressions_read()
    {
        SwannInputsResult result = Estimate(Everyone);
        Table growth = result.ToTable();

        growth.Name.ShouldBe("swann_growth");
        growth.Numbers("log_growth").ShouldBe([Math.Log(10) - Math.Log(5), double.NaN, Math.Log(5) - Math.Log(4), double.NaN, double.NaN]);
        growth.Numbers("log_own").ShouldBe([Math.Log(20), Math.Log(10), double.NaN, double.NaN, double.NaN]);
        result.ToEntries().Name.ShouldBe("swann_entry");
        result.ToEntries().RowCount.ShouldBe(2 * 2 * 4);
    }

    [Fact]
    public void What_is_missing_is_said()
    {
        Estimate(Everyone).Notes.Select(note => note.Code).ShouldBe(["missing-workers", "survivors-only"]);
        SwannInputsResult undated = Estimate(new RegisterSample(Five with { Founded = [] }, [0]));
        undated.Notes.Select(note => note.Code).ShouldBe(["missing-workers", "no-entries"]);
        undated.Entries.ShouldBeEmpty();
    }

    [Fact]
    public void A_register_that_lacks_what_is_needed_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(new RegisterSample(Five with { Employment = [] }, [0])));
        Should.Throw<ArgumentException>(() => Estimate(new RegisterSample(Five with { Industries = [] }, [0])));
        Should.Throw<ArgumentException>(() => Estimate(new RegisterSample(Five with { Places = [] }, [0])));
        Should.Throw<ArgumentOutOfRangeException>(() => new SwannInputsOptions { PeriodYears = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new SwannInputsOptions { Periods = 101 });
        Should.Throw<ArgumentOutOfRangeException>(() => new SwannInputsOptions { Kilometres = -1 });
    }

    private static SwannInputsResult Estimate(RegisterSample sample, SwannInputsOptions? options = null) =>
        SwannInputs.Estimate(sample, options, TestContext.Current.CancellationToken);
}

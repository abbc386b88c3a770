using CsCheck;
using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.CollectiveEfficiency;

public sealed class RosterDiagnosticsTests
{
    // Roster 0 to 5; 4 and 5 did not answer. 4 is named by 0, 1 and 2, 5 by nobody; 6 is in the register but off the roster; 7 is a party.
    private static readonly TieReports Six = SampleReports.Of(
        7, 1,
        SampleReports.Report(4, 0, 1, TieReporter.To),
        SampleReports.Report(4, 1, 2, TieReporter.To),
        SampleReports.Report(2, 4, 1, TieReporter.From),
        SampleReports.Report(0, 1, 1, TieReporter.Both),
        SampleReports.Report(0, 2, 1, TieReporter.From),
        SampleReports.Report(0, 3, 1, TieReporter.To),
        SampleReports.Report(7, 0, 1, TieReporter.To),
        SampleReports.Report(6, 1, 1, TieReporter.To),
        SampleReports.Report(5, 1, 0, TieReporter.To));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Six_firms_are_counted_by_hand()
    {
        RosterDiagnosticsResult result = RosterDiagnostics.Estimate(Six, [0, 1, 2, 3, 4, 5], [0, 1, 2, 3], cancellationToken: Token);

        result.ResponseRate.ShouldBe(4 / 6.0);
        result.TiesPerMissing.ShouldBe(1.5);
        result.TiesPerRespondent.ShouldBe(1); // 0 is named by 1 and 3, 1 by 0, 2 by 0, 3 by nobody
        (result.Outside.Count, result.Outside.Total).ShouldBe((2, 8));
        result.Missing.ShouldBe([new MissingFirm(4, 3), new MissingFirm(5, 0)]);
        result.Deleted.ShouldBe(1);
        result.Sensitivity[0].Estimate.ShouldBe(3 / 12.0);
        result.Sensitivity[2].Estimate.ShouldBe(((3 * 3) + 0) / 9.0); // a star that sends
        result.Sensitivity[0].Low.ShouldBe(0);                // without the hub
        result.Sensitivity[0].High.ShouldBe(2 / 6.0);         // without another
        result.Notes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            note => note.Code.ShouldBe("non-response"),
            note => note.Text.ShouldContain("33"),
            note => note.Text.ShouldContain("first the 1 missing"));
        result.ToRevisit().Numbers("named_by").ShouldBe([3, 0]);
    }

    [Fact]
    public void No_table_names_a_firm()
    {
        RosterDiagnosticsResult result = RosterDiagnostics.Estimate(Six, [0, 1, 2, 3, 4, 5], [0, 1, 2, 3], cancellationToken: Token);

        foreach (Karkhana.Core.Tables.Table table in new[] { result.ToTable(), result.ToRevisit() })
        {
            Enumerable.Range(0, table.RowCount).SelectMany(row => table.Columns.Select(column => column[row]))
                .OfType<string>().ShouldAllBe(text => !Six.FirmIds.Contains(text));
        }
    }

    [Fact]
    public void Everyone_answered_leaves_nobody_to_visit_and_no_warning()
    {
        RosterDiagnosticsResult result = RosterDiagnostics.Estimate(Six, [0, 1, 2, 3], [0, 1, 2, 3], cancellationToken: Token);

        result.Missing.ShouldBeEmpty();
        result.TiesPerMissing.ShouldBe(double.NaN);
        result.Notes.ShouldBeEmpty();
        result.ToRevisit().RowCount.ShouldBe(0);
    }

    [Fact]
    public void Too_few_respondents_give_a_note_and_no_range()
    {
        RosterDiagnosticsResult result = RosterDiagnostics.Estimate(Six, [0, 1, 2, 3], [0, 1, 2], cancellationToken: Token);

        result.Sensitivity.ShouldAllBe(range => double.IsNaN(range.Low));
        result.Notes.Select(note => note.Code).ShouldBe(["non-response", "too-few-respondents"]);
        RosterDiagnostics.Estimate(Six, [0, 1], [], cancellationToken: Token).ResponseRate.ShouldBe(0);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_range()
    {
        RosterDiagnosticsResult Of(int workers) => RosterDiagnostics.Estimate(
            Six, [0, 1, 2, 3, 4, 5], [0, 1, 2, 3], null, new ExecutionOptions { Workers = workers }, Token);

        Of(3).Sensitivity.ShouldBe(Of(1).Sensitivity);
    }

    [Fact]
    public void Ranges_hold_their_mean_and_counts_hold_together() => SampleReports.Any.Sample(reports =>
    {
        int firms = reports.FirmIds.Count;
        int[] roster = [.. Enumerable.Range(0, firms)];
        RosterDiagnosticsResult result = RosterDiagnostics.Estimate(
            reports, roster, [.. roster.Take((firms + 1) / 2)], new() { Replicates = 19 }, cancellationToken: Token);
        (result.Respondents + result.Missing.Count).ShouldBe(firms);
        result.Missing.ShouldAllBe(missing => missing.NamedBy <= result.Respondents);
        result.Missing.Select(missing => missing.NamedBy).ShouldBeInOrder(SortDirection.Descending);
        foreach (DeletionRange range in result.Sensitivity.Where(range => !double.IsNaN(range.Mean)))
        {
            range.Mean.ShouldBeInRange(0, 1);
            range.Low.ShouldBeLessThanOrEqualTo(range.High);
        }
    });

    [Fact]
    public void A_roster_that_does_not_fit_is_refused()
    {
        Should.Throw<ArgumentException>(() => RosterDiagnostics.Estimate(Six, [], [], cancellationToken: Token)).Message.ShouldContain("empty");
        Should.Throw<ArgumentException>(() => RosterDiagnostics.Estimate(Six, [0, 0], [], cancellationToken: Token)).Message.ShouldContain("position 0");
        Should.Throw<ArgumentException>(() => RosterDiagnostics.Estimate(Six, [0, 1], [2], cancellationToken: Token)).Message.ShouldContain("1 were not");
        Should.Throw<ArgumentException>(() => RosterDiagnostics.Estimate(Six, [7], [], cancellationToken: Token)).Message.ShouldContain("[0, 6]");
    }
}

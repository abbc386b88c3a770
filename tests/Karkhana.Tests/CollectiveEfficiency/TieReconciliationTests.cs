using CsCheck;
using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.CollectiveEfficiency;

public sealed class TieReconciliationTests
{
    // Firms 0, 1, 2 answered; 3 did not. 0→1 both say (3 and 1); 0→2 only 0; 2→1 only 1; 0→3 only 0; 1→0 refused by 1.
    private static readonly TieReports Four = SampleReports.Of(
        4, 1,
        SampleReports.Report(0, 1, 3, TieReporter.From),
        SampleReports.Report(0, 1, 1, TieReporter.To),
        SampleReports.Report(0, 2, 2, TieReporter.From),
        SampleReports.Report(2, 1, 1, TieReporter.To),
        SampleReports.Report(0, 3, 2, TieReporter.From),
        SampleReports.Report(1, 0, 0, TieReporter.From),
        SampleReports.Report(0, 4, 3, TieReporter.From));

    [Fact]
    public void Four_firms_agree_as_counted_by_hand()
    {
        TieReconciliationResult result = TieReconciliation.Estimate(Four, [2]);

        result.Respondents.ShouldBe(3);
        (result.Confirmed, result.GivenOnly, result.ReceivedOnly, result.Unchecked, result.Unattributed).ShouldBe((1, 1, 1, 1, 0));
        (result.Agreement.Count, result.Agreement.Total).ShouldBe((1, 3));
        result.Agreement.Low.ShouldBe(0.0615, 0.0001);  // R: prop.test(1, 3, correct = FALSE)
        result.Agreement.High.ShouldBe(0.7923, 0.0001);
        result.ValueDifference.ShouldBe(2);
        result.Firms[0].Given.ShouldSatisfyAllConditions(given => given.Total.ShouldBe(2), given => given.Count.ShouldBe(1));
        result.Firms.Select(firm => firm.Reliability).ShouldBe([2 / 4.0, 2 / 4.0, 1 / 2.0]);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("outside-ties");
        result.ToTable().Numbers("estimate")[0].ShouldBe(1 / 3.0);
        result.ToFirms().RowCount.ShouldBe(3);
    }

    [Fact]
    public void Rules_and_values_are_as_told()
    {
        Kept(new()).ShouldBe([(0, 1, 3), (0, 2, 2), (0, 3, 2), (2, 1, 1)]);
        Kept(new() { Value = ReportedValue.Mean }).ShouldBe([(0, 1, 2), (0, 2, 2), (0, 3, 2), (2, 1, 1)]);
        Kept(new() { Rule = ReconciliationRule.Intersection }).ShouldBe([(0, 1, 3), (0, 3, 2)]);
        Kept(new() { Rule = ReconciliationRule.Intersection, KeepUnchecked = false }).ShouldBe([(0, 1, 3)]);
        Kept(new() { Rule = ReconciliationRule.ReporterWeighted, Threshold = 0.51 }).ShouldBe([(0, 1, 3), (0, 3, 2)]);

        static (int, int, double)[] Kept(TieReconciliationOptions options) => Triples(TieReconciliation.Estimate(Four, [2], options).Ties);
    }

    [Fact]
    public void The_end_that_others_confirm_is_believed()
    {
        // 0 and 1 confirm each other; 2 claims ties with both that neither reports: (0 + 1)/(2 + 2) against (2 + 1)/(2 + 2).
        TieReports reports = SampleReports.Of(
            3, 0,
            SampleReports.Report(0, 1, 1, TieReporter.Both),
            SampleReports.Report(1, 0, 1, TieReporter.Both),
            SampleReports.Report(2, 0, 1, TieReporter.From),
            SampleReports.Report(2, 1, 1, TieReporter.From));

        TieReconciliationResult result = TieReconciliation.Estimate(
            reports, options: new() { Rule = ReconciliationRule.ReporterWeighted });

        Triples(result.Ties).ShouldBe([(0, 1, 1), (1, 0, 1)]);
        result.Firms.Select(firm => firm.Reliability).ShouldBe([0.75, 0.75, 0.25]);
    }

    [Fact]
    public void Rules_are_nested_and_order_does_not_count() => SampleReports.Any.Sample(reports =>
    {
        TieReconciliationResult union = TieReconciliation.Estimate(reports);
        TieReconciliationResult both = TieReconciliation.Estimate(reports, options: new() { Rule = ReconciliationRule.Intersection });
        TieReconciliationResult weighted = TieReconciliation.Estimate(
            reports, options: new() { Rule = ReconciliationRule.ReporterWeighted });
        weighted.Ties.Pairs().IsSubsetOf(union.Ties.Pairs()).ShouldBeTrue();
        both.Ties.Pairs().IsSubsetOf(weighted.Ties.Pairs()).ShouldBeTrue();
        (union.Ties.Count - both.Ties.Count).ShouldBe(union.GivenOnly + union.ReceivedOnly);
        union.Ties.Count.ShouldBe(
            union.Confirmed + union.GivenOnly + union.ReceivedOnly + union.Unchecked + union.Unattributed);
        union.Ties.Pairs().SetEquals(reports.ToTies().Pairs()).ShouldBeTrue();

        TieReconciliationResult reversed = TieReconciliation.Estimate(reports with { Reports = [.. reports.Reports.Reverse()] });
        Triples(reversed.Ties).ShouldBe(Triples(union.Ties));
        reversed.Agreement.ShouldBe(union.Agreement);
    });

    [Fact]
    public void Giver_and_receiver_change_places_when_ties_are_turned_round() => SampleReports.Any.Sample(reports =>
    {
        TieReports turned = reports with
        {
            Reports =
            [
                .. reports.Reports.Select(report => new TieReport(report.To, report.From, report.Kind, report.Value)
                {
                    Reporter = report.Reporter switch
                    {
                        TieReporter.From => TieReporter.To,
                        TieReporter.To => TieReporter.From,
                        _ => report.Reporter,
                    },
                }),
            ],
        };
        TieReconciliationResult there = TieReconciliation.Estimate(reports);
        TieReconciliationResult back = TieReconciliation.Estimate(turned);
        back.Agreement.ShouldBe(there.Agreement);
        back.GivenOnly.ShouldBe(there.ReceivedOnly);
        back.Ties.Pairs().Select(tie => (tie.To, tie.From)).ToHashSet().SetEquals(there.Ties.Pairs()).ShouldBeTrue();
    });

    [Fact]
    public void Mixed_layers_and_strangers_are_refused()
    {
        TieReport advice = SampleReports.Report(0, 1, 1, null);
        Should.Throw<ArgumentException>(() => TieReconciliation.Estimate(SampleReports.Of(2, 0, advice, advice with { Kind = "kin" })))
            .Message.ShouldContain("advice, kin");
        Should.Throw<ArgumentException>(() => TieReconciliation.Estimate(SampleReports.Of(2, 0, advice, advice with { Wave = 2 })))
            .Message.ShouldContain("1, 2");
        Should.Throw<ArgumentException>(() => TieReconciliation.Estimate(SampleReports.Of(2, 0, advice), [2])).Message.ShouldContain("[0, 1]; it was 2");
        Should.Throw<ArgumentException>(() => new TieReconciliationOptions { Threshold = 1.5 }).Message.ShouldContain("1.5");
    }

    [Fact]
    public void Without_reporters_there_is_nothing_to_compare()
    {
        TieReconciliationResult result = TieReconciliation.Estimate(SampleReports.Of(2, 0, SampleReports.Report(0, 1, 1, null)));

        result.Ties.Count.ShouldBe(1);
        result.Agreement.Share.ShouldBe(double.NaN);
        result.Notes.Select(note => note.Code).ShouldBe(["unknown-reporter", "nothing-to-compare"]);
        TieReconciliation.Estimate(SampleReports.Of(2, 0)).Ties.Count.ShouldBe(0);
    }

    [Fact]
    public void Roster_and_recall_agree_as_counted_by_hand()
    {
        ElicitationAgreementResult result = ElicitationAgreement.Estimate(
            SampleReports.Ties(4, (0, 1), (0, 2), (1, 2), (3, 0)), SampleReports.Ties(4, (0, 1), (0, 1), (2, 3)));

        (result.Agreement.Count, result.Agreement.Total).ShouldBe((1, 5));
        result.Recalled.Share.ShouldBe(0.25);
        result.OnRoster.Share.ShouldBe(0.5);
        result.ToTable().Numbers("n").ShouldBe([5, 4, 2]);
        ElicitationAgreement.Estimate(SampleReports.Ties(4), SampleReports.Ties(4)).Notes.ShouldHaveSingleItem().Code.ShouldBe("no-ties");
        Should.Throw<ArgumentException>(() => ElicitationAgreement.Estimate(SampleReports.Ties(4), SampleReports.Ties(3))).Message.ShouldContain("register");
    }

    private static (int From, int To, double Value)[] Triples(TieTable ties) =>
        [.. Enumerable.Range(0, ties.Count).Select(tie => (ties.From[tie], ties.To[tie], ties.Values[tie])).Order()];
}

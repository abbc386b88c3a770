using CsCheck;
using Karkhana.Capability;
using Karkhana.Core.Exchange;
using Karkhana.Data.Surveys;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Capability;

public sealed class NextRungsTests
{
    [Fact]
    public void The_next_rung_is_the_lowest_row_that_is_not_passed()
    {
        // Firm 7 passes the basic row, one of two of the intermediate row, and all of the advanced row.
        NextRung rung = NextRungs.Estimate(
            SampleSurveys.Of([7], Anchor("C1", 1, 3), Anchor("C2", 2, 3), Anchor("C3", 2, 1), Anchor("C4", 2, double.NaN), Anchor("C5", 3, 3)), 7).Single();

        (rung.Function, rung.Level, rung.Next).ShouldBe(("process", 1, 2));
        rung.Passed.Select(item => item.Id).ShouldBe(["C2"]);
        rung.NotYet.Select(item => item.Id).ShouldBe(["C3"]);
        rung.Unknown.Select(item => item.Id).ShouldBe(["C4"]);
    }

    [Fact]
    public void Above_the_last_row_there_is_no_rung_and_a_row_without_answers_is_one_that_is_not_known()
    {
        NextRungs.Estimate(SampleSurveys.Of(Anchor("C1", 1, 3), Anchor("C2", 3, 2)), 0).Single().Next.ShouldBe(0);
        NextRung unknown = NextRungs.Estimate(SampleSurveys.Of(Anchor("C1", 1, 3), Anchor("C2", 2, double.NaN)), 0).Single();
        (unknown.Level, unknown.Next, unknown.Unknown.Count).ShouldBe((1, 2, 1));
    }

    [Fact]
    public void A_firm_that_did_not_answer_and_a_codebook_without_anchors_have_no_rungs()
    {
        NextRungs.Estimate(SampleSurveys.Of([7], Anchor("C1", 1, 3)), 0).ShouldBeEmpty();
        NextRungs.Estimate(SampleSurveys.Of((SampleSurveys.Item("E1", Constructs.Effort), [1])), 0).ShouldBeEmpty();
    }

    [Fact]
    public void Less_than_the_required_share_of_the_next_rung_is_passed() => Gen.Double[0, 3].Select(Math.Floor).Array[6].Sample(answers =>
    {
        NextRung rung = NextRungs.Estimate(
            SampleSurveys.Of([.. answers.Select((answer, i) => Anchor($"C{i}", (i / 2) + 1, answer))]), 0).Single();

        (rung.Next == 0 ? rung.Level == 3 : rung.Next == rung.Level + 1).ShouldBeTrue();
        (rung.Next == 0 || rung.Passed.Count < 0.6 * (rung.Passed.Count + rung.NotYet.Count)).ShouldBeTrue();
    });

    private static (SurveyItem Item, double[] Answers) Anchor(string id, int row, double answer) =>
        (SampleSurveys.Item(id, Constructs.Capability, 0, 3, function: "process", complexity: row), [answer]);
}

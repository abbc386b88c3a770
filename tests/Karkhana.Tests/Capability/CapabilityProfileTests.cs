using Karkhana.Capability;
using Karkhana.Data.Surveys;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Capability;

public sealed class CapabilityProfileTests
{
    [Fact]
    public void Firms_climb_their_ladders_and_functions_come_in_the_order_of_the_matrix()
    {
        CapabilityProfileResult profile = CapabilityProfile.Estimate(SampleSurveys.Of(
            [5, 2],
            Anchor("C1", "linkages", 1, 3, 0),
            Anchor("C2", "process", 1, 3, 2),
            Anchor("C3", "process", 2, 2, 1),
            Anchor("C4", "process", 3, 1, 0)))!;

        profile.Functions.ShouldBe(["process", "linkages"]);
        profile.Ladders.Select(ladder => ladder.Firm).ShouldBe([5, 2]);
        profile.Ladders[0].Ladder.Levels.ShouldBe([2, 1]);
        profile.Ladders[1].Ladder.Levels.ShouldBe([1, 0]);
        profile.MeanIndex.ShouldBe((((2 / 3.0) + 1) / 2 / 2) + (1 / 3.0 / 2 / 2), tolerance: 1e-14);
        profile.Reproducibility.ShouldBe(1);
        profile.LevelsAreReproducible.ShouldBeTrue();
    }

    [Fact]
    public void An_answer_out_of_order_is_two_errors_by_the_count_of_Goodenough_and_Edwards()
    {
        // Fails row 1 and passes row 2: two answers differ from pass, fail. Of eight answers two are errors.
        CapabilityProfileResult profile = CapabilityProfile.Estimate(SampleSurveys.Of(
            Anchor("C1", "process", 1, 0, 3),
            Anchor("C2", "process", 2, 3, 3),
            Anchor("C3", "product", 1, 3, 0),
            Anchor("C4", "product", 2, 0, 0)))!;

        profile.Reproducibility.ShouldBe(0.75);
        profile.LevelsAreReproducible.ShouldBeFalse();
    }

    [Fact]
    public void Anchors_of_one_row_may_be_passed_in_any_order()
    {
        CapabilityProfile.Estimate(SampleSurveys.Of(Anchor("C1", "process", 1, 0), Anchor("C2", "process", 1, 3)))!.Reproducibility.ShouldBe(1);
        CapabilityProfile.Estimate(SampleSurveys.Of(Anchor("C1", "process", 1, 3), Anchor("C2", "process", 1, 0)))!.Reproducibility.ShouldBe(1);
    }

    [Fact]
    public void A_firm_that_answered_less_than_half_is_left_out()
    {
        CapabilityProfileResult profile = CapabilityProfile.Estimate(SampleSurveys.Of(
            Anchor("C1", "process", 1, 3, 3, double.NaN),
            Anchor("C2", "process", 2, 3, double.NaN, double.NaN),
            Anchor("C3", "process", 3, 3, double.NaN, 3),
            Anchor("C4", "product", 1, 3, 3, double.NaN)))!;

        profile.Ladders.Select(ladder => ladder.Firm).ShouldBe([0, 1]);
    }

    [Fact]
    public void Anchors_that_do_not_apply_do_not_count_against_a_firm()
    {
        Survey survey = SampleSurveys.Of(
            Anchor("C1", "process", 1, 3, 2), Anchor("C2", "process", 1, 3, double.NaN), Anchor("C3", "process", 2, 2, double.NaN),
            Anchor("C4", "process", 2, 2, double.NaN));

        CapabilityProfile.Estimate(survey)!.Ladders.Count.ShouldBe(1); // one of four answered

        survey.Missing[1][1] = survey.Missing[2][1] = MissingCode.NotApplicable;
        CapabilityProfile.Estimate(survey)!.Ladders.Count.ShouldBe(2); // one of the two that apply
    }

    [Fact]
    public void Levels_and_functions_count_every_firm_once()
    {
        CapabilityProfileResult profile = CapabilityProfile.Estimate(SampleSurveys.Of(
            Anchor("C1", "process", 1, 3, 0, 2), Anchor("C2", "product", 1, 3, 3, double.NaN)))!;

        profile.ToLevels().Numbers("n").ShouldBe([1, 2, 0, 0, 1, 2, 0, 0]);
        profile.ToFunctions().Numbers("n").ShouldBe([3, 2]);
        profile.ToTable(SampleSurveys.Ids(3)).Numbers("level_process").ShouldBe([1, 0, 1]);
    }

    [Fact]
    public void A_codebook_without_anchors_has_no_profile() =>
        CapabilityProfile.Estimate(SampleSurveys.Of((SampleSurveys.Item("C1", "capability", 0, 3), [1, 2]))).ShouldBeNull();

    private static (SurveyItem Item, double[] Answers) Anchor(string id, string function, int row, params double[] answers) =>
        (SampleSurveys.Item(id, "capability", 0, 3, function: function, complexity: row), answers);
}

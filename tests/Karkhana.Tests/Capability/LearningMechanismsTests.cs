using Karkhana.Capability;
using Karkhana.Core.Errors;
using Karkhana.Data.Surveys;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Capability;

public sealed class LearningMechanismsTests
{
    private static readonly Survey FourFirms = SampleSurveys.Of(
        (SampleSurveys.Item("E11", "effort", 0, 4), [0, 2, 4, double.NaN]),
        (SampleSurveys.Item("E10", "effort", 0), [0, 0, 3, 1]),
        (SampleSurveys.Item("M10", "mechanism", 0, 1), [1, 0, 1, 1]),
        (SampleSurveys.Item("M11", "mechanism", 0, 100), [20, 40, 60, double.NaN]));

    [Fact]
    public void The_default_list_has_ten_mechanisms_and_two_that_need_no_effort()
    {
        LearningMechanismList list = LearningMechanismList.Default();

        list.Mechanisms.Select(mechanism => mechanism.Id).ShouldBe([.. Enumerable.Range(1, 10).Select(i => $"LM{i}")]);
        list.Mechanisms.Where(mechanism => !mechanism.NeedsEffort).Select(mechanism => mechanism.Id).ShouldBe(["LM1", "LM10"]);
    }

    [Fact]
    public void Use_intensity_and_part_are_those_counted_by_hand()
    {
        LearningMechanismsResult result = LearningMechanisms.Estimate(FourFirms, [0, 1, 2, 3]);

        MechanismAccount feedback = Of(result, "LM3");
        feedback.Firms.ShouldBe(3);
        feedback.UseShare.ShouldBe(2 / 3.0, tolerance: 1e-15);
        feedback.Intensity.ShouldBe(0.5, tolerance: 1e-15);

        // E10 is open: ranks 1.5, 1.5, 4, 3 of 4, and what is 0 stays 0.
        MechanismAccount hiring = Of(result, "LM5");
        hiring.UseShare.ShouldBe(0.5);
        hiring.Intensity.ShouldBe((0 + 0 + 0.875 + 0.625) / 4, tolerance: 1e-15);

        // Firm by firm: 0 of 1, ½ of ½, 1 of 2.875; the fourth did not say.
        feedback.Part.ShouldBe((0 + 1 + (1 / 2.875)) / 3, tolerance: 1e-15);
    }

    [Fact]
    public void What_was_not_asked_is_kept_with_no_firm()
    {
        LearningMechanismsResult result = LearningMechanisms.Estimate(FourFirms, [0, 1, 2, 3]);

        Of(result, "LM1").Firms.ShouldBe(0);
        double.IsNaN(Of(result, "LM1").UseShare).ShouldBeTrue();
        result.NotAsked.Select(mechanism => mechanism.Id).ShouldBe(["LM1", "LM2", "LM4", "LM6", "LM7", "LM8", "LM9"]);
        result.ShareWithoutEffort.ShouldBe(0.4, tolerance: 1e-15);
        result.ShareWithoutEffortFirms.ShouldBe(3);
        result.ToTable().RowCount.ShouldBe(10);
    }

    [Fact]
    public void Parts_of_a_firm_add_to_one_whatever_the_answers()
    {
        LearningMechanismsResult result = LearningMechanisms.Estimate(FourFirms, [2]);

        result.Accounts.Where(account => account.Firms > 0).Sum(account => account.Part).ShouldBe(1, tolerance: 1e-15);
    }

    [Fact]
    public void A_weight_of_two_counts_as_two_firms()
    {
        Survey weighted = FourFirms with { Weights = [1, 1, 2, 1] };
        LearningMechanismsResult result = LearningMechanisms.Estimate(weighted, [0, 1, 2, 3]);

        Of(result, "LM3").UseShare.ShouldBe(3 / 4.0, tolerance: 1e-15);
        Of(result, "LM3").Intensity.ShouldBe((0 + 0.5 + 1 + 1) / 4, tolerance: 1e-15);
    }

    [Theory]
    [InlineData("""{ "version": "1", "status": "s", "mechanisms": [] }""", "at least one")]
    [InlineData("""{ "version": "1", "status": "s", "mechanisms": [{ "id": "LM1" }] }""", "name")]
    [InlineData("""{ "version": "1", "status": "s", "mechanisms": null }""", "mechanisms")]
    public void A_list_that_is_none_is_refused(string json, string expected)
    {
        StudyException refusal = Should.Throw<StudyException>(() => LearningMechanismList.Parse(json, "own.json"));

        refusal.Problems.ShouldHaveSingleItem().Found.ShouldContain(expected);
    }

    private static MechanismAccount Of(LearningMechanismsResult result, string id) =>
        result.Accounts.Single(account => account.Mechanism.Id == id);
}

using Karkhana.CollectiveEfficiency;
using Karkhana.Data.Surveys;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.CollectiveEfficiency;

public sealed class LevelIndexTests
{
    [Fact]
    public void The_example_of_the_framework_has_its_levels()
    {
        CollectiveEfficiencyLevels levels = CollectiveEfficiencyIndex.Estimate([3, 2, 2, 1], [2, 1, 0, 1]);

        levels.ExternalEconomies.ShouldBe(2.0);
        levels.JointAction.ShouldBe(1.0);
        levels.CollectiveEfficiency.ShouldBe(1.5);
        levels.SpontaneousMinusActive.ShouldBe(1.0);
    }

    [Fact]
    public void Levels_that_are_not_known_are_left_out()
    {
        CollectiveEfficiencyIndex.Estimate([3, double.NaN, 1], [2]).ExternalEconomies.ShouldBe(2);
        CollectiveEfficiencyIndex.Estimate([double.NaN], [2]).CollectiveEfficiency.ShouldBe(double.NaN);
        CollectiveEfficiencyIndex.Estimate([2], []).JointAction.ShouldBe(double.NaN);
    }

    [Fact]
    public void Levels_outside_the_scale_are_refused()
    {
        Should.Throw<ArgumentException>(() => CollectiveEfficiencyIndex.Estimate([3.1], [1])).Message.ShouldContain("between 0 and 3");
        Should.Throw<ArgumentException>(() => CollectiveEfficiencyIndex.Estimate([3], [-1]));
    }

    [Fact]
    public void Answers_are_brought_to_0_to_3_and_reverse_items_are_turned()
    {
        Survey survey = SampleSurveys.Of(
            (SampleSurveys.Item("L1", "EE01", 1, 5), [1, 3, 5]),
            (SampleSurveys.Item("L2", "EE01", 0, 1, reverse: true), [1, 0, double.NaN]),
            (SampleSurveys.Item("J1", "JA01", 0, 3), [0, 2, 1]),
            (SampleSurveys.Item("D1", "DE01", 0, 3), [0, 2, 1]),
            (SampleSurveys.Item("I1", "EE02"), [30, 20, 10]),
            (SampleSurveys.Item("C1", "capability", 0, 3), [0, 1, 2]));

        ConstructLevels levels = ConstructLevels.Of(survey, [0, 1, 2]);

        levels.Constructs.ShouldBe(["EE01", "JA01"]);
        // EE01 by firm: (0 + 0)/2, (1.5 + 3)/2, 3.
        levels.Levels[0].ShouldBe(1.75, tolerance: 1e-15);
        levels.Levels[1].ShouldBe(1, tolerance: 1e-15);
        levels.StandardErrors[1].ShouldBe(Math.Sqrt(2) / 3, tolerance: 1e-15);
        levels.Firms.ShouldBe([3, 3]);
        levels.Of("JA").ShouldBe([levels.Levels[1]]);
        levels.Of("EE").ShouldBe([levels.Levels[0]]);
    }

    [Fact]
    public void Only_the_respondents_asked_for_count_each_with_its_weight()
    {
        Survey survey = SampleSurveys.Of((SampleSurveys.Item("J1", "JA01", 0, 3), [0, 2, 3, double.NaN])) with { Weights = [1, 3, 100, 5] };

        ConstructLevels levels = ConstructLevels.Of(survey, [0, 1, 3]);

        levels.Levels.ShouldBe([1.5]);
        levels.Firms.ShouldBe([2]);
        ConstructLevels.Of(survey, [3]).Constructs.ShouldBeEmpty();
    }

    [Fact]
    public void One_firm_has_a_level_but_no_standard_error()
    {
        ConstructLevels levels = ConstructLevels.Of(SampleSurveys.Of((SampleSurveys.Item("J1", "JA01", 0, 3), [2])), [0]);

        levels.Levels.ShouldBe([2]);
        levels.StandardErrors.ShouldBe([double.NaN]);
    }
}

using Karkhana.Capability;
using Karkhana.Data.Surveys;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Capability;

public sealed class LadderProfileTests
{
    private static readonly LadderDefinition Lall = LadderCatalogue.Default().Find("lall")!;
    private static readonly LadderDefinition Dahlman = LadderCatalogue.Default().Find("dahlman")!;

    [Fact]
    public void A_firm_that_does_the_basics_alone_is_basic_where_there_are_basics()
    {
        // Answers 3 to the items of the basic row, 0 to the others.
        CapabilityProfileResult profile = CapabilityProfile.Estimate(Bank(item => item is "C03" or "C05" or "C06" or "C09" or "C14" ? [3] : [0]), Lall)!;

        profile.Functions.ShouldBe(["pre_investment", "project_execution", "process", "product", "industrial", "linkages"]);
        profile.Ladders[0].Ladder.Levels.ShouldBe([0, 1, 1, 1, 1, 0]);
        (profile.Ladders[0].Ladder.Breadth, profile.Ladders[0].Ladder.Depth).ShouldBe((4, 1));
        profile.Reproducibility.ShouldBe(1);
        profile.Id.ShouldBe("lall");
        profile.MissingItems.ShouldBeEmpty();
    }

    [Fact]
    public void An_anchor_of_the_advanced_row_may_ask_for_unusual_cases()
    {
        // All anchors at 2: C12 passes at 2, C13 at 3 only, so that one of two passes and product stays intermediate.
        CapabilityProfile.Estimate(Bank(_ => [2]), Lall)!.Ladders[0].Ladder.Levels.ShouldBe([2, 2, 2, 2, 2, 2]);
        CapabilityProfile.Estimate(Bank(_ => [3]), Lall)!.Ladders[0].Ladder.Levels.ShouldBe([2, 2, 2, 3, 2, 3]);
    }

    [Fact]
    public void Every_ladder_can_be_climbed_to_its_highest_anchored_level()
    {
        foreach (LadderDefinition ladder in LadderCatalogue.Default().Ladders)
        {
            CapabilityProfileResult best = CapabilityProfile.Estimate(Bank(_ => [3, 0]), ladder)!;

            best.Ladders[0].Ladder.Levels.ShouldBe(best.Functions.Select(function =>
                ladder.Anchors.Where(anchor => anchor.Function == function).Max(anchor => ladder.HeightOf(anchor.Level))));
            best.Ladders[1].Ladder.Levels.ShouldAllBe(level => level == 0);
            best.LevelCount.ShouldBe(ladder.Levels.Count);
            best.Scale.Scalability.ShouldBe(1);
            best.ToLevels().RowCount.ShouldBe(best.Functions.Count * (ladder.Levels.Count + 1));
            best.ToLevels().Name.ShouldBe($"capability_levels_{ladder.Id}");
        }
    }

    [Fact]
    public void Items_that_the_survey_lacks_or_asks_on_another_scale_are_left_out_and_named()
    {
        CapabilityProfileResult profile = CapabilityProfile.Estimate(
            SampleSurveys.Of((Item("C05"), [3]), (Item("C09"), [2]), (SampleSurveys.Item("C14", "capability", 0, 5), [4])), Dahlman)!;

        profile.Functions.ShouldBe(["production"]);
        profile.Ladders[0].Ladder.Levels.ShouldBe([1]);
        profile.MissingItems.Count.ShouldBe(18);
        profile.MissingItems.ShouldContain("C14");
        profile.ToScale().Texts("missing_items")[0]!.ShouldContain("C14");
        CapabilityProfile.Estimate(SampleSurveys.Of((SampleSurveys.Item("E1", "effort", 0, 4), [1])), Dahlman).ShouldBeNull();
    }

    [Fact]
    public void A_profile_has_an_interval_for_each_function_score()
    {
        CapabilityProfileResult profile = CapabilityProfile.Estimate(Bank(_ => [3, 2, 0]), Dahlman)!;

        Karkhana.Core.Tables.Table table = profile.ToProfiles(SampleSurveys.Ids(3));
        table.RowCount.ShouldBe(9);
        table.Numbers("estimate").Zip(table.Numbers("conf_low"), (score, low) => score >= low).ShouldAllBe(holds => holds);
        table.Numbers("estimate").Zip(table.Numbers("conf_high"), (score, high) => score <= high).ShouldAllBe(holds => holds);
        table.Numbers("conf_high").Zip(table.Numbers("conf_low"), (high, low) => high - low).ShouldAllBe(width => width > 0.1);
    }

    [Fact]
    public void The_ladder_of_the_codebook_is_that_of_the_definition_where_they_say_the_same()
    {
        Survey survey = Bank(item => [.. Enumerable.Range(0, 12).Select(firm => (double)((int)(item[2] + (7 * firm) + (item[1] * firm)) % 4))]);
        LadderDefinition plain = Lall with { Anchors = [.. Lall.Anchors.Select(anchor => anchor with { PassScore = null })] };

        CapabilityProfileResult codebook = CapabilityProfile.Estimate(survey)!;
        CapabilityProfileResult defined = CapabilityProfile.Estimate(survey, plain)!;

        codebook.Id.ShouldBe("codebook");
        defined.Functions.ShouldBe(codebook.Functions);
        defined.Scale.ShouldBe(codebook.Scale);
        for (int firm = 0; firm < 12; firm++)
        {
            defined.Ladders[firm].Ladder.Levels.ShouldBe(codebook.Ladders[firm].Ladder.Levels);
            Bits.Close(defined.Ladders[firm].Ladder.Scores, codebook.Ladders[firm].Ladder.Scores, relative: 1e-14).ShouldBeTrue();
        }
    }

    [Fact]
    public void Firms_that_climb_step_by_step_stand_in_the_same_order_on_both_ladders()
    {
        // Firm k passes every item whose row on Lall's ladder is at most k.
        Survey survey = Bank(item => [.. Enumerable.Range(0, 4).Select(k => Lall.HeightOf(Lall.Anchors.First(anchor => anchor.Item == item).Level) <= k ? 3.0 : 0)]);
        CapabilityProfileResult left = CapabilityProfile.Estimate(survey, Dahlman)!;
        CapabilityProfileResult right = CapabilityProfile.Estimate(survey, Lall)!;

        LadderComparisonResult result = LadderComparison.Estimate(left, right);

        result.IndexCorrelation.ShouldBe(1, tolerance: 1e-15);
        result.IsMonotone.ShouldBeTrue();
        result.DepthAssociation.Discordant.ShouldBe(0);
        result.Reversals.ShouldBe([]);
        result.SharedItems!.Count.ShouldBe(20);
        right.Ladders.Select(firm => firm.Ladder.Depth).ShouldBe([0, 1, 2, 3]);
        result.Depths.Sum().ShouldBe(4);
        result.ToCrossTable().RowCount.ShouldBe(16);
        result.ToTable().RowCount.ShouldBe(1 + (3 * 6));
    }

    [Fact]
    public void Depths_that_run_against_each_other_are_seen()
    {
        // The first firm runs a process that none else can and no more; the second designs and no more.
        LadderDefinition first = Ladder("one", ("A", "low"), ("B", "high"));
        LadderDefinition second = Ladder("two", ("B", "low"), ("A", "high"));
        Survey survey = SampleSurveys.Of((Item("A"), [3, 3, 0]), (Item("B"), [0, 3, 3]));

        LadderComparisonResult result = LadderComparison.Estimate(
            CapabilityProfile.Estimate(survey, first)!, CapabilityProfile.Estimate(survey, second)!);

        result.Reversals.ShouldBe([new LadderReversal("f", "A", "B")]);
        result.Depths.ShouldBe([0, 1, 0, 1, 0, 0, 0, 0, 1]);
        result.MeanIndexByDepth.ShouldBe([0.5, 0.5, 1]);
    }

    [Fact]
    public void Profiles_without_a_firm_in_common_are_refused()
    {
        CapabilityProfileResult left = CapabilityProfile.Estimate(SampleSurveys.Of([1], (Item("C05"), [3])), Dahlman)!;
        CapabilityProfileResult right = CapabilityProfile.Estimate(SampleSurveys.Of([2], (Item("C05"), [3])), Lall)!;

        Should.Throw<ArgumentException>(() => LadderComparison.Estimate(left, right)).Message.ShouldContain("it held none");
        LadderComparison.Estimate(left, CapabilityProfile.Estimate(SampleSurveys.Of([1], (SampleSurveys.Item("C05", "capability", 0, 3, function: "process", complexity: 1), [3])))!)
            .SharedItems.ShouldBeNull();
    }

    private static LadderDefinition Ladder(string id, params (string Item, string Level)[] anchors) => new(
        id, id, "test", "own words",
        [new LadderFunction("f", "F")],
        [new LadderLevel("low", "Low", "m"), new LadderLevel("high", "High", "m")],
        [new LadderCell("f", "low", "c"), new LadderCell("f", "high", "c")],
        [.. anchors.Select(anchor => new LadderAnchor(anchor.Item, "f", anchor.Level))]);

    private static SurveyItem Item(string id) => SampleSurveys.Item(id, "capability", 0, 3);

    // The twenty items with the function and row of Lall's ladder in the codebook.
    private static Survey Bank(Func<string, double[]> answers) => SampleSurveys.Of([.. Lall.Anchors.Select(anchor => (
        SampleSurveys.Item(anchor.Item, "capability", 0, 3, function: anchor.Function, complexity: Lall.HeightOf(anchor.Level)), answers(anchor.Item)))]);
}

using Karkhana.Capability;
using Karkhana.Core.Execution;
using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Capability;

public sealed class CompetenceInventoryTests
{
    // Sixteen firms: half hold process and product, half industrial and linkages; nobody holds both kinds.
    private static readonly Survey TwoKinds = SampleSurveys.Of(
        Anchor("C1", "process", firm => firm < 8),
        Anchor("C2", "product", firm => firm < 8),
        Anchor("C3", "industrial", firm => firm >= 8),
        Anchor("C4", "linkages", firm => firm >= 8));

    [Fact]
    public void Functions_that_always_come_together_are_found()
    {
        CompetenceInventoryResult result = Of(TwoKinds)!;

        result.Functions.ShouldBe(["process", "product", "industrial", "linkages"]);
        result.Holders.ShouldBe([8, 8, 8, 8]);
        result.Coherence.MeanPValue.ShouldBeLessThan(0.01);
        result.Coherence.MeanCoherence.ShouldBeGreaterThan(result.Coherence.MeanExpected);
        Table table = result.ToTable();
        table.Texts("strongest").ShouldBe(["product", "process", "linkages", "industrial"]);
        table.Numbers("estimate").ShouldAllBe(share => share == 0.5);
        table.Numbers("relatedness").ShouldAllBe(relatedness => relatedness > 2);
    }

    [Fact]
    public void Random_tables_keep_what_each_firm_holds_so_that_able_firms_alone_are_no_coherence()
    {
        // Eight firms hold all four functions, eight hold none: the margins leave no other table.
        CompetenceInventoryResult result = Of(SampleSurveys.Of(
            Anchor("C1", "process", firm => firm < 8), Anchor("C2", "product", firm => firm < 8),
            Anchor("C3", "industrial", firm => firm < 8), Anchor("C4", "linkages", firm => firm < 8)))!;

        result.Coherence.MeanPValue.ShouldBe(1);
        result.Coherence.MeanCoherence.ShouldBe(0);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        CompetenceInventoryResult Run(int workers) => CompetenceInventory.Estimate(
            SampleSurveys.Ids(16), CapabilityProfile.Estimate(TwoKinds)!, new CompetenceInventoryOptions { Replicates = 99, Seed = 4 },
            new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken)!;

        (CompetenceInventoryResult one, CompetenceInventoryResult three) = (Run(1), Run(3));

        three.Coherence.MeanPValue.ShouldBe(one.Coherence.MeanPValue);
        three.Coherence.MeanExpected.ShouldBe(one.Coherence.MeanExpected);
        three.Coherence.Relatedness.ShouldBe(one.Coherence.Relatedness);
    }

    [Fact]
    public void A_higher_level_is_held_by_fewer_and_nobody_holding_gives_no_inventory()
    {
        CapabilityProfileResult ladders = CapabilityProfile.Estimate(TwoKinds)!;

        CompetenceInventory.Estimate(
            SampleSurveys.Ids(16), ladders, new CompetenceInventoryOptions { LeastLevel = 2 },
            cancellationToken: TestContext.Current.CancellationToken).ShouldBeNull();
    }

    [Fact]
    public void A_function_that_nobody_holds_goes_together_with_none()
    {
        Table table = Of(SampleSurveys.Of(
            Anchor("C1", "process", firm => firm < 8), Anchor("C2", "product", firm => firm < 12), Anchor("C3", "linkages", _ => false)))!.ToTable();

        table.Numbers("n").ShouldBe([8, 12, 0]);
        table.Texts("strongest")[2].ShouldBeNull();
        table.Numbers("relatedness")[2].ShouldBe(double.NaN);
    }

    [Fact]
    public void Options_outside_their_range_are_refused()
    {
        Should.Throw<ArgumentException>(() => new CompetenceInventoryOptions { LeastLevel = 0 }).Message.ShouldContain("1");
        Should.Throw<ArgumentException>(() => new CompetenceInventoryOptions { Replicates = 1 }).Message.ShouldContain("2");
    }

    private static (SurveyItem Item, double[] Answers) Anchor(string id, string function, Func<int, bool> passes) => (
        SampleSurveys.Item(id, "capability", 0, 3, function: function, complexity: 1),
        [.. Enumerable.Range(0, 16).Select(firm => passes(firm) ? 3.0 : 0)]);

    private static CompetenceInventoryResult? Of(Survey survey) => CompetenceInventory.Estimate(
        SampleSurveys.Ids(16), CapabilityProfile.Estimate(survey)!, new CompetenceInventoryOptions { Replicates = 199 },
        cancellationToken: TestContext.Current.CancellationToken);
}

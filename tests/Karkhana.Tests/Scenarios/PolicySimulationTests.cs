using Karkhana.Core.Execution;
using Karkhana.Core.Policies;
using Karkhana.Diagnosis;
using Karkhana.Policy;
using Karkhana.Scenarios;
using Karkhana.Simulation;
using Karkhana.Tests.Diagnosis;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Scenarios;

public sealed class PolicySimulationTests
{
    private static readonly PolicySimulationOptions Short = new()
    {
        Replicates = 8,
        ParameterDraws = 4,
        Model = new SimulationOptions { BurnIn = 4, Horizon = 12 },
        Policies = ShippedPolicies.Only("P02", "P05", "P09", "P18"),
    };

    private static readonly Findings Punjab = PunjabDiagnosis.Findings;

    [Fact]
    public void Every_policy_is_compared_with_doing_nothing_on_the_same_replicates()
    {
        PolicySimulationResult found = Run(Short);

        found.Runs.Select(run => run.Scenario).ShouldBe(["P18", "P02", "P05", "P09"]);
        found.Runs.ShouldAllBe(run => run.Outcomes.Rows.Count == 8);
        found.Comparison.Effects.Count.ShouldBe(3);
        found.Ranking.RegimeMix.Values.Sum().ShouldBe(1, 1e-9);
        found.Currency.ShouldBe("PKR");
        found.Synthetic.ShouldBeTrue();
        found.Agreement.ShouldNotBeNull();
        found.Parameters.Parameters.Count.ShouldBe(4);
        found.Notes.ShouldContain(note => note.Code == "not-calibrated");
        Intervention grant = found.Policies.Policies.Single(policy => policy.Intervention.Id == "P09").Intervention;
        grant.Delivery.Unit.ShouldBe(DeliveryUnit.Firm);
        double paidForAll = grant.Cost.Fixed + (Math.Min(grant.End, 12) * grant.Cost.PerPeriod);
        found.OutcomesOf("P09").Values(OutcomeNames.Cost).Zip(found.OutcomesOf("P09").Values(OutcomeNames.TreatedFirms))
            .ShouldAllBe(run => run.Second > 0 && run.First == paidForAll + (run.Second * grant.Cost.PerFirm));
        PolicyEffect effect = found.Comparison.Effects.Single(one => one.Scenario == "P09");
        effect.FirmDays.ShouldBe(grant.Cost.FirmTimeDays * found.OutcomesOf("P09").Values(OutcomeNames.TreatedFirms).Average(), 1e-9);
        effect.NotDelivered.ShouldBeGreaterThan(0); // a tenth of deliveries fail
        found.Comparison.ToTable().Numbers("firm_days").ShouldContain(effect.FirmDays);
    }

    [Fact]
    public void Leaving_a_policy_out_changes_nothing_for_the_others()
    {
        PolicySimulationResult all = Run(Short);
        PolicySimulationResult few = Run(Short with { Policies = Short.Policies with { Policies = [.. Short.Policies.Policies.Where(policy => policy.Intervention.Id is "P09")] } });

        few.OutcomesOf("P09").Rows.Values.ShouldBe(all.OutcomesOf("P09").Rows.Values);
        few.OutcomesOf("P18").Rows.Values.ShouldBe(all.OutcomesOf("P18").Rows.Values);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Any_number_of_workers_gives_the_same_bits(int workers)
    {
        PolicySimulationResult usual = Run(Short);
        PolicySimulationResult other = Run(Short, new ExecutionOptions { Workers = workers });

        foreach (ScenarioRun run in usual.Runs)
        {
            other.OutcomesOf(run.Scenario).Rows.Values.ShouldBe(run.Outcomes.Rows.Values);
        }
    }

    [Fact]
    public void A_budget_of_zero_leaves_only_doing_nothing()
    {
        BudgetAnswer answer = Run(Short with { Budget = 0 }).Budget!;

        answer.Choice.Portfolio.Policies.ShouldBeEmpty();
        answer.Runs.ShouldBeEmpty();
    }

    [Fact]
    public void A_large_budget_is_spent_on_policies_that_gain_and_their_orders_are_simulated()
    {
        PolicySimulationResult found = Run(Short with { Budget = 1e12 });

        int gaining = found.Comparison.Effects.Count(effect => effect.CostPerGain.State == CostPerGainState.Defined);
        found.Budget!.Considered.ShouldBe(gaining);
        found.Budget.Choice.Portfolio.Policies.Count.ShouldBe(gaining);
        found.Budget.Runs.Count.ShouldBe(gaining < 2 ? 0 : gaining == 2 ? 3 : 7);
        found.Budget.Left.ShouldBe(1e12 - found.Budget.Choice.Portfolio.Cost);
    }

    [Fact]
    public void The_most_levers_of_a_set_are_kept_and_more_than_three_run_in_one_order()
    {
        PolicySimulationOptions wide = Short with { Budget = 1e12, Policies = ShippedPolicies.Only("P02", "P03", "P04", "P08", "P12") };
        BudgetAnswer all = Run(wide).Budget!;
        BudgetAnswer one = Run(wide with { MostPolicies = 1 }).Budget!;

        all.Choice.Portfolio.Policies.Count.ShouldBe(all.Considered);
        all.Runs.Count.ShouldBe(all.HasAllOrders ? all.Considered < 2 ? 0 : all.Considered == 2 ? 3 : 7 : 2);
        (one.MostPolicies, one.Choice.Portfolio.Policies.Count, one.Runs.Count).ShouldBe((1, Math.Min(1, one.Considered), 0));
        one.Choice.Value.ShouldBeLessThanOrEqualTo(all.Choice.Value);
    }

    private static PolicySimulationResult Run(PolicySimulationOptions options, ExecutionOptions? execution = null) =>
        PolicySimulation.Run(Punjab, options, execution, TestContext.Current.CancellationToken)!;
}

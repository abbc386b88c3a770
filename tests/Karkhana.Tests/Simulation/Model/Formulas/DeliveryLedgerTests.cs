using Karkhana.Core.Policies;
using Karkhana.Simulation;
using Shouldly;
using Xunit;
using static Karkhana.Tests.Simulation.Model.Formulas.HandCase;

namespace Karkhana.Tests.Simulation.Model.Formulas;

/// <summary>What a policy costs money and firms, by hand.</summary>
public sealed class DeliveryLedgerTests
{
    private static readonly Intervention Policy = new()
    {
        Id = "P02",
        Title = "P02",
        End = 4,
        Doses = [new Dose(DoseTarget.Effectiveness, 0.1, DoseScale.Log)],
        TakeUp = new TakeUp { Constant = 50 },
        Delivery = new Delivery { CapacityPerPeriod = 2 },
        Cost = new PolicyCost { Fixed = 100, PerFirm = 10, PerPeriod = 7, FirmTimeDays = 12 },
    };

    [Fact]
    public void Money_is_paid_per_policy_firm_and_quarter_and_days_are_taken_of_firms()
    {
        PolicyLedger ledger = Delivered(Policy);

        ledger.Firms.ShouldBe(3);
        ledger.NotDelivered.ShouldBe(0);
        ledger.FirmDays.ShouldBe(36);
        ledger.Cost.ShouldBe(100 + (3 * 10) + (4 * 7));
    }

    [Fact]
    public void What_is_not_delivered_takes_no_days_and_costs_no_firm()
    {
        PolicyLedger ledger = Delivered(Policy with { NonDelivery = 1 });

        ledger.Firms.ShouldBe(0);
        ledger.NotDelivered.ShouldBe(3);
        ledger.FirmDays.ShouldBe(0);
        ledger.Cost.ShouldBe(100 + (4 * 7));
    }

    [Fact]
    public void A_group_costs_in_each_quarter_in_which_it_meets()
    {
        PolicyLedger ledger = Delivered(Policy with
        {
            Delivery = new Delivery { Unit = DeliveryUnit.Group, GroupSize = 3, CapacityPerPeriod = 1 },
            Cost = new PolicyCost { PerGroupPeriod = 5, FirmTimeDays = 12 },
        });

        (ledger.Firms, ledger.Cost, ledger.FirmDays).ShouldBe((3, 4 * 5, 3 * 12));
    }

    private static PolicyLedger Delivered(Intervention policy)
    {
        ClusterRun run = Begin(Of([Firm(0, 0.2), Firm(1, 0.3) with { X = 1 }, Firm(2, 0.4) with { X = 2 }]), Still);
        Trajectory.Enter(run, ClusterScenario.Of(policy));
        Trajectory.Continue(run, 6, null, TestContext.Current.CancellationToken);
        return run.Interventions[0].Ledger;
    }
}

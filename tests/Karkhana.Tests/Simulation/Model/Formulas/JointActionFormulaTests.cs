using Karkhana.Simulation;
using Shouldly;
using Xunit;
using static Karkhana.Tests.Simulation.Model.Formulas.HandCase;

namespace Karkhana.Tests.Simulation.Model.Formulas;

/// <summary>The game of joint action of framework 5.6 between three firms that trust each other fully.</summary>
public sealed class JointActionFormulaTests
{
    private static readonly ClusterParameters Parameters = Still with
    {
        GroupProposals = 100, // the first firm proposes; the others are asked by it
        GroupSize = 3,
        GroupBenefit = 0.5,
        GroupExponent = 0.7,
        GroupCost = 0.04,
        GroupFailure = 0,
        GroupDuration = 3,
        TrustAfterSuccess = 0.05,
        TrustAfterFailure = 0.2,
        LeastScale = 0.1,
    };

    [Fact]
    public void Success_brings_each_member_the_benefit_of_the_group_over_its_size()
    {
        ClusterRun run = Acted(Three(1), Parameters);

        double each = 0.5 * Math.Pow(3, 0.7) / 3;
        run.Firms.GroupBenefit.Take(3).ShouldAllBe(benefit => Math.Abs(benefit - each) < 1e-15);
        run.Firms.GroupContribution.Take(3).ShouldBe([0.04, 0.04, 0.04]);
        run.Firms.GroupPooling.Take(3).ShouldAllBe(share => Math.Abs(share - (2.0 / 3)) < 1e-15);
        run.Firms.GroupEnd.Take(3).ShouldBe([4, 4, 4]); // from the next quarter, for three
        (run.Totals.Asked, run.Totals.Contributors, run.Groups.Count).ShouldBe((3, 3, 1));
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 0, 1)]
    public void Joint_actions_that_succeed_and_that_fail_are_counted(double failure, int succeeded, int failed)
    {
        // Offers to act together that all who are asked accept for trust alone.
        ClusterRun run = Acted(Three(1), Parameters with { GroupFailure = failure });

        (run.Totals.GroupsSucceeded, run.Totals.GroupsFailed).ShouldBe((succeeded, failed));
    }

    [Fact]
    public void The_panel_tells_joint_actions_quarter_by_quarter()
    {
        ClusterPanel panel = SimulatedFirms.Simulated(SimulatedFirms.Cluster(), new ClusterParameters { GroupProposals = 20 }, SimulatedFirms.Full());
        IReadOnlyList<double> Of(string column) => panel.ToTable().Numbers(column);

        Of("joint_actions_succeeded").Sum().ShouldBeGreaterThan(0);
        Of("joint_actions_succeeded").ShouldBe(panel.Quarters.Select(quarter => (double)quarter.GroupsSucceeded));
        Of("joint_actions_failed").ShouldBe(panel.Quarters.Select(quarter => (double)quarter.GroupsFailed));
        Of("joint_action_contributors").Zip(Of("joint_action_asked")).ShouldAllBe(pair => pair.First <= pair.Second);
        panel.Quarters.ShouldAllBe(quarter => 2 * (quarter.GroupsSucceeded + quarter.GroupsFailed) <= quarter.Contributors);
    }

    [Fact]
    public void Who_does_not_contribute_shares_the_benefit_but_not_the_least_effort()
    {
        ClusterPopulation three = Three(0.9);
        ClusterRun run = Acted(three with { Firms = [three.Firms[0], three.Firms[1], three.Firms[2] with { Cash = 0 }] }, Parameters with { GroupCost = 0.04 });

        double each = 0.5 * Math.Pow(2, 0.7) / 3; // two contribute, three were asked
        run.Firms.GroupBenefit.Take(3).ShouldAllBe(benefit => Math.Abs(benefit - each) < 1e-15);
        run.Firms.GroupContribution.Take(3).ShouldBe([0.04, 0.04, 0]);
        run.Firms.GroupPooling.Take(3).ShouldBe([0.5, 0.5, 0]);
        (run.Totals.Asked, run.Totals.Contributors).ShouldBe((3, 2));
        Trust(run).ShouldBe([0.95, 0.9, 0.9]); // ties 0-1, 0-2, 1-2
    }

    [Fact]
    public void Failure_costs_and_brings_nothing_and_lowers_trust()
    {
        // Nobody would accept what fails for certain: the social return of full trust equals the cost.
        ClusterRun run = Acted(Three(1), Parameters with { GroupFailure = 1 });

        run.Firms.GroupBenefit.Take(3).ShouldBe([0, 0, 0]);
        run.Firms.GroupContribution.Take(3).ShouldBe([0.04, 0.04, 0.04]);
        run.Firms.GroupPooling.Take(3).ShouldBe([0, 0, 0]);
        Trust(run).ShouldBe([0.8, 0.8, 0.8]);
    }

    [Theory]
    [InlineData(0, 0.9525)] // 0.95, then 5 % of the rest of the way, as for any tie that is used
    [InlineData(1, 0.7)] // 0.9 − 0.2: a failure is no use of the tie
    public void Success_and_failure_move_trust_once_in_a_quarter(double failure, double expected)
    {
        ClusterParameters parameters = Parameters with { GroupFailure = failure, GroupCost = 0 };
        ClusterRun run = Begin(Three(0.9), parameters);
        run.Mechanisms.JoinShift.AsSpan().Fill(1); // all listen
        new JointActionPhase().Apply(run);
        new TiePhase().Apply(run);

        double[] moved = Trust(run);
        moved.ShouldAllBe(trust => Math.Abs(trust - expected) < 1e-15);
    }

    [Theory]
    [InlineData(0.30, true)] // 0.8 × 0.05 × 2^-0.5 + 0.30 × 0.04 = 0.04028
    [InlineData(0.29, false)] // 0.03988
    public void One_accepts_if_what_is_expected_and_the_social_return_are_worth_the_cost(double trust, bool accepts)
    {
        ClusterPopulation two = Of([Firm(0, 0.2), Firm(1, 0.2) with { X = 1 }], Tie(0, 1, trust));
        ClusterRun run = Begin(
            two, Parameters with { GroupSize = 2, GroupBenefit = 0.05, GroupExponent = 0.5, GroupFailure = 0.2, GroupCost = 0.04 });
        run.Mechanisms.JoinShift[1] = 1;

        new JointActionPhase().Apply(run);

        run.Totals.Contributors.ShouldBe(accepts ? 2 : 0);
    }

    [Fact]
    public void One_who_is_asked_listens_as_often_as_it_trusts()
    {
        const int Replicates = 2000;
        ClusterPopulation two = Of([Firm(0, 0.2), Firm(1, 0.2) with { X = 1 }], Tie(0, 1, 0.6));
        ClusterStart start = ClusterStart.Of(two, minimal: false);
        ClusterRun run = new(start, new SimulationOptions { BurnIn = 0 });
        int joined = 0;
        for (int replicate = 0; replicate < Replicates; replicate++)
        {
            run.Begin(Parameters with { GroupSize = 2, GroupCost = 0.001 }, replicate);
            run.Mechanisms.JoinShift[1] = 0.1;
            run.Totals.Clear();
            run.Groups.Clear();
            new JointActionPhase().Apply(run);
            joined += run.Groups.Count;
        }

        (joined / (double)Replicates).ShouldBe(0.7, 3 * Math.Sqrt(0.7 * 0.3 / Replicates));
    }

    [Fact]
    public void The_least_effort_is_shared_for_the_quarters_of_the_duration()
    {
        ClusterRun run = Begin(Three(1), Parameters);
        List<double> least = [];
        run.Ticks(6, now =>
        {
            least.Add(now.Mechanisms.LeastEffort[0]);
            now.Parameters = now.Parameters with { GroupProposals = 0 }; // the first quarter alone
        });

        double shared = 0.1 / 3; // 1/m of it with m = 3
        least.Select(value => Math.Round(value, 12)).ShouldBe(
            [0.1, Math.Round(shared, 12), Math.Round(shared, 12), Math.Round(shared, 12), 0.1, 0.1]);
    }

    [Fact]
    public void Partners_are_asked_by_trust_before_neighbours_and_nobody_twice()
    {
        ClusterPopulation four = Of(
            [Firm(0, 0.2), Firm(1, 0.2) with { X = 5 }, Firm(2, 0.2) with { X = 6 }, Firm(3, 0.2) with { X = 0.1 }],
            Tie(0, 1, 0.3), Tie(0, 2, 0.4));

        Asked(2).ShouldBe([0, 2]);
        Asked(3).ShouldBe([0, 2, 1]);
        Asked(4).ShouldBe([0, 2, 1, 3]);

        int[] Asked(int size)
        {
            GroupDraft draft = new(Begin(four, Parameters with { GroupSize = size }));
            draft.Ask(0);
            int[] asked = [.. draft.Asked];
            draft.Ask(0).ShouldBe(0);
            return asked;
        }
    }

    private static ClusterPopulation Three(double trust) => Of(
        [Firm(0, 0.2), Firm(1, 0.2) with { X = 1 }, Firm(2, 0.2) with { X = 2 }], Tie(0, 1, trust), Tie(0, 2, trust), Tie(1, 2, trust));

    private static ClusterRun Acted(ClusterPopulation population, ClusterParameters parameters)
    {
        ClusterRun run = Begin(population, parameters);
        run.Mechanisms.JoinShift.AsSpan().Fill(1);
        new JointActionPhase().Apply(run);
        return run;
    }

    private static double[] Trust(ClusterRun run) => [.. run.Ties.TrustNext.Take(run.Ties.Count).Select(trust => Math.Round(trust, 14))];
}

using Karkhana.Core.Randomness;
using Karkhana.Simulation;
using Shouldly;
using Xunit;
using static Karkhana.Tests.Simulation.Model.Formulas.HandCase;

namespace Karkhana.Tests.Simulation.Model.Formulas;

/// <summary>Partners, gifts and barter, movers and links outside of framework 5.6, between two or three firms.</summary>
public sealed class KnowledgeFormulaTests
{
    private static readonly ClusterParameters Exchange = Still with { InteractiveRate = 0.1, GiftTrust = 0.6 };

    // The first partner: trust 0.5, lead 0.2, 1 km, same stage. The second: trust 0.9, lead 0.5, 3 km, two stages apart.
    [Theory]
    [InlineData(0, 0, 0, 0, 0.5)]
    [InlineData(1, 0, 0, 0, 0.401312339887548)] // 1 / (1 + e^0.4)
    [InlineData(0, 2, 0, 0, 0.354343693774205)] // 1 / (1 + e^0.6)
    [InlineData(0, 0, 0.2, 0, 0.598687660112452)] // 1 / (1 + e^-0.4)
    [InlineData(0, 0, 0, 0.3, 0.645656306225795)] // 1 / (1 + e^-0.6)
    [InlineData(2, 2, 0.2, 0.3, 0.401312339887548)] // 1.2 against 1.6
    public void A_partner_is_chosen_by_trust_and_lead_and_against_distance_and_another_stage(
        double trust, double gap, double distance, double stage, double first)
    {
        ClusterPopulation three = Of(
            [
                Firm(0, 0.2),
                Firm(1, 0.4) with { X = 1 },
                Firm(2, 0.7) with { X = 3, Stage = FirmStage.ProcessSpecialist },
            ],
            Tie(0, 1, 0.5), Tie(0, 2, 0.9));
        ClusterParameters parameters = Exchange with
        {
            GiftTrust = 0,
            PartnerTrustWeight = trust,
            PartnerGapWeight = gap,
            PartnerDistanceWeight = distance,
            PartnerStageWeight = stage,
        };
        ClusterRun run = new(ClusterStart.Of(three, minimal: false), new SimulationOptions { BurnIn = 0 });
        for (int replicate = 0; replicate < 400; replicate++)
        {
            run.Begin(parameters, replicate);
            new KnowledgePhase().Apply(run);

            bool takesFirst = run.Draw.Uniform(RandomPurpose.KnowledgePartner, 0, 0) < first;
            run.Firms.Inflow[0].ShouldBe(0.1 * 0.5 * (takesFirst ? 0.2 : 0.5), 1e-15); // α γ lead
            run.Ties.LastUsed.Take(2).ShouldBe(takesFirst ? [0, -1] : [-1, 0]);
        }
    }

    [Fact]
    public void Trust_above_the_threshold_gives_and_at_it_does_not()
    {
        Inflow([0.2, 0.2], [0.6, 0.3], trust: 0.6).ShouldBe([0, 0, 0, 0]);
        Inflow([0.2, 0.2], [0.6, 0.3], trust: 0.61).ShouldBe([0.1 * 0.5 * 0.4, 0.1 * 0.5 * 0.1, 0, 0], 1e-15);
    }

    [Fact]
    public void Each_ahead_in_one_function_barters_without_trust_and_both_learn()
    {
        // Each asks the other once in the quarter: both learn twice by barter, once by gift.
        Inflow([0.2, 0.5], [0.6, 0.3], trust: 0).ShouldBe([2 * 0.1 * 0.5 * 0.4, 0, 0, 2 * 0.1 * 0.25 * 0.2], 1e-15);
        Inflow([0.2, 0.5], [0.6, 0.3], trust: 0.7).ShouldBe([0.1 * 0.5 * 0.4, 0, 0, 0.1 * 0.25 * 0.2], 1e-15);
    }

    [Fact]
    public void In_minimal_mode_partners_count_by_trust()
    {
        ClusterPopulation three = Of(
            [Firm(0, 0.2), Firm(1, 0.4) with { X = 1 }, Firm(2, 0.7) with { X = 3 }], Tie(0, 1, 0.5), Tie(0, 2, 0.9));
        ClusterRun run = Begin(three, Exchange, minimal: true);

        new KnowledgePhase().Apply(run);

        run.Firms.Inflow[0].ShouldBe(0.1 * 0.5 * ((0.5 * 0.2) + (0.9 * 0.5)) / 1.4, 1e-15);
        run.Firms.Inflow[1].ShouldBe(0);
    }

    [Fact]
    public void Policies_on_both_ends_move_trust_by_their_mean()
    {
        ClusterRun run = Begin(Of([Firm(0, 0.2), Firm(1, 0.6) with { X = 1 }], Tie(0, 1, 0.5)), Exchange);
        run.Mechanisms.TrustShift[0] = 0.21; // 0.5 + 0.105 is above 0.6
        new KnowledgePhase().Apply(run);
        run.Firms.Inflow[0].ShouldBe(0.1 * 0.5 * 0.4, 1e-15);

        run.Mechanisms.TrustShift[0] = 0.19;
        new KnowledgePhase().Apply(run);
        run.Firms.Inflow[0].ShouldBe(0);
    }

    [Fact]
    public void A_mover_brings_a_share_of_the_lead_and_the_firm_it_leaves_loses()
    {
        ClusterPopulation two = Of([Firm(0, 0.6), Firm(1, 0.2) with { X = 1, AbsorptiveCapacity = 0.4 }]);
        ClusterParameters parameters = Still with { KnowledgePerMove = 0.2, KnowledgeLostPerMove = 0.01, SkilledShare = 0.5 };
        ClusterRun run = new(ClusterStart.Of(two, minimal: false), new SimulationOptions { BurnIn = 0 });
        HashSet<int> seen = [];
        for (int replicate = 0; replicate < 200; replicate++)
        {
            run.Begin(parameters, replicate);
            run.Mechanisms.Mobility[0] = Math.Log(2) / 5; // five skilled workers: ln 2 moves are expected
            new KnowledgePhase().Apply(run);

            double uniform = run.Draw.Uniform(RandomPurpose.WorkerMove, 0, 0);
            int moves = uniform <= 0.5 ? 0 : uniform <= 0.5 * (1 + Math.Log(2)) ? 1 : uniform <= 0.5 * (1 + Math.Log(2) + (Math.Pow(Math.Log(2), 2) / 2)) ? 2 : 3;
            if (moves < 3)
            {
                run.Firms.Inflow[1].ShouldBe(moves * 0.4 * 0.2 * 0.4, 1e-15); // γ ζ lead
                run.Firms.Inflow[0].ShouldBe(-0.01 * moves, 1e-15);
                run.Totals.Mobile.ShouldBe(moves * (0.032 - 0.01), 1e-15);
            }

            seen.Add(moves);
        }

        seen.Order().ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public void A_mover_takes_nothing_to_a_firm_that_is_ahead()
    {
        ClusterRun run = Begin(
            Of([Firm(0, 0.2), Firm(1, 0.6) with { X = 1 }]), Still with { KnowledgePerMove = 0.2, KnowledgeLostPerMove = 0.01, SkilledShare = 1 });
        run.Mechanisms.Mobility[0] = 1e6; // the most that moves is 16
        new KnowledgePhase().Apply(run);

        run.Firms.Inflow[1].ShouldBe(0);
        run.Firms.Inflow[0].ShouldBe(-0.16, 1e-14);
    }

    [Fact]
    public void Movers_go_where_the_wage_is_high_and_the_way_short()
    {
        // Nearness e^-0.5 and e^-1.5 with r0 = 2, wages 1.2 and 1.8: the near one has 1 / (1 + 1.5 e^-1) = 0.6444 of the movers.
        ClusterPopulation three = Of([Firm(0, 0.2), Firm(1, 0.2) with { X = 1 }, Firm(2, 0.8) with { X = -3 }]);
        ClusterRun run = new(ClusterStart.Of(three, minimal: false), new SimulationOptions { BurnIn = 0 });
        double near = 1 / (1 + (1.5 * Math.Exp(-1)));
        for (int replicate = 0; replicate < 100; replicate++)
        {
            run.Begin(Still with { GeographicDecay = 2, KnowledgePerMove = 0.5, KnowledgeLostPerMove = 0, SkilledShare = 1 }, replicate);
            run.Mechanisms.Mobility[0] = 1e6;
            run.Firms.Capability[0] = 1; // so that both would gain: 0.8 and 0.2 of lead
            new KnowledgePhase().Apply(run);

            int toNear = Enumerable.Range(1, 16).Count(move => run.Draw.Uniform(RandomPurpose.WorkerMove, 0, 0, move) < near);
            run.Firms.Inflow[1].ShouldBe(toNear * 0.5 * 0.5 * 0.8, 1e-12);
            run.Firms.Inflow[2].ShouldBe((16 - toNear) * 0.5 * 0.5 * 0.2, 1e-12);
        }
    }

    [Theory]
    [InlineData(1, 0.2)] // the nearest alone
    [InlineData(2, 0.280682427)] // (0.2 e^-0.5 + 0.5 e^-1.5) / (e^-0.5 + e^-1.5)
    public void Knowledge_drifts_from_the_nearest_up_to_the_limit_of_neighbours(int limit, double lead)
    {
        ClusterPopulation three = Of([Firm(0, 0.2), Firm(1, 0.4) with { X = 1 }, Firm(2, 0.7) with { X = -3 }]);
        ClusterRun run = new(ClusterStart.Of(three, minimal: false), new SimulationOptions { BurnIn = 0, NeighbourLimit = limit });
        run.Begin(Still with { GeographicDecay = 2, PassiveRate = 0.04, InflowWithoutAbsorption = 0.2, InflowWithAbsorption = 0.6 }, 0);
        new KnowledgePhase().Apply(run);

        run.Firms.Inflow[0].ShouldBe(0.04 * (0.2 + (0.6 * 0.5)) * lead, 1e-10);
    }

    [Fact]
    public void A_link_outside_brings_a_share_of_the_gap_to_the_frontier()
    {
        ClusterPopulation two = Of(
            [Firm(0, 0.2), Firm(1, 0.2) with { X = 1 }], new ClusterTie(0, 0, ClusterTieKind.External, 0.5));
        ClusterRun run = Begin(two, Still with { OutsideRate = 0.03 });
        new KnowledgePhase().Apply(run);
        run.Firms.Inflow.Take(2).ShouldBe([0.03 * 0.5 * 0.8, 0], 1e-15);

        run.World.Frontier[0] = 0.9;
        run.Mechanisms.FrontierFactor[0] = 1.5;
        run.Mechanisms.FrontierShift[0] = 0.05;
        new KnowledgePhase().Apply(run);
        run.Firms.Inflow[0].ShouldBe(0.03 * 0.5 * (1.35 + 0.05 - 0.2), 1e-15);
    }

    private static double[] Inflow(double[] one, double[] other, double trust)
    {
        ClusterPopulation two = Of(
            [Firm(0, one), Firm(1, other) with { X = 1, AbsorptiveCapacity = 0.25 }], Tie(0, 1, trust));
        ClusterRun run = Begin(two, Exchange);
        new KnowledgePhase().Apply(run);
        return [.. run.Firms.Inflow.AsSpan(0, 2), .. run.Firms.Inflow.AsSpan(run.Firms.Stride, 2)];
    }
}

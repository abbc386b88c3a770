using Karkhana.Simulation;
using Shouldly;
using Xunit;
using static Karkhana.Tests.Simulation.SimulatedFirms;

namespace Karkhana.Tests.Simulation.Model;

/// <summary>Each invariant of framework A.9 holds in a run as it is, and is missed when a fault is planted.</summary>
public sealed class InvariantCheckTests
{
    [Theory]
    [InlineData("cash that moves by the quarter's accounts")]
    [InlineData("capability from 0 to the frontier")]
    [InlineData("absorptive capacity from 0 to 1")]
    [InlineData("trust from 0 to 1")]
    [InlineData("finite effort")]
    [InlineData("a partner at the other end")]
    public void A_planted_fault_stops_the_run_and_is_named(string expected)
    {
        ClusterRun run = Burnt();

        InvalidOperationException found = Should.Throw<InvalidOperationException>(() => run.Tick([.. TickSchedule.Full, new Fault(expected)]));
        found.Message.ShouldContain(expected);
        found.Message.ShouldContain("Step 6");
    }

    [Fact]
    public void Shares_that_do_not_make_one_are_named()
    {
        ClusterRun run = Burnt();
        double[] unserved = [.. Enumerable.Range(0, run.Start.Market.Products).Select(product => 1 - Enumerable.Range(0, run.Firms.Count)
            .Where(slot => run.Firms.Product[slot] == product).Sum(slot => run.Firms.MarketShare[slot]))];

        Should.NotThrow(() => InvariantCheck.CheckShares(run, unserved));
        unserved[0] += 1e-6;
        Should.Throw<InvalidOperationException>(() => InvariantCheck.CheckShares(run, unserved)).Message.ShouldContain("shares that make 1");
    }

    private static ClusterRun Burnt()
    {
        SimulationOptions options = Full();
        ClusterRun run = new(ClusterStart.Of(Cluster(), minimal: false), options);
        Trajectory.BurnIn(run, new ClusterParameters(), 3, null, TestContext.Current.CancellationToken);
        return run;
    }

    private sealed class Fault(string what) : ITickPhase
    {
        public void Apply(ClusterRun run)
        {
            int slot = Enumerable.Range(0, run.Firms.Count).First(slot => run.Firms.Alive[slot]);
            switch (what)
            {
                case "cash that moves by the quarter's accounts":
                    run.Firms.CashNext[slot] += 1;
                    break;
                case "capability from 0 to the frontier":
                    run.Firms.CapabilityNext[slot * run.Firms.Stride] = double.NaN;
                    break;
                case "absorptive capacity from 0 to 1":
                    run.Mechanisms.AbsorptiveCapacity[slot] = 1.1;
                    break;
                case "trust from 0 to 1":
                    run.Ties.TrustNext[0] = -0.1;
                    break;
                case "finite effort":
                    run.Firms.Effort[slot] = double.PositiveInfinity;
                    break;
                default:
                    run.Ties.Partner[0] = run.Ties.Partner[0] == 0 ? 1 : 0;
                    break;
            }
        }
    }
}

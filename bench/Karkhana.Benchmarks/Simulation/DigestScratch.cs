using System.Security.Cryptography;
using System.Runtime.InteropServices;
using Karkhana.Core.Execution;
using Karkhana.Core.Policies;
using Karkhana.Simulation;

namespace Karkhana.Benchmarks.Simulation;

internal static class DigestScratch
{
    public static void Run()
    {
        One("towns", BenchmarkFirms.Towns(), new SimulationOptions { BurnIn = 20, Horizon = 200 });
        One("3200", BenchmarkFirms.Spread(3200, 1, 3, 6), new SimulationOptions { BurnIn = 0, Horizon = 40 });
        One("6000 dense", BenchmarkFirms.Spread(6000, 0.3, 5, 6), new SimulationOptions { BurnIn = 0, Horizon = 20, NeighbourLimit = 100 });
        One("min 320", BenchmarkFirms.Spread(320, 1, 3, 1), new SimulationOptions { Minimal = true, BurnIn = 0, Horizon = 200 });
        One("min 3200", BenchmarkFirms.Spread(3200, 1, 3, 6), new SimulationOptions { Minimal = true, BurnIn = 0, Horizon = 100 });
        One("nine", BenchmarkFirms.Spread(500, 1, 3, 9), new SimulationOptions { BurnIn = 0, Horizon = 100 });
        foreach (bool minimal in new[] { false, true })
        {
            ClusterScenario[] scenarios = [ClusterScenario.Baseline, .. Enumerable.Range(0, 18).Select(Lever)];
            IReadOnlyList<ScenarioRun> runs = ScenarioRuns.Run(BenchmarkFirms.Towns(), scenarios, [new ClusterParameters()],
                new ScenarioRunOptions { Replicates = 3, Simulation = new SimulationOptions { Minimal = minimal } }, new ExecutionOptions { Workers = 2 });
            List<double> all = [];
            foreach (ScenarioRun run in runs)
            {
                for (int r = 0; r < 3; r++)
                {
                    all.AddRange(run.MeanCapability.Row(r));
                    all.AddRange(run.Outcomes.Rows.Row(r));
                }
                Console.WriteLine($"scenario {run.Scenario} {minimal} {Hash(all)}");
                all.Clear();
            }
        }
    }

    private static ClusterScenario Lever(int number) => ClusterScenario.Of(new Intervention
    {
        Id = $"P{number + 1:00}", Title = "lever",
        Doses = number == 17 ? [] : [new Dose((DoseTarget)number, 0.05, number % 2 == 0 ? DoseScale.Log : DoseScale.Level), new Dose(DoseTarget.Effectiveness, 0.05, DoseScale.Log)],
        TakeUp = new TakeUp { Constant = 0 },
        Delivery = new Delivery { Unit = DeliveryUnit.Group, CapacityPerPeriod = 4 },
        SpilloverShare = 0.2, HalfLife = 12, End = 16,
        Anchors = number == 5 ? [new AnchorFirm()] : [],
    });

    private static void One(string name, ClusterPopulation population, SimulationOptions options)
    {
        ClusterRun run = new(ClusterStart.Of(population, options.Minimal), options);
        List<double> all = [];
        for (int replicate = 0; replicate < 2; replicate++)
        {
            Trajectory.BurnIn(run, new ClusterParameters(), replicate, null, CancellationToken.None);
            Trajectory.Continue(run, options.Horizon, seen => all.AddRange([seen.Totals.Passive, seen.Totals.Interactive, seen.Totals.Mobile, seen.Totals.OwnEffort, seen.Totals.Outside, seen.Totals.Asked, seen.Totals.Entries, seen.Totals.Exits]), CancellationToken.None);
            foreach (FirmSnapshot firm in FirmSnapshot.Of(run))
            {
                all.AddRange(firm.Capability);
                all.AddRange([firm.Effort, firm.Cash, firm.Workers, firm.Profit, firm.Agent, firm.Ties]);
            }
            for (int t = 0; t < run.Ties.Count; t++) all.AddRange([run.Ties.Trust[t], run.Ties.From[t], run.Ties.To[t], run.Ties.LastUsed[t], run.Ties.Age[t]]);
            all.Add(run.Neighbours.CountEntries());
            Console.WriteLine($"{name} r{replicate} alive {run.Firms.AliveCount} count {run.Firms.Count} ties {run.Ties.Count} {Hash(all)}");
        }
    }

    private static string Hash(List<double> all) => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(all))))[..16];
}

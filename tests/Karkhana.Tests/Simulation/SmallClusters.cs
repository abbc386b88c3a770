using Karkhana.Core.Randomness;
using Karkhana.Simulation;

namespace Karkhana.Tests.Simulation;

/// <summary>Small synthetic populations and runs of them, quarter by quarter.</summary>
internal static class SmallClusters
{
    /// <summary>Half of the firms within about a kilometre, half scattered; a ring of ties; some links outside.</summary>
    public static ClusterPopulation Of(int firms, int functions = 1, int products = 1)
    {
        AddressedDraw draws = new(7, 0);
        ClusterFirm[] all =
        [
            .. Enumerable.Range(0, firms).Select(firm =>
            {
                bool clustered = firm < (firms + 1) / 2;
                double spread = clustered ? 1 : 40;
                double Draw(int index) => draws.Uniform(RandomPurpose.Example, 0, firm, index);
                return new ClusterFirm
                {
                    Agent = firm,
                    X = spread * (Draw(0) - 0.5),
                    Y = spread * (Draw(1) - 0.5),
                    Place = clustered ? 0 : 1,
                    Clustered = clustered,
                    Stage = (FirmStage)(firm % 4),
                    Product = firm % products,
                    Workers = 2 + Math.Floor(18 * Draw(2)),
                    Capability = [.. Enumerable.Range(0, functions).Select(function => 0.1 + (0.4 * Draw(10 + function)))],
                    AbsorptiveCapacity = Draw(3),
                    Education = Draw(4),
                };
            }),
        ];
        ClusterTie[] ring = [.. Enumerable.Range(0, firms == 1 ? 0 : firms).Select(
            firm => new ClusterTie(firm, (firm + 1) % firms, (ClusterTieKind)(firm % 3), 0.3 + (0.1 * (firm % 5))))];
        ClusterTie[] outside = [.. Enumerable.Range(0, firms).Where(firm => firm % 5 == 0).Select(
            firm => new ClusterTie(firm, firm, ClusterTieKind.External, 0.5))];
        return new ClusterPopulation { Firms = all, Ties = [.. ring, .. outside], Places = ["in", "out"], Synthetic = true };
    }

    /// <summary>Begins a run of the full model.</summary>
    public static ClusterRun Run(ClusterPopulation population, ClusterParameters? parameters = null, int replicate = 0, int burnIn = 0)
    {
        ClusterRun run = new(ClusterStart.Of(population, minimal: false), new SimulationOptions { BurnIn = burnIn });
        run.Begin(parameters ?? new ClusterParameters(), replicate);
        return run;
    }

    /// <summary>Runs quarters.</summary>
    public static ClusterRun Ticks(this ClusterRun run, int quarters, Action<ClusterRun>? after = null)
    {
        for (int quarter = 0; quarter < quarters; quarter++)
        {
            run.Tick(TickSchedule.Full);
            after?.Invoke(run);
        }

        return run;
    }

    /// <summary>Gives the columns of the firms that are alive, by agent number.</summary>
    public static Dictionary<int, double[]> State(this ClusterRun run)
    {
        FirmColumns firms = run.Firms;
        return Enumerable.Range(0, firms.Count).Where(slot => firms.Alive[slot]).ToDictionary(
            slot => firms.Agent[slot],
            slot => new[]
            {
                firms.Cash[slot], firms.Workers[slot], firms.Margin[slot], firms.MarketShare[slot], firms.Revenue[slot], firms.Effort[slot],
                firms.X[slot], firms.Y[slot], firms.MeanCapability(slot),
            });
    }
}

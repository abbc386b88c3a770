using System.Globalization;
using Karkhana.Simulation;

namespace Karkhana.Benchmarks.Simulation;

/// <summary>Time and memory of the cluster learning model against firms, ties and workers, on synthetic firms.</summary>
internal static class SimulationRun
{
    /// <summary>Measures: all into a table and a figure, one run, or the phases of a quarter.</summary>
    /// <param name="words">A folder; or measure and what; or phases.</param>
    public static void Run(string[] words)
    {
        switch (words)
        {
            case ["measure", .. string[] what]:
                Console.WriteLine(SimulationMeasure.Of(what).Run().Line);
                break;
            case ["phases"]:
                Phases(BenchmarkFirms.Towns());
                Phases(BenchmarkFirms.Spread(10_000, 1, 3, 6));
                break;
            case [string folder]:
                SimulationReport.Write(folder);
                break;
            default:
                throw new ArgumentException("simulation FOLDER, simulation phases, or simulation measure MODEL FIRMS NEAR TIES QUARTERS WORKERS", nameof(words));
        }
    }

    private static void Phases(ClusterPopulation population)
    {
        const int Quarters = 120;
        ClusterRun run = new(ClusterStart.Of(population, minimal: false), new SimulationOptions { BurnIn = 0, Horizon = Quarters });
        Trajectory.BurnIn(run, new ClusterParameters(), 0, null, CancellationToken.None);
        Trajectory.Continue(run, Quarters / 2, null, CancellationToken.None); // compiled and warm
        TimedPhase[] phases = [.. TickSchedule.Full.Select(phase => new TimedPhase(phase))];
        for (int quarter = 0; quarter < Quarters; quarter++)
        {
            run.Tick(phases);
        }

        foreach (TimedPhase phase in phases)
        {
            double nanoseconds = phase.Elapsed.TotalNanoseconds / (Quarters * (double)run.Firms.AliveCount);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{run.Firms.AliveCount} firms, {phase.Name}: {nanoseconds:0} ns a firm and quarter"));
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using Karkhana.Core.Execution;
using Karkhana.Core.Policies;
using Karkhana.Simulation;

namespace Karkhana.Benchmarks.Simulation;

/// <summary>One run of the cluster learning model on synthetic firms, in a process of its own so that its memory is its own.</summary>
/// <param name="Model">minimal, full or comparison.</param>
/// <param name="Firms">The firms.</param>
/// <param name="Near">Whether they lie a kilometre apart, about 200 within reach of each; else far apart.</param>
/// <param name="Ties">Ties that each names.</param>
/// <param name="Quarters">The quarters; of a comparison the replicates.</param>
/// <param name="Workers">The workers.</param>
internal sealed record SimulationMeasure(string Model, int Firms, bool Near, int Ties, int Quarters, int Workers)
{
    private const int Levers = 18;
    private const int Stretch = 100; // quarters after which a run begins anew, since slots of firms that left stay
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(1.5);

    /// <summary>Reads what <see cref="Arguments"/> wrote.</summary>
    /// <param name="words">The words.</param>
    /// <returns>The run.</returns>
    public static SimulationMeasure Of(string[] words)
    {
        int Number(int position) => int.Parse(words[position], CultureInfo.InvariantCulture);
        return new SimulationMeasure(words[0], Number(1), bool.Parse(words[2]), Number(3), Number(4), Number(5));
    }

    /// <summary>Gets the words by which a process is told what to run.</summary>
    public string[] Arguments =>
    [
        Model, Number(Firms), Near.ToString(), Number(Ties), Number(Quarters), Number(Workers),
    ];

    /// <summary>Runs it here.</summary>
    /// <returns>What it took.</returns>
    public SimulationTime Run()
    {
        (double seconds, double processor, double steps) = Model == "comparison" ? Compare() : Simulate();
        using Process process = Process.GetCurrentProcess();
        return new SimulationTime(seconds, processor, steps, process.PeakWorkingSet64);
    }

    private (double Seconds, double Processor, double Steps) Simulate()
    {
        bool minimal = Model == "minimal";
        int functions = minimal ? 1 : 6;
        Stopwatch warm = Stopwatch.StartNew();
        while (warm.Elapsed < Warm) // compiled
        {
            Take(BenchmarkFirms.Spread(1000, Near ? 1 : 1000, Ties, functions), minimal, quarters: 60);
        }

        return Take(BenchmarkFirms.Spread(Firms, Near ? 1 : 1000, Ties, functions), minimal, Quarters);
    }

    private static (double Seconds, double Processor, double Steps) Take(ClusterPopulation population, bool minimal, int quarters)
    {
        ClusterRun run = new(ClusterStart.Of(population, minimal), new SimulationOptions { Minimal = minimal, BurnIn = 0, Horizon = Stretch });
        (double seconds, double processor, long steps) = (0, 0, 0);
        for (int begun = 0; begun < quarters; begun += Stretch)
        {
            Trajectory.BurnIn(run, new ClusterParameters(), begun / Stretch, null, CancellationToken.None);
            Stopwatch watch = Stopwatch.StartNew();
            TimeSpan began = Environment.CpuUsage.TotalTime;
            Trajectory.Continue(run, Math.Min(Stretch, quarters - begun), seen => steps += seen.Firms.AliveCount, CancellationToken.None);
            seconds += watch.Elapsed.TotalSeconds;
            processor += (Environment.CpuUsage.TotalTime - began).TotalSeconds;
        }

        return (seconds, processor, steps);
    }

    // Eighteen levers on the 320 firms of framework Appendix B, each against doing nothing.
    private (double Seconds, double Processor, double Steps) Compare()
    {
        ClusterPopulation population = BenchmarkFirms.Towns();
        ClusterScenario[] scenarios = [.. Enumerable.Range(0, Levers).Select(Lever)];
        void Run(int replicates) => ScenarioRuns.Run(
            population, scenarios, [new ClusterParameters()], new ScenarioRunOptions { Replicates = replicates },
            new ExecutionOptions { Workers = Workers });
        Run(replicates: 4); // compiled
        Stopwatch watch = Stopwatch.StartNew();
        TimeSpan began = Environment.CpuUsage.TotalTime;
        Run(Quarters);
        double steps = (double)population.Firms.Count * Quarters * (20 + ((Levers + 1) * 60)); // those that left count too
        return (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - began).TotalSeconds, steps);
    }

    private static ClusterScenario Lever(int number) => ClusterScenario.Of(new Intervention
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"P{number + 1:00}"),
        Title = "lever",
        Doses = number == 17 ? [] : [new Dose((DoseTarget)number, 0.05, DoseScale.Log), new Dose(DoseTarget.Effectiveness, 0.05, DoseScale.Log)],
        TakeUp = new TakeUp { Constant = 0 },
        Delivery = new Delivery { Unit = DeliveryUnit.Group, CapacityPerPeriod = 4 },
        SpilloverShare = 0.2,
        HalfLife = 12,
        End = 16,
    });

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

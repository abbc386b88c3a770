using System.Diagnostics;
using System.Globalization;
using Karkhana.Core.Execution;
using Karkhana.Core.Policies;
using Karkhana.Simulation;

namespace Karkhana.Benchmarks.Simulation;

/// <summary>Time and memory of the cluster learning model against firms, ties and workers, on synthetic firms. Time is that of the
/// processor, so that other work on the machine counts less.</summary>
internal static class SimulationRun
{
    /// <summary>Runs the parts that are named: minimal, full, large, comparison; all without a name.</summary>
    /// <param name="parts">The names.</param>
    public static void Run(string[] parts)
    {
        if (parts.Contains("comp")) { Compare(workers: 1, replicates: 20); Compare(workers: 1, replicates: 20); return; }
        if (parts.Contains("mem")) { Mem(); return; }
        if (parts.Contains("flow")) { Flow(); return; }
        if (parts.Contains("ten")) { for (int i = 0; i < 10; i++) Measure("full", BenchmarkFirms.Spread(10000, 1, 3, 6), new SimulationOptions { BurnIn = 0, Horizon = 60 }); return; }
        if (parts.Contains("digest")) { DigestScratch.Run(); return; }
        bool Wanted(string part) => parts.Length == 0 || parts.Contains(part);
        Console.WriteLine("| part | firms | neighbours | ties | quarters | processor seconds | firm-steps/s | MB |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (int firms in Wanted("minimal") ? [320, 10_000, 100_000] : Array.Empty<int>())
        {
            Measure("minimal, firms far apart", BenchmarkFirms.Spread(firms, kmPerFirm: 1000, tiesPerFirm: 0, functions: 1), Minimal(firms));
            Measure("minimal, neighbours and ties", BenchmarkFirms.Spread(firms, 1, tiesPerFirm: 3, functions: 1), Minimal(firms));
        }

        foreach (int firms in Wanted("full") ? [320, 3200, 10_000] : Array.Empty<int>())
        {
            Measure("full", BenchmarkFirms.Spread(firms, 1, 3, 6), new SimulationOptions { BurnIn = 0, Horizon = 60 });
            Measure("full, more ties", BenchmarkFirms.Spread(firms, 1, 12, 6), new SimulationOptions { BurnIn = 0, Horizon = 60 });
        }

        if (parts.Contains("phases"))
        {
            Phases(BenchmarkFirms.Spread(3200, 1, 3, 6));
            Phases(BenchmarkFirms.Spread(10000, 1, 3, 6));
            Phases(BenchmarkFirms.Towns());
        }

        if (Wanted("large"))
        {
            Measure("full, large", BenchmarkFirms.Spread(100_000, 1, 3, 6), new SimulationOptions { BurnIn = 0, Horizon = 100 });
        }

        if (Wanted("comparison"))
        {
            Compare(workers: 1, replicates: 20);
            Compare(workers: 2, replicates: 200);
        }
    }

    private static void Mem()
    {
        void Say(string what)
        {
            using Process process = Process.GetCurrentProcess();
            long before = GC.GetTotalMemory(false);
            long alloc = GC.GetTotalAllocatedBytes();
            GCMemoryInfo info = GC.GetGCMemoryInfo();
            Console.WriteLine($"{what}: peak {process.PeakWorkingSet64 / 1e6:0} now {process.WorkingSet64 / 1e6:0} heap {before / 1e6:0} alloc {alloc / 1e6:0} committed {info.TotalCommittedBytes / 1e6:0} gc {GC.CollectionCount(0)} {GC.CollectionCount(1)} {GC.CollectionCount(2)}");
        }
        Say("begin");
        ClusterPopulation population = BenchmarkFirms.Spread(100000, 1, 3, 6);
        Say("population");
        ClusterStart start = ClusterStart.Of(population, false);
        Say("start");
        ClusterRun run = new(start, new SimulationOptions { BurnIn = 0, Horizon = 100 });
        Say("run");
        run.Begin(new ClusterParameters(), 0);
        Say("begun");
        for (int i = 0; i < 6; i++) { Trajectory.Continue(run, 4, null, CancellationToken.None); Say("q" + (i * 4)); }
        Console.WriteLine(GC.GetTotalMemory(true) / 1e6);
    }

    private static void Flow()
    {
        foreach (int firms in new[] { 320, 3200, 10000, 50000 })
        foreach (bool sorted in new[] { false, true })
        foreach (bool minimal in new[] { false, true })
        {
            ClusterPopulation population = BenchmarkFirms.Spread(firms, 1, 3, 6);
            if (sorted)
            {
                int cell(double v) => (int)(v / 4);
                ClusterFirm[] order = [.. population.Firms.OrderBy(f => cell(f.X)).ThenBy(f => cell(f.Y))];
                population = population with { Firms = [.. order.Select((f, i) => f with { Agent = i })] };
            }
            ClusterRun run = new(ClusterStart.Of(population, minimal), new SimulationOptions { BurnIn = 0, Minimal = minimal });
            run.Begin(new ClusterParameters(), 0);
            double best = 1e9;
            for (int i = 0; i < 100 + 3000000 / firms / 10; i++)
            {
                long t = Stopwatch.GetTimestamp();
                PassiveFlow.Apply(run);
                best = Math.Min(best, Stopwatch.GetElapsedTime(t).TotalNanoseconds / firms);
            }
            Console.WriteLine($"{firms} sorted {sorted} minimal {minimal}: {best:0.0} ns, entries {run.Neighbours.CountEntries() / firms}");
        }
    }

    private static SimulationOptions Minimal(int firms) =>
        new() { Minimal = true, BurnIn = 0, Horizon = Math.Max(100, 20_000_000 / firms) };

    private static void Measure(string part, ClusterPopulation population, SimulationOptions options)
    {
        ClusterRun run = new(ClusterStart.Of(population, options.Minimal), options);
        Trajectory.BurnIn(run, new ClusterParameters(), 0, null, CancellationToken.None);
        Trajectory.Continue(run, Math.Min(8, options.Horizon), null, CancellationToken.None); // compiled and warm
        long steps = 0;
        TimeSpan began = Environment.CpuUsage.TotalTime;
        Trajectory.Continue(run, options.Horizon, seen => steps += seen.Firms.AliveCount, CancellationToken.None);
        double seconds = (Environment.CpuUsage.TotalTime - began).TotalSeconds;
        Line(
            part, population.Firms.Count, run.Neighbours.CountEntries(), run.Ties.Count, options.Horizon, seconds,
            steps / seconds);
    }

    // What each phase takes of a quarter, by the clock.
    private static void Phases(ClusterPopulation population)
    {
        SimulationOptions options = new() { BurnIn = 0, Horizon = 60 };
        ClusterRun run = new(ClusterStart.Of(population, options.Minimal), options);
        Trajectory.BurnIn(run, new ClusterParameters(), 0, null, CancellationToken.None);
        Trajectory.Continue(run, 20, null, CancellationToken.None);
        TimedPhase[] phases = [.. TickSchedule.Full.Select(phase => new TimedPhase(phase))];
        for (int quarter = 0; quarter < options.Horizon; quarter++)
        {
            run.Tick(phases);
        }

        foreach (TimedPhase phase in phases)
        {
            double nanoseconds = phase.Elapsed.TotalNanoseconds / (options.Horizon * (double)population.Firms.Count);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{phase.Name}: {nanoseconds:0} ns a firm and quarter"));
        }
    }

    private static void Compare(int workers, int replicates)
    {
        ClusterPopulation population = BenchmarkFirms.Towns();
        ClusterScenario[] scenarios = [.. Enumerable.Range(0, 18).Select(Lever)];
        Stopwatch watch = Stopwatch.StartNew();
        TimeSpan began = Environment.CpuUsage.TotalTime;
        ScenarioRuns.Run(
            population, scenarios, [new ClusterParameters()], new ScenarioRunOptions { Replicates = replicates },
            new ExecutionOptions { Workers = workers });
        double steps = (double)population.Firms.Count * replicates * (20 + (18 * 60));
        Line(
            string.Create(CultureInfo.InvariantCulture, $"18 scenarios x {replicates} replicates, {workers} workers"), population.Firms.Count, 0,
            population.Ties.Count, 60, (Environment.CpuUsage.TotalTime - began).TotalSeconds,
            steps / (Environment.CpuUsage.TotalTime - began).TotalSeconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"(by the clock {watch.Elapsed.TotalSeconds:0.0} s)"));
    }

    private static ClusterScenario Lever(int number)
    {
        Intervention policy = new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"P{number + 1:00}"),
            Title = "lever",
            Doses = number == 17 ? [] : [new Dose((DoseTarget)number, 0.05, DoseScale.Log), new Dose(DoseTarget.Effectiveness, 0.05, DoseScale.Log)],
            TakeUp = new TakeUp { Constant = 0 },
            Delivery = new Delivery { Unit = DeliveryUnit.Group, CapacityPerPeriod = 4 },
            SpilloverShare = 0.2,
            HalfLife = 12,
            End = 16,
        };
        return ClusterScenario.Of(policy);
    }

    private static void Line(string part, int firms, long neighbours, int ties, int quarters, double seconds, double rate)
    {
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {part} | {firms} | {neighbours} | {ties} | {quarters} | {seconds:0.00} | {rate:0.00e+0} | {process.PeakWorkingSet64 / 1e6:0} |"));
    }
}

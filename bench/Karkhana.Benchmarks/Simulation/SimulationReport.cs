using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Karkhana.Benchmarks.Simulation;

/// <summary>The table and the figure of the simulation's time and memory.</summary>
internal static class SimulationReport
{
    /// <summary>Measures one run after another and writes both files; about four minutes on a quiet machine of two cores.</summary>
    /// <param name="folder">Where they go; it is made if it is not there.</param>
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        string name = Path.Combine(folder, DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "-simulation");
        List<(SimulationMeasure Run, SimulationTime Time)> done = [];
        foreach (SimulationMeasure run in Runs())
        {
            done.Add((run, Measure(run)));
            Console.WriteLine(Row(run, done[^1].Time));
        }

        File.WriteAllText(name + ".md", Table(done, Path.GetFileName(name) + ".svg"));
        File.WriteAllText(name + ".svg", GrowthFigure.Draw(done));
    }

    private static IEnumerable<SimulationMeasure> Runs()
    {
        foreach (int firms in new[] { 320, 1000, 3200, 10_000, 32_000, 100_000 })
        {
            yield return new SimulationMeasure("minimal", firms, Near: false, 0, 20_000_000 / firms, 1);
            yield return new SimulationMeasure("minimal", firms, Near: true, 3, 10_000_000 / firms, 1);
            yield return new SimulationMeasure("full", firms, Near: true, 3, Math.Max(60, 2_000_000 / firms), 1);
        }

        yield return new SimulationMeasure("full", 100_000, Near: true, 3, 100, 1);
        foreach (int ties in new[] { 1, 6, 12, 24, 48 })
        {
            yield return new SimulationMeasure("full", 10_000, Near: true, ties, 60, 1);
        }

        foreach (int workers in Enumerable.Range(1, Environment.ProcessorCount))
        {
            yield return new SimulationMeasure("comparison", 320, Near: true, 3, 200, workers);
        }
    }

    private static SimulationTime Measure(SimulationMeasure run)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, ["simulation", "measure", .. run.Arguments]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? SimulationTime.Of(line.Trim())
            : throw new InvalidOperationException(string.Join(' ', run.Arguments) + ": the run did not finish");
    }

    private static string Table(List<(SimulationMeasure Run, SimulationTime Time)> done, string figure)
    {
        StringBuilder page = new();
        page.AppendLine("# Simulation: time and memory against firms, ties and workers");
        page.AppendLine();
        page.AppendLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Environment: {Processor()}, {Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e6:0} MB, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {DateTime.UtcNow:yyyy-MM-dd}."));
        page.AppendLine();
        page.AppendLine("Synthetic firms. Each line is a process of its own, measured once after compilation, in runs of at most 100 quarters. Far apart: no");
        page.AppendLine("firm has neighbours. Near: a kilometre apart, so that each learns from up to 200 neighbours. A comparison is 18 levers and doing");
        page.AppendLine("nothing on the 320 firms of framework Appendix B, 200 replicates of 60 quarters.");
        page.AppendLine();
        page.AppendLine("| model | firms | neighbours | ties a firm names | quarters | workers | seconds | processor seconds | firm-steps a second | peak memory |");
        page.AppendLine("|---|---:|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach ((SimulationMeasure run, SimulationTime time) in done)
        {
            page.AppendLine(Row(run, time));
        }

        page.AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"![Seconds a quarter over firms and ties, seconds over workers]({figure})");
        return page.ToString();
    }

    private static string Row(SimulationMeasure run, SimulationTime time)
    {
        string quarters = run.Model == "comparison" ? "60" : run.Quarters.ToString(CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {run.Model} | {run.Firms:N0} | {(run.Near ? "near" : "far apart")} | {run.Ties} | {quarters} | {run.Workers} | {time.Seconds:0.00} | {time.Processor:0.00} | {time.Steps / time.Seconds:0.0e+0} | {time.PeakBytes / 1e6:0} MB |");
    }

    private static string Processor()
    {
        const string Facts = "/proc/cpuinfo";
        string? line = File.Exists(Facts)
            ? File.ReadLines(Facts).FirstOrDefault(fact => fact.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}

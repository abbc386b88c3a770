using System.Diagnostics;
using System.Globalization;
using Karkhana.Agglomeration;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Data.Studies;
using Karkhana.Methods.Spatial;

namespace Karkhana.Benchmarks.Registers;

/// <summary>Times whole registers once each and prints a Markdown table: too long for a benchmark of many
/// runs.</summary>
public static class RegisterRun
{
    /// <summary>Runs <c>registers [m] [concentration] [firms:industries:draws …]</c>.</summary>
    /// <param name="arguments">What follows the word <c>registers</c>.</param>
    public static void Run(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        string[] sizes = [.. arguments.Where(word => word.Contains(':', StringComparison.Ordinal))];
        if (arguments.Contains("m"))
        {
            CasesAmongFirms();
        }

        Console.WriteLine("| run | firms | industries | draws | seconds | CPU seconds | peak memory, MB | what |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (string size in sizes.Length > 0 ? sizes : ["10000:100:999", "100000:500:999", "1000000:500:999"])
        {
            int[] numbers = [.. size.Split(':').Select(word => int.Parse(word, CultureInfo.InvariantCulture))];
            PointPattern register = RegisterGenerator.Make(numbers[0], numbers[1]);
            if (arguments.Contains("concentration"))
            {
                Print("concentration (M)", numbers, () => Concentration(register, numbers[2]));
            }
            else
            {
                Print("register scan (Kd)", numbers, () => Scan(register, numbers[2], arguments.Contains("both")));
            }
        }
    }

    private static string Scan(PointPattern register, int draws, bool both)
    {
        RegisterScanResult result = RegisterScan.Estimate(
            register, new RegisterScanOptions { Replicates = draws, Statistic = both ? ScanStatistic.Both : ScanStatistic.Kd }, new ExecutionOptions { Progress = new Steps() });
        return string.Join(", ", result.Findings.GroupBy(finding => (finding.Method, finding.Verdict)).OrderBy(group => group.Key)
            .Select(group => FormattableString.Invariant($"{group.Count()} {group.Key.Method} {group.Key.Verdict}")));
    }

    private static string Concentration(PointPattern register, int draws)
    {
        FirmRegister firms = new()
        {
            Ids = [.. Enumerable.Range(0, register.Count).Select(i => i.ToString(CultureInfo.InvariantCulture))],
            Longitudes = new double[register.Count],
            Latitudes = new double[register.Count],
            X = register.X,
            Y = register.Y,
            Projection = "none",
            Industries = register.Types,
        };
        IndustryConcentrationResult result = IndustryConcentration.Estimate(
            firms, new IndustryConcentrationOptions { Replicates = draws }, new ExecutionOptions { Progress = new Steps() });
        return string.Join(", ", result.Findings.GroupBy(finding => finding.Verdict).OrderBy(group => group.Key)
            .Select(group => FormattableString.Invariant($"{group.Count()} {group.Key}")));
    }

    /// <summary>M of 2,000 cases among 20,000 firms at 41 radii, and 100 labellings with bands.</summary>
    private static void CasesAmongFirms()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0);
        double[] x = [.. Enumerable.Range(0, 20_000).Select(_ => stream.NextDouble() * 20_000)];
        double[] y = [.. Enumerable.Range(0, 20_000).Select(_ => stream.NextDouble() * 20_000)];
        PointPattern points = new() { X = x, Y = y, Types = [.. x.Select((_, i) => i % 10 == 0 ? "case" : "other")] };
        double[] radii = [.. Enumerable.Range(0, 41).Select(k => k * 250.0)];
        MFunctionOptions options = new() { Distances = radii, Reference = "case" };
        for (int run = 0; run < 5; run++)
        {
            double curve = Milliseconds(() => MFunction.Estimate(points, options));
            NeighbourTotals totals = null!;
            double counted = Milliseconds(() => totals = NeighbourTotals.Of(points, radii));
            double drawn = Milliseconds(() => MFunctionTest.Estimate(totals, new MFunctionTestOptions { Reference = "case", Replicates = 100 }));
            Console.WriteLine(FormattableString.Invariant(
                $"CPU: M {curve:F0} ms, totals {counted:F0} ms, 100 draws with bands {drawn:F0} ms"));
        }
    }

    /// <summary>Gives the processor time of all threads: on a busy machine the clock says little.</summary>
    private static double Milliseconds(Action work)
    {
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        work();
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
    }

    private static void Print(string run, int[] numbers, Func<string> what)
    {
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        Stopwatch clock = Stopwatch.StartNew();
        string text = what();
        double processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        double seconds = clock.Elapsed.TotalSeconds;
        double memory = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
        Console.WriteLine(FormattableString.Invariant(
            $"| {run} | {numbers[0]} | {numbers[1]} | {numbers[2]} | {seconds:F1} | {processor:F1} | {memory:F0} | {text} |"));
    }

    private sealed class Steps : IProgress<RunProgress>
    {
        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private string _stage = "";

        public void Report(RunProgress value)
        {
            if (value.Stage != _stage)
            {
                _stage = value.Stage;
                Console.Error.WriteLine(FormattableString.Invariant($"{_clock.Elapsed.TotalSeconds:F1} s: {value.Stage}"));
            }
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using Karkhana.Core.Execution;

namespace Karkhana.Benchmarks.Coverage;

/// <summary>Prints coverage of intervals, size of tests and the false discovery rate as Markdown tables.</summary>
public static class CoverageRun
{
    private const ulong Seed = 2003;

    /// <summary>Runs the designs.</summary>
    /// <param name="share">The share of each design's samples that is drawn: 1 for the whole table.</param>
    public static void Run(double share)
    {
        Console.WriteLine("| family | estimator and samples (simulated) | samples | refused | coverage of 95 % | rejection at 5 % | MC error | in band | seconds |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        IReadOnlyList<CoverageDesign> designs = CoverageDesign.All();
        for (int number = 0; number < designs.Count; number++)
        {
            CoverageDesign design = designs[number];
            Stopwatch watch = Stopwatch.StartNew();
            CoverageSummary summary = CoverageSummary.Of(ReplicateEngine.Local.Execute(
                new CoverageJob(design, number, Math.Max(10, (int)(share * design.Replicates)), Seed)));
            string why = design.Known + design.Careful;
            string verdict = summary.InBand ? "yes" : why.Length > 0 ? $"no: {why}" : summary.MayBeInBand ? "within MC error" : "NO";
            Write($"| {design.Family} | {design.Name} | {summary.Used} | {summary.Refused} | {summary.Coverage:P1} | {summary.Rejection:P1} | {summary.MonteCarloError:P2} | {verdict} | {watch.Elapsed.TotalSeconds:F0} |");
        }

        Console.WriteLine();
        Console.WriteLine("| p-values (simulated) | correction | families | false discovery rate | MC error | bound |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (DiscoveryDesign design in DiscoveryDesign.All())
        {
            DiscoverySummary summary = DiscoverySummary.Of(ReplicateEngine.Local.Execute(new DiscoveryJob(design, Math.Max(10, (int)(share * 4000)), Seed)));
            Write($"| {design.Name} | Benjamini and Hochberg | {summary.Families} | {summary.Rate:P2} | {summary.MonteCarloError:P2} | {design.Bound:P1} |");
        }
    }

    private static void Write(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}

using System.Diagnostics;
using System.Globalization;
using Karkhana.Benchmarks.Coverage;
using Karkhana.Core.Execution;
using Karkhana.Learning;

namespace Karkhana.Benchmarks.Learning;

/// <summary>Prints how honest estimates are on SYNTHETIC data with known truth, as Markdown tables.</summary>
public static class HonestyRun
{
    private const int LessOften = 6; // the variants, which serve to see where a point stands

    /// <summary>Runs <c>honesty [seeds [share of the samples of coverage]]</c>.</summary>
    /// <param name="arguments">What follows the word <c>honesty</c>.</param>
    public static void Run(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        int seeds = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 200;
        double share = arguments.Length > 1 ? double.Parse(arguments[1], CultureInfo.InvariantCulture) : 1;
        (AcceptanceOptions Options, int Seeds)[] runs =
        [
            (new(SyntheticEffects.Index), seeds),
            (new(SyntheticEffects.Index, ErrorDependence.Independent), seeds / LessOften),
            (new(SyntheticEffects.Apart), seeds / LessOften),
            (new(SyntheticEffects.Apart, ErrorDependence.Independent), seeds / LessOften),
        ];
        foreach ((AcceptanceOptions options, int count) in runs.Where(run => run.Seeds > 0))
        {
            Stopwatch watch = Stopwatch.StartNew();
            ReplicateRows rows = ReplicateEngine.Local.Execute(new AcceptanceJob(options, count));
            AcceptanceTable.Print(options, rows, watch.Elapsed);
        }

        if (share > 0)
        {
            CoverageRun.Run(share);
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using Karkhana.Benchmarks.Coverage;
using Karkhana.Core.Execution;

namespace Karkhana.Benchmarks.Learning;

/// <summary>Prints how honest estimates are on SYNTHETIC data with known truth, as Markdown tables.</summary>
public static class HonestyRun
{
    /// <summary>Runs <c>honesty [seeds [share of the samples of coverage]]</c>.</summary>
    /// <param name="arguments">What follows the word <c>honesty</c>.</param>
    public static void Run(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        int seeds = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 200;
        double share = arguments.Length > 1 ? double.Parse(arguments[1], CultureInfo.InvariantCulture) : 1;
        foreach (SyntheticEffects effects in seeds > 0 ? Enum.GetValues<SyntheticEffects>() : [])
        {
            Stopwatch watch = Stopwatch.StartNew();
            ReplicateRows rows = ReplicateEngine.Local.Execute(new AcceptanceJob(new AcceptanceOptions(effects), seeds));
            AcceptanceTable.Print(effects, rows, watch.Elapsed);
        }

        if (share > 0)
        {
            CoverageRun.Run(share);
        }
    }
}

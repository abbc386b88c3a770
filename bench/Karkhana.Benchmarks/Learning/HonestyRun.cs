using System.Diagnostics;
using System.Globalization;
using Karkhana.Core.Execution;

namespace Karkhana.Benchmarks.Learning;

/// <summary>Prints how honest estimates are on SYNTHETIC data with known truth, as Markdown tables.</summary>
public static class HonestyRun
{
    /// <summary>Runs <c>honesty [seeds]</c>.</summary>
    /// <param name="arguments">What follows the word <c>honesty</c>.</param>
    public static void Run(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        int seeds = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 200;
        foreach (SyntheticEffects effects in Enum.GetValues<SyntheticEffects>())
        {
            Stopwatch watch = Stopwatch.StartNew();
            ReplicateRows rows = ReplicateEngine.Local.Execute(new AcceptanceJob(new AcceptanceOptions(effects), seeds));
            AcceptanceTable.Print(effects, rows, watch.Elapsed);
        }
    }
}

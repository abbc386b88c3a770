using System.Globalization;
using Karkhana.Policy;
using Karkhana.Scenarios;

namespace Karkhana.Cli.Output;

/// <summary>The levers in the order of what a gain costs, by id where the study may have no order, in one line each that fits the
/// terminal.</summary>
internal static class LeverTable
{
    private const int LeastName = 16;
    private const int MostName = 48;

    public static void Write(TextWriter writer, PolicySimulationResult simulation)
    {
        string[] headings = ["", "Lever", "Cost", "95 % interval", "Beats nothing", "Beats next-cheapest"];
        string[][] rows = [headings, .. simulation.Shown.Select(ranked => Cells(simulation, ranked))];
        int[] widths = [.. headings.Select((_, column) => rows.Max(row => row[column].Length))];
        int taken = widths.Sum() - widths[1] + (2 * (headings.Length - 1));
        widths[1] = Math.Clamp(WrappedText.Width - taken, Math.Min(widths[1], LeastName), Math.Min(widths[1], MostName));
        foreach (string[] row in rows)
        {
            string name = row[1].Length <= widths[1] ? row[1] : row[1][..(widths[1] - 1)].TrimEnd() + "…";
            writer.WriteLine(string.Join(
                "  ", row[0].PadLeft(widths[0]), name.PadRight(widths[1]), row[2].PadLeft(widths[2]), row[3].PadLeft(widths[3]), row[4].PadLeft(widths[4]),
                row[5].PadLeft(widths[5])).TrimEnd());
        }
    }

    private static string[] Cells(PolicySimulationResult simulation, RankedPolicy ranked)
    {
        PolicyEffect effect = ranked.Effect;
        CostPerGain cost = effect.CostPerGain;
        string interval = cost.State switch
        {
            CostPerGainState.Defined when double.IsNaN(cost.Low) || double.IsNaN(cost.High) => "without bounds",
            CostPerGainState.Defined => $"{CompactNumber.Of(cost.Low)} to {CompactNumber.Of(cost.High)}",
            CostPerGainState.Loss => "loss",
            _ => "no gain found",
        };
        return
        [
            simulation.BelowMinimum is not null
                ? "" : ranked.Rank.ToString(CultureInfo.InvariantCulture) + (ranked.IsSettled || double.IsNaN(ranked.MarginToNext) ? " " : "≈"),
            simulation.NameOf(effect.Scenario),
            CompactNumber.Of(cost.Estimate),
            interval,
            Share(effect.BetterThanNothing),
            $"{Share(effect.BetterThanNextCheapest)} {effect.NextCheapest}",
        ];
    }

    private static string Share(ShareOfRuns share) => string.Create(CultureInfo.InvariantCulture, $"{share.Count}/{share.Runs}");
}

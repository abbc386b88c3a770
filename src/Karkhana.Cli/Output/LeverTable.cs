using System.Globalization;
using Karkhana.Core.Tables;
using Karkhana.Policy;
using Karkhana.Scenarios;

namespace Karkhana.Cli.Output;

/// <summary>The levers in the order of what a gain costs, by id where the study may have no order, in one line each that fits the
/// terminal.</summary>
internal static class LeverTable
{
    private const int LeastName = 16;
    private const int MostName = 48;
    private const int Wide = 100;

    private static readonly string[] Upper = ["", "", "", "", "0.1 SD", "", "Beats", "Beats next"];
    private static readonly string[] Headings = ["", "Lever", "Cost", "95 % interval", "in", "Firms", "nothing", "in cost"];

    public static void Write(TextWriter writer, PolicyStudyResult result)
    {
        PolicySimulationResult simulation = result.Simulation;
        // On a narrow terminal the last column stays in the report.
        int columns = WrappedText.Width < Wide ? Headings.Length - 1 : Headings.Length;
        string[][] rows = [Upper, Headings, .. simulation.Shown.Select(ranked => Cells(result, ranked))];
        int[] widths = [.. Enumerable.Range(0, columns).Select(column => rows.Max(row => row[column].Length))];
        int taken = widths.Sum() - widths[1] + (2 * (columns - 1));
        widths[1] = Math.Clamp(WrappedText.Width - taken, Math.Min(widths[1], LeastName), Math.Min(widths[1], MostName));
        foreach (string[] row in rows)
        {
            string name = row[1].Length <= widths[1] ? row[1] : row[1][..(widths[1] - 1)].TrimEnd() + "…";
            writer.WriteLine(string.Join("  ", Enumerable.Range(0, columns).Select(
                column => column == 1 ? name.PadRight(widths[1]) : row[column].PadLeft(widths[column]))).TrimEnd());
        }
    }

    private static string[] Cells(PolicyStudyResult result, RankedPolicy ranked)
    {
        PolicyEffect effect = ranked.Effect;
        CostPerGain cost = effect.CostPerGain;
        return
        [
            Place(result.Simulation, ranked),
            result.Simulation.NameOf(effect.Scenario),
            CompactNumber.Of(cost.Estimate),
            cost.State switch
            {
                CostPerGainState.Defined when double.IsNaN(cost.Low) || double.IsNaN(cost.High) => "without bounds",
                CostPerGainState.Defined => $"{CompactNumber.Of(cost.Low)} to {CompactNumber.Of(cost.High)}",
                _ => Words.Spaced(cost.State),
            },
            string.Create(CultureInfo.InvariantCulture, $"{100 * result.ShareReachingStep(effect.Scenario):0} %"),
            effect.FirmsReached.ToString("0.#", CultureInfo.InvariantCulture),
            Share(effect.BetterThanNothing),
            $"{Share(effect.BetterThanNextCheapest)} {effect.NextCheapest}",
        ];
    }

    // Below the minimum there are no places.
    private static string Place(PolicySimulationResult simulation, RankedPolicy ranked)
    {
        bool isTold = ranked.IsSettled || double.IsNaN(ranked.MarginToNext) || ranked.Effect.CostPerGain.State == CostPerGainState.NobodyReached;
        return simulation.BelowMinimum is not null ? "" : ranked.Rank.ToString(CultureInfo.InvariantCulture) + (isTold ? " " : "≈");
    }

    private static string Share(ShareOfRuns share) => string.Create(CultureInfo.InvariantCulture, $"{share.Count}/{share.Runs}");
}

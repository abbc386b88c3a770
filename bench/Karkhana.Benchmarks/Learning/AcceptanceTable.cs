using System.Globalization;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;

namespace Karkhana.Benchmarks.Learning;

/// <summary>Writes what came of SYNTHETIC clusters as Markdown.</summary>
internal static class AcceptanceTable
{
    public static void Print(AcceptanceOptions options, ReplicateRows rows, TimeSpan took)
    {
        Acceptance[] all = [.. Enumerable.Range(0, rows.Count).Select(row => Acceptance.Of(rows.Row(row)))];
        Write($"### {SyntheticCluster.Label}: effects {options.Effects}, errors {options.Errors}, {options.Draws} draws, {all.Length} seeds from {SyntheticCluster.DefaultSeed}, {took.TotalSeconds:F0} s");
        Console.WriteLine();
        Console.WriteLine("| point | what | share of seeds |");
        Console.WriteLine("|---|---|---|");
        Line("1", "differential item flagged by the rule", all.Select(one => one.DifferentialFlagged));
        Line("1", "differential item flagged or suspected", all.Select(one => one.DifferentialNamed));
        Line("2", "naive gap larger than augmented weighting", all.Select(one => one.NaiveGap > one.Augmented ? 1.0 : 0));
        Line("2", "the same on true capability", all.Select(one => one.TrueNaiveGap > one.AugmentedOnTruth ? 1.0 : 0));
        Line("3", "at least 80 % of signs, one advantage at a time, others held by their mean (the pipeline)", all.Select(one => one.ShareRecovered >= 0.8 ? 1.0 : 0));
        Line("3", "at least 80 % of signs, one advantage at a time, others not held", all.Select(one => one.ShareAlone >= 0.8 ? 1.0 : 0));
        Line("3", "at least 80 % of signs, advantages together", all.Select(one => one.ShareTogether >= 0.8 ? 1.0 : 0));
        Line("4", "EE05 not reported", all.Select(one => one.NullReported == 0 ? 1.0 : 0));
        Line("5", "sorting marked", all.Select(one => one.SortingMarked));
        Console.WriteLine();
        Console.WriteLine("| mean over seeds | value |");
        Console.WriteLine("|---|---|");
        Line("capability items named that work alike (of 19)", all.Select(one => one.FalselyNamed));
        Line("naive gap of scores, SD", all.Select(one => one.NaiveGap));
        Line("augmented weighting of scores, SD", all.Select(one => one.Augmented));
        Line("true difference for the clustered, SD", all.Select(one => one.TrueDifference));
        Line("naive gap of true capability, SD", all.Select(one => one.TrueNaiveGap));
        Line("augmented weighting of true capability, SD", all.Select(one => one.AugmentedOnTruth));
        Line("its 95 % interval holds the true difference", all.Select(one => one.Covered));
        Line("estimates on EE05 reported", all.Select(one => one.NullReported));
        Line("estimates on advantages reported", all.Select(one => one.Reported));
        Line("hypotheses planted true and supported (H3, H9, H12, H14)", all.Select(one => one.Supported));
        Console.WriteLine();
        Console.WriteLine("| signs recovered | planted | others held by their mean | others not held | together | together, from true values |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (PlantedKind kind in Enum.GetValues<PlantedKind>())
        {
            int k = (int)kind;
            double planted = all.Sum(one => one.Planted[k]);
            Write($"| {kind} | {planted / all.Length:F0} | {all.Sum(one => one.Recovered[k]) / planted:P0} | {all.Sum(one => one.RecoveredAlone[k]) / planted:P0} | {all.Sum(one => one.RecoveredTogether[k]) / planted:P0} | {all.Sum(one => one.RecoveredFromTruth[k]) / planted:P0} |");
        }

        double every = all.Sum(one => one.Planted.Sum());
        Write($"| all | {every / all.Length:F0} | {all.Sum(one => one.Recovered.Sum()) / every:P0} | {all.Sum(one => one.RecoveredAlone.Sum()) / every:P0} | {all.Sum(one => one.RecoveredTogether.Sum()) / every:P0} | {all.Sum(one => one.RecoveredFromTruth.Sum()) / every:P0} |");
        Console.WriteLine();
    }

    private static void Line(string point, string what, IEnumerable<double> passed)
    {
        double[] known = [.. passed.Where(value => !double.IsNaN(value))];
        Write($"| {point} | {what} | {Sums.Mean(known):P1} of {known.Length} |");
    }

    private static void Line(string what, IEnumerable<double> values)
    {
        double[] known = [.. values.Where(value => !double.IsNaN(value))];
        Write($"| {what} | {Sums.Mean(known):F3} (SD {Math.Sqrt(Sums.Variance(known)):F3}) |");
    }

    private static void Write(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}

using System.Globalization;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using MathNet.Numerics.Distributions;

namespace Karkhana.Benchmarks.Learning;

/// <summary>Writes what came of SYNTHETIC clusters as Markdown.</summary>
internal static class AcceptanceTable
{
    private const double Demanded = 0.8;
    private const int Slopes = 4;

    public static void Print(AcceptanceOptions options, ReplicateRows rows, TimeSpan took)
    {
        Acceptance[] all = [.. Enumerable.Range(0, rows.Count).Select(row => Acceptance.Of(rows.Row(row)))];
        Write($"### {SyntheticCluster.Label}: effects {options.Effects}, errors {options.Errors}, {options.Draws} draws, {all.Length} seeds from {SyntheticCluster.DefaultSeed}, {took.TotalSeconds:F0} s");
        Console.WriteLine();
        Points(all);
        Detections(all);
        Means(all);
        Paths(all);
        Cells(all);
    }

    private static void Points(Acceptance[] all)
    {
        Console.WriteLine("| point | what | share of seeds (95 % interval) |");
        Console.WriteLine("|---|---|---|");
        Line("1", "differential item: p below 0.01 (2.7)", all.Select(one => one.Differential.ByTest));
        Line("1", "differential item: p below 0.01 after Benjamini and Hochberg (A.2)", all.Select(one => one.Differential.ByAdjustedTest));
        Line("1", "differential item: the same and a gain of R² of 0.035 (the rule that flags)", all.Select(one => one.Differential.ByRule));
        Line("2", "naive gap larger than augmented weighting", all.Select(one => one.NaiveGap > one.Augmented ? 1.0 : 0));
        Line("2", "the same on true capability", all.Select(one => one.TrueNaiveGap > one.AugmentedOnTruth ? 1.0 : 0));
        Line("3", "paths between constructs: at least 80 % of signs", all.Select(one => one.ShareOfPaths >= Demanded ? 1.0 : 0));
        Line("3", "b of M1, effort on single advantages: at least 80 %, others held by their mean (the pipeline)", Share(all, one => one.Recovered, PlantedKind.Effort));
        Line("3", "all cells of single advantages: at least 80 %, others held by their mean (the pipeline)", Share(all, one => one.Recovered));
        Line("3", "the same, others not held", Share(all, one => one.RecoveredAlone));
        Line("3", "the same, advantages together", Share(all, one => one.RecoveredTogether));
        Line("4", "EE05 not reported", all.Select(one => one.NullReported == 0 ? 1.0 : 0));
        Line("5", "sorting marked", all.Select(one => one.SortingMarked));
        Console.WriteLine();
    }

    private static IEnumerable<double> Share(Acceptance[] all, Func<Acceptance, double[]> right, PlantedKind? kind = null) => all.Select(one =>
        (kind is { } k ? right(one)[(int)k] / one.Planted[(int)k] : right(one).Sum() / one.Planted.Sum()) >= Demanded ? 1.0 : 0);

    private static void Detections(Acceptance[] all)
    {
        Console.WriteLine("| differential item by its slope | seeds | p below 0.01 | adjusted | rule | p below 0.01, true capability known | adjusted | rule |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        for (int part = 0; part <= Slopes; part++)
        {
            (double low, double high) = part == Slopes ? (0.9, 2.2) : (0.9 + (1.3 * part / Slopes), 0.9 + (1.3 * (part + 1) / Slopes));
            Acceptance[] own = [.. all.Where(one => one.DifferentialSlope >= low && one.DifferentialSlope < high)];
            string Found(Func<Acceptance, double> found) => own.Length == 0 ? "" : Percent(own.Average(found));
            Write($"| {low:F2} to {high:F2} | {own.Length} | {Found(one => one.Differential.ByTest)} | {Found(one => one.Differential.ByAdjustedTest)} | {Found(one => one.Differential.ByRule)} | {Found(one => one.DifferentialFromTruth.ByTest)} | {Found(one => one.DifferentialFromTruth.ByAdjustedTest)} | {Found(one => one.DifferentialFromTruth.ByRule)} |");
        }

        Console.WriteLine();
    }

    private static void Means(Acceptance[] all)
    {
        Console.WriteLine("| mean over seeds | value |");
        Console.WriteLine("|---|---|");
        Line("capability items flagged or suspected that work alike (of 19)", all.Select(one => one.FalselyNamed));
        Line("naive gap of scores, SD", all.Select(one => one.NaiveGap));
        Line("augmented weighting of scores, SD", all.Select(one => one.Augmented));
        Line("true difference for the clustered, SD", all.Select(one => one.TrueDifference));
        Line("naive gap of true capability, SD", all.Select(one => one.TrueNaiveGap));
        Line("augmented weighting of true capability, SD", all.Select(one => one.AugmentedOnTruth));
        Line("its 95 % interval holds the true difference", all.Select(one => one.Covered));
        Line("share of the signs of paths between constructs that are right", all.Select(one => one.ShareOfPaths));
        Line("estimates on EE05 reported", all.Select(one => one.NullReported));
        Line("estimates on advantages reported", all.Select(one => one.Reported));
        Line("hypotheses planted true and supported (H3, H9, H12, H14)", all.Select(one => one.Supported));
        Console.WriteLine();
    }

    private static void Paths(Acceptance[] all)
    {
        Console.WriteLine("| path between constructs | planted | from | right sign | clear and right | clear and wrong | from true values: right | clear and right |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        for (int i = 0; i < ConstructPaths.All.Count; i++)
        {
            ConstructPath path = ConstructPaths.All[i];
            Path(
                $"{path.Outcome} ← {path.Term} | {(path.Sign > 0 ? "+" : "−")} | {path.Section}",
                [.. all.Select(one => one.Paths[i])], [.. all.Select(one => one.PathsFromTruth[i])]);
        }

        Path(
            FormattableString.Invariant($"all | {ConstructPaths.All.Count(path => path.Sign > 0)} +, {ConstructPaths.All.Count(path => path.Sign < 0)} − | "),
            [.. all.SelectMany(one => one.Paths)], [.. all.SelectMany(one => one.PathsFromTruth)]);
        Console.WriteLine();
    }

    private static void Path(string path, double[] found, double[] fromTruth)
    {
        string Clear(double[] values, int sign) => Counted(values, value => Acceptance.IsClear(value) && Math.Sign(value) == sign);
        Write($"| {path} | {Counted(found, Acceptance.IsRight)} | {Clear(found, 1)} | {Clear(found, -1)} | {Counted(fromTruth, Acceptance.IsRight)} | {Clear(fromTruth, 1)} |");
    }

    private static void Cells(Acceptance[] all)
    {
        Console.WriteLine("| cells of single advantages, right sign | planted | others held by their mean | others not held | together | together, from true values | together, mean slope over the seeds | saying + of each |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (PlantedKind kind in Enum.GetValues<PlantedKind>())
        {
            Cells(kind.ToString(), all, counts => counts[(int)kind]);
        }

        Cells("all", all, counts => counts.Sum());
        Console.WriteLine();
    }

    private static void Cells(string name, Acceptance[] all, Func<double[], double> of)
    {
        double planted = all.Sum(one => of(one.Planted));
        string Right(Func<Acceptance, double[]> counts) => Percent(all.Sum(one => of(counts(one))) / planted);
        Write($"| {name} | {planted / all.Length:F0} | {Right(one => one.Recovered)} | {Right(one => one.RecoveredAlone)} | {Right(one => one.RecoveredTogether)} | {Right(one => one.RecoveredFromTruth)} | {OfMeans(all, of)} | {Right(one => one.AllPositive)} |");
    }

    // The cells stand kind by kind, in the order in which they are counted.
    private static string OfMeans(Acceptance[] all, Func<double[], double> of)
    {
        double[] planted = all[0].Planted;
        double[] right = new double[planted.Length];
        int cell = 0;
        for (int kind = 0; kind < planted.Length; kind++)
        {
            for (int end = cell + (int)planted[kind]; cell < end; cell++)
            {
                double[] slopes = [.. all.Select(one => one.CellSlopes[cell]).Where(slope => !double.IsNaN(slope))];
                right[kind] += slopes.Length > 0 && Sums.Mean(slopes) > 0 ? 1 : 0;
            }
        }

        return Percent(of(right) / of(planted));
    }

    private static string Counted(double[] values, Func<double, bool> counts) => Percent(values.Count(counts) / (double)values.Length);

    private static string Percent(double share) => share.ToString("P0", CultureInfo.InvariantCulture);

    private static void Line(string point, string what, IEnumerable<double> passed)
    {
        double[] known = [.. passed.Where(value => !double.IsNaN(value))];
        (double low, double high) = Interval(Sums.Sum(known), known.Length);
        Write($"| {point} | {what} | {Sums.Mean(known):P1} of {known.Length} ({low:P1} to {high:P1}) |");
    }

    private static void Line(string what, IEnumerable<double> values)
    {
        double[] known = [.. values.Where(value => !double.IsNaN(value))];
        Write($"| {what} | {Sums.Mean(known):F3} (SD {Math.Sqrt(Sums.Variance(known)):F3}) |");
    }

    // Clopper and Pearson 1934: exact.
    private static (double Low, double High) Interval(double count, double all) => (
        count == 0 ? 0 : Beta.InvCDF(count, all - count + 1, 0.025), count == all ? 1 : Beta.InvCDF(count + 1, all - count, 0.975));

    private static void Write(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}

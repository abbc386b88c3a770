using static Karkhana.Simulation.TraceStatistics;

namespace Karkhana.Simulation;

/// <summary>SF6, SF13 and SF15: shocks, exit and the sizes of firms.</summary>
internal static class MarketFacts
{
    private const int Soon = 8; // quarters after the shock
    private const int Year = 4;

    public static IReadOnlyList<FactDefinition> All { get; } =
    [
        new("SF6", "Cooperation rises after a quality shock", "contributors to joint action in the 8 quarters after SC2, less those when nothing changes", FactCriterion.Positive, runs => Contributors(runs, 0)),
        new("SF6", "Vertical ties rise more than horizontal ones", "the same difference of used ties between stages less that of used ties within a stage", FactCriterion.Positive, runs =>
            Used(runs, quarter => quarter.Vertical) - Used(runs, quarter => quarter.Horizontal)) { Lacks = FactDefinition.OneStage },
        new("SF6", "Then it declines", "that difference of contributors in quarters 37 to 44 less that in the first 8", FactCriterion.Negative, runs =>
            Contributors(runs, StylisedFactsOptions.LeastHorizon - Soon) - Contributors(runs, 0)),
        new("SF13", "A collapse of demand ends small producers more often", "share of firms below the median of workers that left during SC1, less that of the others", FactCriterion.Positive, runs => ExitDifference(runs.World("SC1"))),
        new("SF13", "More than it would without the collapse", "that difference less that of a boom of the same size that lasts", FactCriterion.Positive, runs =>
            ExitDifference(runs.World("SC1")) - ExitDifference(runs.Happening("lasting boom", new DemandPath { Collapse = 1 }))),
        new("SF15", "Sizes are skewed to the right", "skewness of workers at the end", FactCriterion.Positive, runs => Core.Kernels.Moments.Skewness([.. runs.Base.End.Slots().Select(slot => runs.Base.End.Workers[slot])])),
        new("SF15", "Growth is near Gibrat's law", "slope of ln workers on those a year before", FactCriterion.Within(0.95, 1.05, "mean from 0.95 to 1.05"), runs => Slope([.. Pairs(runs.Base)])),
        new("SF15", "Small firms grow more unevenly", "standard deviation of yearly growth below the median of workers less that above", FactCriterion.Positive, Volatility,
            "shocks to growth have one spread for firms of all sizes"),
    ];

    private static double Contributors(FactRuns runs, int first) =>
        runs.World("SC2").Quarters.Skip(first).Take(Soon).Sum(quarter => quarter.Contributors)
        - (double)runs.Base.Quarters.Skip(first).Take(Soon).Sum(quarter => quarter.Contributors);

    private static double Used(FactRuns runs, Func<QuarterTrace, int> ties) =>
        runs.World("SC2").Quarters.Take(Soon).Sum(ties) - (double)runs.Base.Quarters.Take(Soon).Sum(ties);

    private static double ExitDifference(RunTrace run)
    {
        int[] slots = [.. run.Start.Slots()];
        double median = Median(slots.Select(slot => run.Start.Workers[slot]));
        double Left(bool small) => Mean(slots.Where(slot => run.Start.Workers[slot] < median == small).Select(slot => run.End.Alive[slot] ? 0.0 : 1));
        return Left(small: true) - Left(small: false);
    }

    private static IEnumerable<(double Now, double Before)> Pairs(RunTrace run)
    {
        QuarterTrace before = run.Quarters[^(Year + 1)];
        return before.Slots(slot => run.End.Alive[slot]).Select(slot => (Math.Log(run.End.Workers[slot]), Math.Log(before.Workers[slot])));
    }

    private static double Volatility(FactRuns runs)
    {
        (double Now, double Before)[] pairs = [.. Pairs(runs.Base)];
        double median = Median(pairs.Select(pair => pair.Before));
        double Spread(bool small) => Math.Sqrt(Core.Kernels.Sums.Variance(
            [.. pairs.Where(pair => pair.Before < median == small).Select(pair => pair.Now - pair.Before)]));
        return Spread(small: true) - Spread(small: false);
    }
}

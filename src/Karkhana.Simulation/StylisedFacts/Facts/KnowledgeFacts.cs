using Karkhana.Core.Policies;
using static Karkhana.Simulation.TraceStatistics;

namespace Karkhana.Simulation;

/// <summary>SF3 to SF5, SF10, SF14 and SF16: who learns from whom.</summary>
internal static class KnowledgeFacts
{
    private const double Rewired = 0.1;
    private const int Growing = 20; // quarters over which capability grows

    public static IReadOnlyList<FactDefinition> All { get; } =
    [
        new("SF3", "Knowledge passes in a core of firms with high absorptive capacity", "share of exchanges at the quarter of firms with most absorptive capacity, less a quarter", FactCriterion.Positive, CoreShare),
        new("SF3", "Many firms are peripheral", "share of firms with fewer than half of the mean exchanges", FactCriterion.Within(1 / 3.0, 1, "mean at least a third"), Peripheral),
        new("SF4", "Gatekeepers are advanced firms", "capability of firms with links outside and more exchanges than the median, less that of the others", FactCriterion.Positive, Gatekeepers) { Lacks = FactDefinition.NoLinkOutside },
        new("SF4", "Gatekeepers persist", "", FactCriterion.Positive, null,
            "the model begins and ends no link to the outside by itself, so that those who have one keep it by construction"),
        new("SF5", "Mean capability is highest on small-world ties", "mean capability on a ring with a tenth of ties rewired, less the higher of lattice and chance", FactCriterion.Positive, SmallWorld),
        new("SF10", "Firms with better partners grow more in capability", "slope of a firm's gain in capability over 20 quarters on the mean capability of its partners, its own held fixed", FactCriterion.Positive, PeerSlope),
        new("SF14", "Keeping to local ties goes with less learning", "mean capability at the end when ties close (SC7), less that when nothing changes", FactCriterion.Negative, runs => runs.World("SC7").End.MeanOf(one => one.Capability) - Mean(runs)) { Lacks = FactDefinition.NoLinkOutside },
        new("SF14", "Ties to outside sources help", "mean capability at the end with a link outside for every firm, less that when nothing changes", FactCriterion.Positive, runs =>
            runs.Policy("links outside", DoseTarget.OutsideInflow, runs.Parameters.OutsideRate, DoseScale.Level).End.MeanOf(one => one.Capability) - Mean(runs),
            "that inflow from outside adds capability is built in; that it does not crowd out what firms do themselves is not"),
        new("SF16", "Firms that adopt nothing live beside firms that do", "share of firms without effort that have a partner with effort, at the end", FactCriterion.Within(0.05, 1, "mean at least 5 %"), BesideAdopters),
    ];

    private static double Mean(FactRuns runs) => runs.Base.End.MeanOf(one => one.Capability);

    private static double[] Exchanges(RunTrace run)
    {
        double[] sums = new double[run.Start.Firms];
        foreach (QuarterTrace quarter in run.Quarters)
        {
            for (int slot = 0; slot < sums.Length; slot++)
            {
                sums[slot] += quarter.Exchanges[slot];
            }
        }

        return sums;
    }

    private static double CoreShare(FactRuns runs)
    {
        RunTrace run = runs.Base;
        double[] exchanges = Exchanges(run);
        int[] byCapacity = [.. run.Start.Slots().OrderByDescending(slot => run.AbsorptiveCapacity[slot]).ThenBy(slot => slot)];
        int core = byCapacity.Length / 4;
        double all = byCapacity.Sum(slot => exchanges[slot]);
        return core == 0 || all == 0 ? double.NaN : (byCapacity.Take(core).Sum(slot => exchanges[slot]) / all) - ((double)core / byCapacity.Length);
    }

    private static double Peripheral(FactRuns runs)
    {
        double[] exchanges = Exchanges(runs.Base);
        int[] slots = [.. runs.Base.Start.Slots()];
        double mean = TraceStatistics.Mean(slots.Select(slot => exchanges[slot]));
        return mean == 0 ? double.NaN : slots.Count(slot => exchanges[slot] < mean / 2) / (double)slots.Length;
    }

    private static double Gatekeepers(FactRuns runs)
    {
        RunTrace run = runs.Base;
        double[] exchanges = Exchanges(run);
        double median = Median(run.Start.Slots().Select(slot => exchanges[slot]));
        bool Is(int slot) => slot < run.Outside.Length && run.Outside[slot] > 0 && exchanges[slot] > median;
        double[] capability = run.End.Capability;
        return TraceStatistics.Mean(run.End.Slots(slot => slot < run.Start.Firms && Is(slot)).Select(slot => capability[slot]))
            - TraceStatistics.Mean(run.End.Slots(slot => slot < run.Start.Firms && !Is(slot)).Select(slot => capability[slot]));
    }

    private static double SmallWorld(FactRuns runs)
    {
        double At(double rewired) => runs.Ring(rewired).End.MeanOf(one => one.Capability);
        return At(Rewired) - Math.Max(At(0), At(1));
    }

    private static double PeerSlope(FactRuns runs)
    {
        RunTrace run = runs.Base;
        QuarterTrace later = run.Quarters[Growing - 1];
        return PartialSlope([.. run.Start.Slots(slot => later.Alive[slot] && run.Partners[slot].Any(partner => run.Start.Alive[partner])).Select(slot => (
            later.Capability[slot] - run.Start.Capability[slot],
            TraceStatistics.Mean(run.Partners[slot].Where(partner => run.Start.Alive[partner]).Select(partner => run.Start.Capability[partner])),
            run.Start.Capability[slot]))]);
    }

    private static double BesideAdopters(FactRuns runs)
    {
        QuarterTrace end = runs.Base.End;
        int[] known = [.. end.Slots(slot => slot < runs.Base.Partners.Length)];
        return known.Length == 0 ? double.NaN : known.Count(slot =>
            end.Effort[slot] == 0 && runs.Base.Partners[slot].Any(partner => end.Alive[partner] && end.Effort[partner] > 0)) / (double)known.Length;
    }
}

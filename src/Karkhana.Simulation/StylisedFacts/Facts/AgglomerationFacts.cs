using static Karkhana.Simulation.TraceStatistics;

namespace Karkhana.Simulation;

/// <summary>SF1, SF2, SF7 and SF8: what being in a cluster goes with.</summary>
internal static class AgglomerationFacts
{
    private const double SmallBelow = 10; // workers, the size class of micro firms
    private const int Later = 20; // quarters over which growth is taken
    private const int Young = 12; // quarters over which start-ups are followed

    public static IReadOnlyList<FactDefinition> All { get; } =
    [
        new("SF1", "Clustered firms produce at lower cost than dispersed ones", "ln unit cost, dispersed less clustered, at the end", FactCriterion.Positive, runs => CostAdvantage(runs.Base.End, _ => true)),
        new("SF1", "The advantage is strongest for the smallest firms", "that difference below 10 workers less that from 10 on", FactCriterion.Positive,
            runs => CostAdvantage(runs.Base.End, workers => workers < SmallBelow) - CostAdvantage(runs.Base.End, workers => workers >= SmallBelow)),
        new("SF2", "The advantage is mainly passive", "capability gap between clustered and dispersed lost without passive inflow, less that lost without partners", FactCriterion.Positive, PassiveShare) { Lacks = FactDefinition.NoTies },
        new("SF2", "Without upgrading the cluster grows", "change of ln workers in the cluster when no firm makes an effort", FactCriterion.Positive, runs => Growth(Idle(runs))),
        new("SF2", "Without upgrading it does not develop", "change of mean capability in the cluster when no firm makes an effort", FactCriterion.Negative, runs =>
            Clustered(Idle(runs).End) - Clustered(Idle(runs).Start)),
        new("SF7", "Local employment of the own sector goes with growth", "slope of a firm's ln growth over 20 quarters on ln(1 + workers of its product nearby), others held fixed", FactCriterion.Positive, runs => LocalSlope(runs, own: true)) { Lacks = FactDefinition.OneProduct },
        new("SF7", "That of other sectors does not", "the same slope on workers of other products nearby", FactCriterion.Within(double.NegativeInfinity, 0.005, "mean at most 0.005 (half a percent per unit of ln workers)"), runs => LocalSlope(runs, own: false)) { Lacks = FactDefinition.OneProduct },
        new("SF8", "Clusters have more entry", "entrants per firm and quarter, clustered less dispersed", FactCriterion.Positive, EntryDifference,
            "with κ1 below 1 the hazard of entry rises less than in proportion to employment, so that entry per firm falls with the size of a place"),
        new("SF8", "Start-ups in clusters survive more often", "share of entrants alive after 12 quarters, clustered less dispersed", FactCriterion.Positive, runs =>
            StartUpSurvival(runs.Base, clustered: true) - StartUpSurvival(runs.Base, clustered: false)),
    ];

    private static double CostAdvantage(QuarterTrace end, Func<double, bool> size)
    {
        double Cost(bool clustered) => Mean(end.Slots(slot => end.Clustered[slot] == clustered && end.UnitCost[slot] > 0 && size(end.Workers[slot]))
            .Select(slot => Math.Log(end.UnitCost[slot])));
        return Cost(clustered: false) - Cost(clustered: true);
    }

    // Where no knowledge passed between partners there is nothing that could be lost without them.
    private static double PassiveShare(FactRuns runs) => runs.Base.Quarters.Sum(quarter => quarter.Interactive) == 0
        ? double.NaN
        : runs.With("no partners", parameters => parameters with { InteractiveRate = 0 }).End.Gap()
            - runs.With("no passive inflow", parameters => parameters with { PassiveRate = 0 }).End.Gap();

    private static RunTrace Idle(FactRuns runs) => runs.With("no effort", parameters => parameters with { BaseEffectiveness = 0 });

    private static double Growth(RunTrace run) => Math.Log(Workers(run.End)) - Math.Log(Workers(run.Start));

    private static double Workers(QuarterTrace quarter) => quarter.Slots(slot => quarter.Clustered[slot]).Sum(slot => quarter.Workers[slot]);

    private static double Clustered(QuarterTrace quarter) => quarter.MeanOf(one => one.Capability, slot => quarter.Clustered[slot]);

    private static double LocalSlope(FactRuns runs, bool own)
    {
        RunTrace run = runs.Base;
        QuarterTrace later = run.Quarters[Later - 1];
        return PartialSlope([.. run.Start.Slots(slot => later.Alive[slot]).Select(slot =>
        {
            (double ofOwn, double ofOther) = (Math.Log(1 + run.LocalWorkers[slot].Own), Math.Log(1 + run.LocalWorkers[slot].Other));
            double growth = Math.Log(later.Workers[slot] / run.Start.Workers[slot]);
            return own ? (growth, ofOwn, ofOther) : (growth, ofOther, ofOwn);
        })]);
    }

    private static double EntryDifference(FactRuns runs)
    {
        RunTrace run = runs.Base;
        double Rate(bool clustered)
        {
            double firms = run.Quarters.Sum(quarter => quarter.Slots(slot => quarter.Clustered[slot] == clustered).Count());
            return Entrants(run, clustered).Count() / firms;
        }

        return Rate(clustered: true) - Rate(clustered: false);
    }

    private static IEnumerable<int> Entrants(RunTrace run, bool clustered) =>
        Enumerable.Range(run.Start.Firms, run.End.Firms - run.Start.Firms).Where(slot => run.End.Clustered[slot] == clustered);

    private static double StartUpSurvival(RunTrace run, bool clustered) => Mean(Entrants(run, clustered)
        .Select(slot => (Slot: slot, Quarter: run.End.EnteredAt[slot] - run.FirstStep + Young))
        .Where(entrant => entrant.Quarter < run.Quarters.Count)
        .Select(entrant => run.Quarters[entrant.Quarter].Alive[entrant.Slot] ? 1.0 : 0));
}

using Karkhana.Core.Policies;

namespace Karkhana.Simulation;

/// <summary>SF9, SF11 and SF12: what is known of programmes.</summary>
internal static class PolicyFacts
{
    private const int Soon = 4;
    private const int Medium = 20;
    private const double Barrier = 0.5;

    public static IReadOnlyList<FactDefinition> All { get; } =
    [
        new("SF9", "A profitable innovation spreads more slowly when workers bear its cost", "mean capability at the end with a barrier of workers of 0.5 on ln effectiveness, less that without", FactCriterion.Negative, runs =>
            runs.Policy("barrier of workers", DoseTarget.AdoptionBarrier, Barrier, DoseScale.Level).End.MeanOf(one => one.Capability)
            - runs.Base.End.MeanOf(one => one.Capability), "that the barrier lowers effectiveness is built in; how far learning falls is not"),
        new("SF11", "Group support is as good as individual support at a third of the cost", "", FactCriterion.Positive, null,
            "what a policy does to mechanisms and what it costs are given in the policy file, so that the model can't find the ratio"),
        new("SF12", "A programme pays in the medium run", "mean profit in quarters 21 to 40 with effectiveness raised by 0.18 on the logarithm, less that when nothing changes", FactCriterion.Positive, runs => Profit(runs, Medium, 2 * Medium)),
        new("SF12", "Less, or nothing, in the short run", "that difference less the same in the first 4 quarters", FactCriterion.Positive, runs =>
            Profit(runs, Medium, 2 * Medium) - Profit(runs, 0, Soon)),
    ];

    private static double Profit(FactRuns runs, int first, int end)
    {
        double Mean(RunTrace run) => TraceStatistics.Mean(run.Quarters.Take(end).Skip(first).Select(quarter => quarter.MeanOf(one => one.Profit)));
        return Mean(runs.Policy("effectiveness", DoseTarget.Effectiveness, 0.18, DoseScale.Log)) - Mean(runs.Base);
    }
}

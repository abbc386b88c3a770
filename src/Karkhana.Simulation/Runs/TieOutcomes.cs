using Karkhana.Core.Policies;

namespace Karkhana.Simulation;

/// <summary>The network at the end of a run.</summary>
internal static class TieOutcomes
{
    public static IReadOnlyList<string> Names { get; } =
    [
        OutcomeNames.TiesPerFirm, OutcomeNames.OutsideLinksPerFirm, OutcomeNames.TrustMean, OutcomeNames.ShareWithoutTies,
    ];

    public static void Write(ClusterRun run, Span<double> row)
    {
        TieColumns ties = run.Ties;
        (int inner, int outside, double trust, int alone) = (0, 0, 0, 0);
        for (int tie = 0; tie < ties.Count; tie++)
        {
            bool leads = ties.From[tie] == ties.To[tie];
            (inner, outside) = (inner + (leads ? 0 : 1), outside + (leads ? 1 : 0));
            trust += leads ? 0 : ties.Trust[tie];
        }

        for (int slot = 0; slot < run.Firms.Count; slot++)
        {
            alone += run.Firms.Alive[slot] && ties.First[slot] == ties.First[slot + 1] ? 1 : 0;
        }

        double firms = run.Firms.AliveCount;
        (row[0], row[1], row[2], row[3]) = (2 * inner / firms, outside / firms, trust / inner, alone / firms);
    }
}

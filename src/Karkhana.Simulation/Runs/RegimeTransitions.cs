using Karkhana.Core.Exchange;
using Karkhana.Core.Policies;
using Karkhana.Core.Tables;

namespace Karkhana.Simulation;

/// <summary>Of the firms in each regime at the end of the burn-in, the share in each at the end, or gone.</summary>
internal static class RegimeTransitions
{
    private static readonly LearningRegime[] Regimes = Enum.GetValues<LearningRegime>();

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Regimes.SelectMany(from => Regimes.Select(to => Words.Of(to)).Append(OutcomeNames.Left).Select(
            to => OutcomeNames.Of(OutcomeNames.RegimeTransition, Words.Of(from), to))),
    ];

    public static void Write(ClusterRun run, OutcomeStart start, Span<double> row)
    {
        int width = Regimes.Length + 1;
        double[] firms = new double[Regimes.Length];
        row[..Names.Count].Clear();
        foreach (int slot in start.Alive)
        {
            int from = (int)start.Regimes[slot];
            int to = run.Firms.Alive[slot] ? (int)run.Firms.Regime[slot] : Regimes.Length;
            firms[from]++;
            row[(from * width) + to]++;
        }

        for (int position = 0; position < Names.Count; position++)
        {
            row[position] /= firms[position / width]; // NaN where no firm began in the regime
        }
    }
}

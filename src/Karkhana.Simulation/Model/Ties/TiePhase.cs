namespace Karkhana.Simulation;

/// <summary>Phase 11: ties grow stronger or weaker, end and begin (framework 5.3).</summary>
/// <remarks>
/// A tie along which knowledge passed or a joint action succeeded in this quarter gains trust, one of advice without either loses some; ties of
/// firms that left end. New ties begin between firms that met: through a third firm, in a running joint action, or as neighbours.
/// </remarks>
internal sealed class TiePhase : ITickPhase
{
    /// <inheritdoc/>
    public void Apply(ClusterRun run)
    {
        TieColumns ties = run.Ties;
        for (int tie = 0; tie < ties.Count; tie++)
        {
            (int from, int to) = (ties.From[tie], ties.To[tie]);
            if (!run.Firms.Alive[from] || !run.Firms.Alive[to])
            {
                ties.Remove(tie);
                continue;
            }

            if (run.Firms.EnteredAt[from] == run.Step || run.Firms.EnteredAt[to] == run.Step)
            {
                continue;
            }

            ties.Age[tie]++;
            ties.TrustNext[tie] = TieStrength.Next(run.Parameters, ties.Kind[tie], ties.TrustNext[tie], ties.LastUsed[tie] == run.Step);
            if (!TieStrength.Lasts(run.Parameters, ties.Kind[tie], ties.TrustNext[tie]))
            {
                ties.Remove(tie);
            }
        }

        NewTies.Begin(run);
    }
}

using Karkhana.Core.Randomness;

namespace Karkhana.Simulation;

/// <summary>Knowledge that skilled workers carry to a neighbour, and what the firm that they leave loses (framework 5.6).</summary>
/// <remarks>
/// Moves of a firm in a quarter are Poisson with mean μ × skilled workers, at most 16. A mover goes to a neighbour with
/// probability proportional to wage × proximity; the wage grows with capability, 1 + K̄. The firm that is joined gains γ ζ of each lead, the firm
/// that is left loses ζ_loss of capability in each function. Without neighbours no one moves.
/// </remarks>
internal static class WorkerMoves
{
    private const int Most = 16;

    /// <summary>Adds gains and losses to what comes to each firm.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The sum over firms of the mean over functions: gains less losses.</returns>
    public static double Apply(ClusterRun run)
    {
        FirmColumns firms = run.Firms;
        NeighbourRows rows = run.Neighbours;
        double gained = 0;
        for (int slot = 0; slot < rows.Count; slot++)
        {
            double mean = run.Mechanisms.Mobility[slot] * run.Parameters.SkilledShare * firms.Workers[slot];
            if (mean <= 0 || !firms.Alive[slot] || rows.First[slot] == rows.First[slot + 1])
            {
                continue;
            }

            int moves = PoissonQuantile.Of(mean, run.Draw.Uniform(RandomPurpose.WorkerMove, run.Step, firms.Agent[slot]), Most);
            for (int move = 1; move <= moves; move++)
            {
                double point = run.Draw.Uniform(RandomPurpose.WorkerMove, run.Step, firms.Agent[slot], move);
                int destination = Destination(run, slot, point);
                gained += destination < 0 ? 0 : Carry(run, slot, destination);
            }
        }

        return gained / firms.Functions;
    }

    private static int Destination(ClusterRun run, int slot, double uniform)
    {
        NeighbourRows rows = run.Neighbours;
        double sum = 0;
        for (int entry = rows.First[slot]; entry < rows.First[slot + 1]; entry++)
        {
            sum += Pull(run, entry);
        }

        double point = sum * uniform;
        int last = -1;
        for (int entry = rows.First[slot]; entry < rows.First[slot + 1]; entry++)
        {
            double pull = Pull(run, entry);
            if (pull > 0)
            {
                last = rows.Slot[entry];
                point -= pull;
                if (point < 0)
                {
                    return last;
                }
            }
        }

        return last;
    }

    private static double Pull(ClusterRun run, int entry)
    {
        int other = run.Neighbours.Slot[entry];
        return run.Firms.Alive[other] ? run.Neighbours.Weight[entry] * (1 + run.Firms.Average[other]) : 0;
    }

    private static double Carry(ClusterRun run, int left, int joined)
    {
        FirmColumns firms = run.Firms;
        double rate = run.Mechanisms.AbsorptiveCapacity[joined] * run.Parameters.KnowledgePerMove;
        double loss = run.Parameters.KnowledgeLostPerMove;
        (int one, int other) = (left * firms.Stride, joined * firms.Stride);
        double change = 0;
        for (int function = 0; function < firms.Functions; function++)
        {
            double gain = rate * Math.Max(0, firms.Capability[one + function] - firms.Capability[other + function]);
            firms.Inflow[other + function] += gain;
            firms.Inflow[one + function] -= loss;
            change += gain - loss;
        }

        return change;
    }
}

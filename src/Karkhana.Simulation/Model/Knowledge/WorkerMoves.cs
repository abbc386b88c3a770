using System.Buffers;
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
        double[] draws = Draws(firms, rows.Order);
        double[] pulls = [];
        double gained = 0;
        for (int slot = 0; slot < rows.Count; slot++)
        {
            double mean = run.Mechanisms.Mobility[slot] * run.Parameters.SkilledShare * firms.Workers[slot];
            if (mean <= 0 || !firms.Alive[slot] || rows.Places(slot).IsEmpty)
            {
                continue;
            }

            int moves = Poisson(mean, run.Draw.Uniform(RandomPurpose.WorkerMove, run.Step, firms.Agent[slot]));
            double sum = moves == 0 ? 0 : Pulls(rows, slot, draws, ref pulls);
            for (int move = 1; move <= moves; move++)
            {
                double point = sum * run.Draw.Uniform(RandomPurpose.WorkerMove, run.Step, firms.Agent[slot], move);
                int entry = Destination(pulls.AsSpan(0, rows.Places(slot).Length), point);
                gained += entry < 0 ? 0 : Carry(run, slot, rows.Order[rows.Places(slot)[entry]]);
            }
        }

        ArrayPool<double>.Shared.Return(draws);
        return gained / firms.Functions;
    }

    /// <summary>Inverts the Poisson distribution.</summary>
    /// <param name="mean">The mean.</param>
    /// <param name="uniform">A uniform number.</param>
    /// <returns>The count, at most 16.</returns>
    internal static int Poisson(double mean, double uniform)
    {
        if (uniform < 1 - mean - 1e-15) // below exp(−mean)
        {
            return 0;
        }

        double probability = Math.Exp(-mean);
        double below = probability;
        int count = 0;
        while (uniform > below && count < Most)
        {
            count++;
            probability *= mean / count;
            below += probability;
        }

        return count;
    }

    // Wages by place, so that those of neighbours lie together; no one goes to a firm that left.
    private static double[] Draws(FirmColumns firms, ReadOnlySpan<int> order)
    {
        double[] draws = ArrayPool<double>.Shared.Rent(order.Length);
        for (int place = 0; place < order.Length; place++)
        {
            draws[place] = firms.Alive[order[place]] ? 1 + firms.Average[order[place]] : 0;
        }

        return draws;
    }

    // Fills what draws a mover to each neighbour, and gives the sum.
    private static double Pulls(NeighbourRows rows, int slot, ReadOnlySpan<double> draws, ref double[] pulls)
    {
        ReadOnlySpan<int> near = rows.Places(slot);
        ReadOnlySpan<double> weight = rows.Weights(slot);
        if (pulls.Length < near.Length)
        {
            pulls = new double[2 * near.Length];
        }

        double sum = 0;
        for (int entry = 0; entry < near.Length; entry++)
        {
            double pull = weight[entry] * draws[near[entry]];
            pulls[entry] = pull;
            sum += pull;
        }

        return sum;
    }

    private static int Destination(ReadOnlySpan<double> pulls, double point)
    {
        int last = -1;
        for (int entry = 0; entry < pulls.Length; entry++)
        {
            if (pulls[entry] > 0)
            {
                last = entry;
                point -= pulls[entry];
                if (point < 0)
                {
                    return last;
                }
            }
        }

        return last;
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

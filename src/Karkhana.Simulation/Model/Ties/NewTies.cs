using Karkhana.Core.Randomness;

namespace Karkhana.Simulation;

/// <summary>Draws who begins a tie with whom.</summary>
/// <remarks>
/// Each firm may meet two others in a quarter: a partner of a partner (triadic closure), and a neighbour drawn by nearness. A
/// meeting becomes a tie with the probability of the parameter; neighbours who share a joint action as likely as partners of
/// a partner, others with the share of the parameter <see cref="TieParameters.NeighbourShare"/> of it. Pairs that have a tie and
/// firms that have many begin none. Who meets is drawn from ties and places at t, so the order of firms does not matter.
/// </remarks>
internal static class NewTies
{
    private const int Partner = 0, Third = 1, Closes = 2, Near = 3, Joins = 4;

    public static void Begin(ClusterRun run)
    {
        HashSet<(int From, int To)> pairs = [];
        for (int slot = 0; slot < run.Ties.Outside.Length; slot++) // firms that were there when the view of ties was built
        {
            if (run.Firms.Alive[slot] && Degree(run.Ties, slot) < run.Parameters.Ties.MostTies)
            {
                Add(run, slot, Closure(run, slot), pairs);
                Add(run, slot, Neighbour(run, slot), pairs);
            }
        }

        foreach ((int from, int to) in pairs.Order())
        {
            run.Ties.Add(from, to, ClusterTieKind.Knowledge, run.Parameters.Ties.TrustAtStart, run.Firms.DistanceBetween(from, to));
        }
    }

    private static void Add(ClusterRun run, int slot, int other, HashSet<(int From, int To)> pairs)
    {
        bool fits = other >= 0 && other != slot && other < run.Ties.Outside.Length && run.Firms.Alive[other]
            && Degree(run.Ties, other) < run.Parameters.Ties.MostTies && !Tied(run.Ties, slot, other);
        if (fits)
        {
            pairs.Add((Math.Min(slot, other), Math.Max(slot, other)));
        }
    }

    private static int Closure(ClusterRun run, int slot)
    {
        int degree = Degree(run.Ties, slot);
        if (degree == 0 || Draw(run, slot, Closes) >= run.Parameters.TieFormation)
        {
            return -1;
        }

        int partner = run.Ties.Partner[run.Ties.First[slot] + (int)(degree * Draw(run, slot, Partner))];
        return run.Ties.Partner[run.Ties.First[partner] + (int)(Degree(run.Ties, partner) * Draw(run, slot, Third))];
    }

    private static int Neighbour(ClusterRun run, int slot)
    {
        NeighbourRows near = run.Neighbours;
        double uniform = Draw(run, slot, Joins);
        if (slot >= near.Count || uniform >= run.Parameters.TieFormation)
        {
            return -1;
        }

        double left = Draw(run, slot, Near) * near.Total[slot];
        for (int entry = near.First[slot]; entry < near.First[slot + 1]; entry++)
        {
            left -= near.Weight[entry];
            if (left < 0)
            {
                int other = near.Slot[entry];
                bool together = run.Firms.GroupEnd[slot] > run.Step && run.Firms.GroupEnd[other] > run.Step;
                return together || uniform < run.Parameters.TieFormation * run.Parameters.Ties.NeighbourShare ? other : -1;
            }
        }

        return -1;
    }

    private static double Draw(ClusterRun run, int slot, int index) =>
        run.Draw.Uniform(RandomPurpose.TieChange, run.Step, run.Firms.Agent[slot], index);

    private static int Degree(TieColumns ties, int slot) => ties.First[slot + 1] - ties.First[slot];

    private static bool Tied(TieColumns ties, int slot, int other) =>
        ties.Partner[ties.First[slot]..ties.First[slot + 1]].Contains(other);
}

using Karkhana.Core.Randomness;

namespace Karkhana.Simulation;

/// <summary>Draws who begins a tie with whom.</summary>
/// <remarks>
/// Three ways to meet in a quarter: a partner of a partner (triadic closure), another who contributed to the same joint action,
/// and a neighbour drawn by nearness. A meeting becomes a tie with the probability of
/// <see cref="ClusterParameters.TieFormation"/>, among mere neighbours with the share <see cref="TieParameters.NeighbourShare"/> of
/// it. Pairs that have a tie and firms that have many begin none. Who meets is drawn from ties and places at t, so the order of
/// firms does not matter.
/// </remarks>
internal static class NewTies
{
    private const int Partner = 0, Third = 1, Closes = 2, Near = 3, Neighbours = 4, Member = 5, Together = 6;

    public static void Begin(ClusterRun run)
    {
        HashSet<(int From, int To)> pairs = [];
        for (int slot = 0; slot < run.Ties.Outside.Length; slot++) // firms that were there when the view of ties was built
        {
            if (run.Firms.Alive[slot])
            {
                Add(run, slot, Closure(run, slot), pairs);
                Add(run, slot, Neighbour(run, slot), pairs);
            }
        }

        for (int group = 0; group < run.Groups.Count; group++)
        {
            foreach (int slot in run.Groups.Members(group))
            {
                Add(run, slot, Contributor(run, slot, run.Groups.Members(group)), pairs);
            }
        }

        foreach ((int from, int to) in pairs.Order())
        {
            run.Ties.Add(from, to, ClusterTieKind.Knowledge, run.Parameters.Ties.TrustAtStart, run.Firms.DistanceBetween(from, to));
        }
    }

    private static void Add(ClusterRun run, int slot, int other, HashSet<(int From, int To)> pairs)
    {
        int most = run.Parameters.Ties.MostTies;
        bool fits = other >= 0 && other != slot && Math.Max(slot, other) < run.Ties.Outside.Length
            && run.Firms.Alive[slot] && run.Firms.Alive[other]
            && Partners(run.Ties, slot).Length < most && Partners(run.Ties, other).Length < most
            && !Partners(run.Ties, slot).Contains(other);
        if (fits)
        {
            pairs.Add((Math.Min(slot, other), Math.Max(slot, other)));
        }
    }

    private static int Closure(ClusterRun run, int slot)
    {
        ReadOnlySpan<int> partners = Partners(run.Ties, slot);
        if (partners.IsEmpty || Draw(run, slot, Closes) >= run.Parameters.TieFormation)
        {
            return -1;
        }

        return OneOf(Partners(run.Ties, OneOf(partners, Draw(run, slot, Partner))), Draw(run, slot, Third));
    }

    private static int Contributor(ClusterRun run, int slot, ReadOnlySpan<int> members) =>
        Draw(run, slot, Together) < run.Parameters.TieFormation ? OneOf(members, Draw(run, slot, Member)) : -1;

    private static int Neighbour(ClusterRun run, int slot)
    {
        NeighbourRows near = run.Neighbours;
        double chance = run.Parameters.TieFormation * run.Parameters.Ties.NeighbourShare;
        if (slot >= near.Count || Draw(run, slot, Neighbours) >= chance)
        {
            return -1;
        }

        double left = Draw(run, slot, Near) * near.Total[slot];
        ReadOnlySpan<double> weights = near.Weights(slot);
        for (int entry = 0; entry < weights.Length; entry++)
        {
            left -= weights[entry];
            if (left < 0)
            {
                return near.Order[near.Places(slot)[entry]];
            }
        }

        return -1;
    }

    private static int OneOf(ReadOnlySpan<int> slots, double uniform) => slots[(int)(slots.Length * uniform)];

    private static double Draw(ClusterRun run, int slot, int index) =>
        run.Draw.Uniform(RandomPurpose.TieChange, run.Step, run.Firms.Agent[slot], index);

    private static ReadOnlySpan<int> Partners(TieColumns ties, int slot) =>
        ties.Partner.AsSpan()[ties.First[slot]..ties.First[slot + 1]];
}

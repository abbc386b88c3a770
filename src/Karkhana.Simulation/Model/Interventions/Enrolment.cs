using Karkhana.Core.Policies;
using Karkhana.Core.Randomness;

namespace Karkhana.Simulation;

/// <summary>Who takes part in a policy, in which units and in which order, decided when it starts.</summary>
/// <remarks>
/// An eligible firm takes part with the probability of the logit on its facts. Units are served in a random order; of every
/// run of places the share that is captured goes first to the tenth of the eligible firms with most workers. A group is its first
/// firm with the nearest others that take part and are in no group yet. Draws are addressed by the policy's id and the firm's
/// number. Cost: n log n.
/// </remarks>
internal static class Enrolment
{
    /// <summary>Makes the units.</summary>
    /// <param name="run">The run at the policy's start.</param>
    /// <param name="policy">The policy.</param>
    /// <returns>The slots of each unit, in the order in which units are served, and how many firms may take part.</returns>
    public static (List<int[]> Units, int Eligible) Units(ClusterRun run, Intervention policy)
    {
        (List<int> queue, int eligible) = Queue(run, policy);
        return (Units(run, policy, queue), eligible);
    }

    private static List<int[]> Units(ClusterRun run, Intervention policy, List<int> queue) => policy.Delivery.Unit switch
    {
        DeliveryUnit.Group => NeighbourGroups.Of(run.Firms, queue, policy.Delivery.GroupSize),
        DeliveryUnit.Place => [.. queue.GroupBy(slot => run.Firms.Place[slot]).Select(place => place.Order().ToArray())],
        _ => [.. queue.Select(slot => new[] { slot })],
    };

    private static (List<int> Takers, int Eligible) Queue(ClusterRun run, Intervention policy)
    {
        FirmFactColumns facts = new(run);
        bool[] eligible = policy.Eligibility.Evaluate(facts.Of);
        int address = AddressOf(policy);
        double[] chance = Chances(policy.TakeUp, facts);
        List<int> chosen = [.. Enumerable.Range(0, facts.Slots.Length).Where(row => eligible[row]).Select(row => facts.Slots[row])];
        HashSet<int> largest = Largest(run.Firms, chosen);
        Dictionary<int, int> rowOf = [];
        for (int row = 0; row < facts.Slots.Length; row++)
        {
            rowOf.Add(facts.Slots[row], row);
        }

        List<int> takers =
        [
            .. chosen
                .Where(slot => run.Draw.Uniform(RandomPurpose.PolicyTakeUp, address, run.Firms.Agent[slot]) < chance[rowOf[slot]])
                .OrderBy(slot => run.Draw.Uniform(RandomPurpose.PolicyDelivery, address, run.Firms.Agent[slot])),
        ];
        return (policy.CaptureShare == 0 ? takers : Captured(takers, largest, policy.CaptureShare), chosen.Count);
    }

    /// <summary>Gives the step at which a policy's draws are addressed.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>From 0 below 2^24.</returns>
    public static int AddressOf(Intervention policy) => TextAddress.Of(policy.Id) & 0xFFFFFF;

    private static double[] Chances(TakeUp takeUp, FirmFactColumns facts)
    {
        double[] chance = new double[facts.Slots.Length];
        Array.Fill(chance, takeUp.Constant);
        foreach ((string fact, double slope) in takeUp.Slopes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            double[] values = facts.Of(fact);
            for (int row = 0; row < chance.Length; row++)
            {
                chance[row] += slope * values[row];
            }
        }

        for (int row = 0; row < chance.Length; row++)
        {
            chance[row] = 1 / (1 + Math.Exp(-chance[row]));
        }

        return chance;
    }

    private static HashSet<int> Largest(FirmColumns firms, List<int> chosen) =>
    [
        .. chosen.OrderByDescending(slot => firms.Workers[slot]).ThenBy(slot => slot).Take((chosen.Count + 9) / 10),
    ];

    private static List<int> Captured(List<int> takers, HashSet<int> largest, double share)
    {
        Queue<int> large = new(takers.Where(largest.Contains));
        Queue<int> others = new(takers.Where(slot => !largest.Contains(slot)));
        List<int> order = new(takers.Count);
        int taken = 0;
        while (order.Count < takers.Count)
        {
            bool captured = large.Count > 0 && (others.Count == 0 || taken + 1 <= share * (order.Count + 1));
            taken += captured ? 1 : 0;
            order.Add(captured ? large.Dequeue() : others.Dequeue());
        }

        return order;
    }
}

using Karkhana.Core.Inference;
using Karkhana.Core.Policies;

namespace Karkhana.Simulation;

/// <summary>A firm from outside that a policy brings: the one lever that adds capability (framework 4.2, P16).</summary>
/// <remarks>
/// It settles in the middle of the clustered place with most firms (of any place, if none is clustered), makes the product of most firms there, has
/// in each function the given quantile of capability, and buys from the nearest firms. Its number comes from the policy's id.
/// </remarks>
internal static class AnchorEntry
{
    private const int FirstNumber = 0x40000000; // beyond the numbers of a study's firms and of entrants
    private const double FirstTrust = 0.5;

    /// <summary>Gives the number of a firm that a policy brings.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="order">Which of those that it brings, from 0.</param>
    /// <returns>The number.</returns>
    public static int NumberOf(Intervention policy, int order) => FirstNumber + (Enrolment.AddressOf(policy) * 64) + (order % 64);

    /// <summary>Adds the firm.</summary>
    /// <param name="run">The run, in phase 1.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="anchor">The firm.</param>
    /// <param name="order">Which of those that the policy brings, from 0.</param>
    public static void Enter(ClusterRun run, Intervention policy, AnchorFirm anchor, int order)
    {
        FirmColumns firms = run.Firms;
        int[] alive = [.. Enumerable.Range(0, firms.Count).Where(slot => firms.Alive[slot])];
        if (alive.Length == 0)
        {
            return;
        }

        int place = alive.GroupBy(slot => firms.Place[slot])
            .OrderByDescending(group => group.Count(slot => firms.Clustered[slot])).ThenByDescending(group => group.Count())
            .ThenBy(group => group.Key).First().Key;
        (double x, double y) = run.Start.Centres.Of(place);
        int[] nearest =
        [
            .. alive.OrderBy(slot => Math.Pow(firms.X[slot] - x, 2) + Math.Pow(firms.Y[slot] - y, 2)).ThenBy(slot => slot),
        ];
        int anew = run.AddFirm();
        firms.Agent[anew] = NumberOf(policy, order);
        (firms.X[anew], firms.Y[anew], firms.Place[anew]) = (x, y, place);
        (firms.Clustered[anew], firms.Stage[anew]) = (firms.Clustered[nearest[0]], FirmStage.Assembler);
        firms.Product[anew] = alive.Where(slot => firms.Place[slot] == place).GroupBy(slot => firms.Product[slot])
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
        FillTraits(run, anew, nearest[0], anchor);
        FillCapability(run, anew, alive, anchor.CapabilityQuantile);
        foreach (int partner in nearest.Take(anchor.VerticalTies))
        {
            run.Ties.Add(anew, partner, ClusterTieKind.Supply, FirstTrust, firms.DistanceBetween(anew, partner));
        }

        run.Ties.Rebuild(firms.Count);
        ExposurePhase.Recompute(run);
    }

    private static void FillTraits(ClusterRun run, int slot, int like, AnchorFirm anchor)
    {
        FirmColumns firms = run.Firms;
        (firms.EnteredAt[slot], firms.ExposureSource[slot]) = (run.Step, firms.ExposureSource[like]);
        (firms.Workers[slot], firms.WorkersNext[slot]) = (anchor.Workers, anchor.Workers);
        double cash = run.Parameters.CashOf(anchor.Workers);
        (firms.Cash[slot], firms.CashNext[slot]) = (cash, cash);
        (firms.Margin[slot], firms.MarginNext[slot]) = (run.Parameters.BaseMargin, run.Parameters.BaseMargin);
        (firms.Education[slot], firms.IncentiveDeviation[slot]) = (1, 0);
        (run.Mechanisms.StartAbsorptiveCapacity[slot], run.Mechanisms.AbsorptiveCapacity[slot]) = (1, 1);
        run.Mechanisms.StartUptime[slot] = run.Mechanisms.StartUptime[like];
    }

    private static void FillCapability(ClusterRun run, int slot, int[] alive, double quantile)
    {
        FirmColumns firms = run.Firms;
        for (int function = 0; function < firms.Functions; function++)
        {
            double[] sorted = [.. alive.Select(other => firms.Capability[(other * firms.Stride) + function]).Order()];
            firms.Capability[(slot * firms.Stride) + function] = Quantiles.Type7(sorted, quantile);
        }
    }
}

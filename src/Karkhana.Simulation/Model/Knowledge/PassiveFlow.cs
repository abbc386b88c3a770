using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Karkhana.Simulation;

/// <summary>What drifts to a firm from its neighbours: s (κ0 + κ1 γ) Σ w max(0, K_j − K_i), w = exp(−d / r0) with row sums of 1.</summary>
/// <remarks>
/// With several functions four lie in a vector, and each sums over neighbours in the order of slots; one function is summed in
/// four lanes by entry. Both give the same bits with and without vector instructions. Cost: linear in neighbours.
/// </remarks>
internal static class PassiveFlow
{
    /// <summary>Adds the flow to what comes to each firm.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The sum over firms of the mean over functions.</returns>
    public static double Apply(ClusterRun run)
    {
        if (run.Parameters.PassiveRate == 0)
        {
            return 0;
        }

        FirmColumns firms = run.Firms;
        NeighbourRows rows = run.Neighbours;
        ReadOnlySpan<double> rate = run.Mechanisms.PassiveRate;
        double gained = 0;
        for (int slot = 0; slot < rows.Count; slot++)
        {
            (int first, int end) = (rows.First[slot], rows.First[slot + 1]);
            if (first == end || !firms.Alive[slot])
            {
                continue;
            }

            double share = rate[slot] / rows.Total[slot];
            ReadOnlySpan<int> near = rows.Slot.AsSpan(first, end - first);
            ReadOnlySpan<double> weight = rows.Weight.AsSpan(first, end - first);
            gained += firms.Stride == 1
                ? One(firms, slot, share, near, weight)
                : Several(firms, slot, share, near, weight) / firms.Functions;
        }

        return gained;
    }

    private static double One(
        FirmColumns firms, int slot, double share, ReadOnlySpan<int> near, ReadOnlySpan<double> weight)
    {
        ReadOnlySpan<double> capability = firms.Capability;
        double own = capability[slot];
        (double lane0, double lane1, double lane2, double lane3) = (0, 0, 0, 0);
        int entry = 0;
        for (; entry <= near.Length - 4; entry += 4)
        {
            lane0 += weight[entry] * Math.Max(0, capability[near[entry]] - own);
            lane1 += weight[entry + 1] * Math.Max(0, capability[near[entry + 1]] - own);
            lane2 += weight[entry + 2] * Math.Max(0, capability[near[entry + 2]] - own);
            lane3 += weight[entry + 3] * Math.Max(0, capability[near[entry + 3]] - own);
        }

        for (; entry < near.Length; entry++)
        {
            lane0 += weight[entry] * Math.Max(0, capability[near[entry]] - own);
        }

        double gain = share * (lane0 + lane1 + (lane2 + lane3));
        firms.Inflow[slot] += gain;
        return gain;
    }

    private static double Several(
        FirmColumns firms, int slot, double share, ReadOnlySpan<int> near, ReadOnlySpan<double> weight)
    {
        int stride = firms.Stride;
        ref double capability = ref MemoryMarshal.GetArrayDataReference(firms.Capability);
        Span<double> inflow = firms.Inflow.AsSpan(slot * stride, stride);
        double gained = 0;
        for (int function = 0; function < stride; function += 4)
        {
            Vector256<double> own = Vector256.LoadUnsafe(ref capability, (nuint)((slot * stride) + function));
            Vector256<double> sum = Vector256<double>.Zero;
            for (int entry = 0; entry < near.Length; entry++)
            {
                Vector256<double> other = Vector256.LoadUnsafe(ref capability, (nuint)((near[entry] * stride) + function));
                sum += Vector256.Create(weight[entry]) * Vector256.Max(other - own, Vector256<double>.Zero);
            }

            for (int lane = 0; lane < 4; lane++) // lanes beyond the functions hold zeros
            {
                double gain = share * sum[lane];
                inflow[function + lane] += gain;
                gained += gain;
            }
        }

        return gained;
    }
}

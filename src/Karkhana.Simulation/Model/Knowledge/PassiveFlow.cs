using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Karkhana.Simulation;

/// <summary>What drifts to a firm from its neighbours: s (κ0 + κ1 γ) Σ w max(0, K_j − K_i), w = exp(−d / r0) with row sums of 1.</summary>
/// <remarks>
/// With several functions four lie in a vector, and each sums over even and odd neighbours in the order of slots; one function is
/// summed in eight lanes by entry. Both give the same bits with and without vector instructions. Cost: linear in neighbours.
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
        Vector256<double> own = Vector256.Create(capability[slot]);
        Vector256<double> even = Vector256<double>.Zero;
        Vector256<double> odd = Vector256<double>.Zero;
        int entry = 0;
        for (; entry <= near.Length - 8; entry += 8)
        {
            even += Vector256.Create(weight.Slice(entry, 4)) * Lead(Four(capability, near.Slice(entry, 4)), own);
            odd += Vector256.Create(weight.Slice(entry + 4, 4)) * Lead(Four(capability, near.Slice(entry + 4, 4)), own);
        }

        even += odd;
        double sum = even[0] + even[1] + (even[2] + even[3]);
        for (; entry < near.Length; entry++)
        {
            sum += weight[entry] * Math.Max(0, capability[near[entry]] - capability[slot]);
        }

        double gain = share * sum;
        firms.Inflow[slot] += gain;
        return gain;
    }

    private static double Several(
        FirmColumns firms, int slot, double share, ReadOnlySpan<int> near, ReadOnlySpan<double> weight)
    {
        int stride = firms.Stride;
        Span<double> inflow = firms.Inflow.AsSpan(slot * stride, stride);
        double gained = 0;
        int function = 0;
        for (; function <= stride - 8; function += 8)
        {
            (Vector256<double> low, Vector256<double> high) = Eight(firms, (slot * stride) + function, function, near, weight);
            gained = Enter(share * low, inflow[function..], gained);
            gained = Enter(share * high, inflow[(function + 4)..], gained);
        }

        if (function < stride)
        {
            gained = Enter(share * Four(firms, (slot * stride) + function, function, near, weight), inflow[function..], gained);
        }

        return gained;
    }

    // Lanes beyond the functions hold zeros.
    private static double Enter(Vector256<double> gains, Span<double> inflow, double gained)
    {
        for (int lane = 0; lane < 4; lane++)
        {
            inflow[lane] += gains[lane];
            gained += gains[lane];
        }

        return gained;
    }

    // Even and odd neighbours have sums of their own, so that one need not wait for the other.
    private static Vector256<double> Four(
        FirmColumns firms, int position, int function, ReadOnlySpan<int> near, ReadOnlySpan<double> weight)
    {
        int stride = firms.Stride;
        ref double capability = ref MemoryMarshal.GetArrayDataReference(firms.Capability);
        Vector256<double> own = Vector256.LoadUnsafe(ref capability, (nuint)position);
        (Vector256<double> even, Vector256<double> odd) = (Vector256<double>.Zero, Vector256<double>.Zero);
        int entry = 0;
        for (; entry <= near.Length - 2; entry += 2)
        {
            even += weight[entry] * Lead(Vector256.LoadUnsafe(ref capability, (nuint)((near[entry] * stride) + function)), own);
            odd += weight[entry + 1] * Lead(Vector256.LoadUnsafe(ref capability, (nuint)((near[entry + 1] * stride) + function)), own);
        }

        if (entry < near.Length)
        {
            even += weight[entry] * Lead(Vector256.LoadUnsafe(ref capability, (nuint)((near[entry] * stride) + function)), own);
        }

        return even + odd;
    }

    private static (Vector256<double> Low, Vector256<double> High) Eight(
        FirmColumns firms, int position, int function, ReadOnlySpan<int> near, ReadOnlySpan<double> weight)
    {
        int stride = firms.Stride;
        ref double capability = ref MemoryMarshal.GetArrayDataReference(firms.Capability);
        Vector256<double> ownLow = Vector256.LoadUnsafe(ref capability, (nuint)position);
        Vector256<double> ownHigh = Vector256.LoadUnsafe(ref capability, (nuint)position + 4);
        (Vector256<double> evenLow, Vector256<double> evenHigh) = (Vector256<double>.Zero, Vector256<double>.Zero);
        (Vector256<double> oddLow, Vector256<double> oddHigh) = (Vector256<double>.Zero, Vector256<double>.Zero);
        int entry = 0;
        for (; entry <= near.Length - 2; entry += 2)
        {
            nuint even = (nuint)((near[entry] * stride) + function);
            nuint odd = (nuint)((near[entry + 1] * stride) + function);
            evenLow += weight[entry] * Lead(Vector256.LoadUnsafe(ref capability, even), ownLow);
            evenHigh += weight[entry] * Lead(Vector256.LoadUnsafe(ref capability, even + 4), ownHigh);
            oddLow += weight[entry + 1] * Lead(Vector256.LoadUnsafe(ref capability, odd), ownLow);
            oddHigh += weight[entry + 1] * Lead(Vector256.LoadUnsafe(ref capability, odd + 4), ownHigh);
        }

        if (entry < near.Length)
        {
            nuint last = (nuint)((near[entry] * stride) + function);
            evenLow += weight[entry] * Lead(Vector256.LoadUnsafe(ref capability, last), ownLow);
            evenHigh += weight[entry] * Lead(Vector256.LoadUnsafe(ref capability, last + 4), ownHigh);
        }

        return (evenLow + oddLow, evenHigh + oddHigh);
    }

    // max(0, other − own); none of the two is ever NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Lead(Vector256<double> other, Vector256<double> own)
    {
        Vector256<double> lead = other - own;
        return lead & Vector256.GreaterThan(lead, Vector256<double>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Four(ReadOnlySpan<double> capability, ReadOnlySpan<int> slots) =>
        Vector256.Create(capability[slots[0]], capability[slots[1]], capability[slots[2]], capability[slots[3]]);
}

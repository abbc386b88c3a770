using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Karkhana.Simulation;

/// <summary>What drifts to a firm from its neighbours: s (κ0 + κ1 γ) Σ w max(0, K_j − K_i), w = exp(−d / r0) with row sums of 1.</summary>
/// <remarks>
/// Each of several functions sums over even and over odd neighbours in the order of slots, so that one sum need not wait for the
/// other; functions lie side by side in vectors of four or eight. One function is summed in eight lanes by entry. All give the
/// same bits with and without vector instructions. Cost: linear in neighbours.
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
        ReadOnlySpan<double> capability = firms.Capability.AsSpan(0, firms.Count * firms.Stride);
        bool wide = firms.Stride == CapabilityLines.Width;
        capability = wide ? run.CapabilityLines.Fill(capability) : capability;
        double gained = 0;
        for (int slot = 0; slot < rows.Count; slot++)
        {
            ReadOnlySpan<int> near = rows.Slots(slot);
            if (near.IsEmpty || !firms.Alive[slot])
            {
                continue;
            }

            double share = rate[slot] / rows.Total[slot];
            ReadOnlySpan<double> weight = rows.Weights(slot);
            Span<double> inflow = firms.Inflow.AsSpan(slot * firms.Stride, firms.Stride);
            gained += firms.Stride == 1 ? One(capability, slot, share, inflow, near, weight)
                : wide ? Wide(capability, slot, share, inflow, near, weight) / firms.Functions
                : Several(capability, slot, share, inflow, near, weight) / firms.Functions;
        }

        return gained;
    }

    private static double One(
        ReadOnlySpan<double> capability, int slot, double share, Span<double> inflow, ReadOnlySpan<int> near, ReadOnlySpan<double> weight)
    {
        ref double first = ref MemoryMarshal.GetReference(capability);
        ref int slots = ref MemoryMarshal.GetReference(near);
        ref double weights = ref MemoryMarshal.GetReference(weight);
        Vector256<double> own = Vector256.Create(capability[slot]);
        Vector256<double> even = Vector256<double>.Zero;
        Vector256<double> odd = Vector256<double>.Zero;
        int entry = 0;
        for (; entry <= near.Length - 8; entry += 8)
        {
            even += Vector256.LoadUnsafe(ref weights, (nuint)entry) * Lead(Four(ref first, ref slots, entry), own);
            odd += Vector256.LoadUnsafe(ref weights, (nuint)entry + 4) * Lead(Four(ref first, ref slots, entry + 4), own);
        }

        even += odd;
        double sum = even[0] + even[1] + (even[2] + even[3]);
        for (; entry < near.Length; entry++)
        {
            sum += weight[entry] * Math.Max(0, capability[near[entry]] - capability[slot]);
        }

        double gain = share * sum;
        inflow[0] += gain;
        return gain;
    }

    private static double Wide(
        ReadOnlySpan<double> capability, int slot, double share, Span<double> inflow, ReadOnlySpan<int> near, ReadOnlySpan<double> weight)
    {
        ref double first = ref MemoryMarshal.GetReference(capability);
        ref int slots = ref MemoryMarshal.GetReference(near);
        ref double weights = ref MemoryMarshal.GetReference(weight);
        Vector512<double> own = Vector512.LoadUnsafe(ref first, (nuint)slot * CapabilityLines.Width);
        (Vector512<double> even, Vector512<double> odd) = (Vector512<double>.Zero, Vector512<double>.Zero);
        int entry = 0;
        for (; entry <= near.Length - 2; entry += 2)
        {
            even += Unsafe.Add(ref weights, entry) * Lead(Of(ref first, Unsafe.Add(ref slots, entry)), own);
            odd += Unsafe.Add(ref weights, entry + 1) * Lead(Of(ref first, Unsafe.Add(ref slots, entry + 1)), own);
        }

        if (entry < near.Length)
        {
            even += weight[entry] * Lead(Of(ref first, near[entry]), own);
        }

        Vector512<double> gains = share * (even + odd);
        return Enter(gains.GetUpper(), inflow[4..], Enter(gains.GetLower(), inflow, 0));
    }

    private static double Several(
        ReadOnlySpan<double> capability, int slot, double share, Span<double> inflow, ReadOnlySpan<int> near, ReadOnlySpan<double> weight)
    {
        double gained = 0;
        for (int function = 0; function < inflow.Length; function += 4)
        {
            gained = Enter(share * Four(capability[function..], slot, inflow.Length, near, weight), inflow[function..], gained);
        }

        return gained;
    }

    private static Vector256<double> Four(
        ReadOnlySpan<double> capability, int slot, int stride, ReadOnlySpan<int> near, ReadOnlySpan<double> weight)
    {
        ref double first = ref MemoryMarshal.GetReference(capability);
        Vector256<double> own = Vector256.LoadUnsafe(ref first, (nuint)(slot * stride));
        (Vector256<double> even, Vector256<double> odd) = (Vector256<double>.Zero, Vector256<double>.Zero);
        int entry = 0;
        for (; entry <= near.Length - 2; entry += 2)
        {
            even += weight[entry] * Lead(Vector256.LoadUnsafe(ref first, (nuint)(near[entry] * stride)), own);
            odd += weight[entry + 1] * Lead(Vector256.LoadUnsafe(ref first, (nuint)(near[entry + 1] * stride)), own);
        }

        if (entry < near.Length)
        {
            even += weight[entry] * Lead(Vector256.LoadUnsafe(ref first, (nuint)(near[entry] * stride)), own);
        }

        return even + odd;
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

    // max(0, other − own); none of the two is ever NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Lead(Vector256<double> other, Vector256<double> own)
    {
        Vector256<double> lead = other - own;
        return lead & Vector256.GreaterThan(lead, Vector256<double>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Lead(Vector512<double> other, Vector512<double> own) =>
        Vector512.MaxNative(other - own, Vector512<double>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Of(ref double first, int slot) =>
        Vector512.LoadUnsafe(ref first, (nuint)slot * CapabilityLines.Width);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Four(ref double first, ref int slots, int entry) => Vector256.Create(
        Unsafe.Add(ref first, Unsafe.Add(ref slots, entry)), Unsafe.Add(ref first, Unsafe.Add(ref slots, entry + 1)),
        Unsafe.Add(ref first, Unsafe.Add(ref slots, entry + 2)), Unsafe.Add(ref first, Unsafe.Add(ref slots, entry + 3)));
}

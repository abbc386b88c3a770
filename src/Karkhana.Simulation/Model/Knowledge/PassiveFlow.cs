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
    private const int Wide = 8; // numbers of a firm that fill a vector

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
        ReadOnlySpan<int> order = rows.Order;
        ReadOnlySpan<double> capability = run.CapabilityLines.Fill(firms, order);
        Span<double> gain = firms.PassiveGain.AsSpan(0, order.Length);
        for (int place = 0; place < order.Length; place++)
        {
            int slot = order[place];
            ReadOnlySpan<int> near = rows.Places(slot);
            if (near.IsEmpty || !firms.Alive[slot])
            {
                gain[slot] = 0;
                continue;
            }

            double share = rate[slot] / rows.Total[slot];
            ReadOnlySpan<double> weight = rows.Weights(slot);
            Span<double> inflow = firms.Inflow.AsSpan(slot * firms.Stride, firms.Stride);
            gain[slot] = firms.Stride switch
            {
                1 => One(capability, place, share, inflow, near, weight),
                Wide => Eight(capability, place, share, inflow, near, weight) / firms.Functions,
                _ => Several(capability, place, share, inflow, near, weight) / firms.Functions,
            };
        }

        double gained = 0;
        foreach (double one in gain) // in the order of slots, whatever the order of visits
        {
            gained += one;
        }

        return gained;
    }

    private static double One(
        ReadOnlySpan<double> capability, int place, double share, Span<double> inflow, ReadOnlySpan<int> near, ReadOnlySpan<double> weight)
    {
        ref double first = ref MemoryMarshal.GetReference(capability);
        ref int places = ref MemoryMarshal.GetReference(near);
        ref double weights = ref MemoryMarshal.GetReference(weight);
        Vector256<double> own = Vector256.Create(capability[place]);
        Vector256<double> even = Vector256<double>.Zero;
        Vector256<double> odd = Vector256<double>.Zero;
        int entry = 0;
        for (; entry <= near.Length - 8; entry += 8)
        {
            even += Vector256.LoadUnsafe(ref weights, (nuint)entry) * Lead(Four(ref first, ref places, entry), own);
            odd += Vector256.LoadUnsafe(ref weights, (nuint)entry + 4) * Lead(Four(ref first, ref places, entry + 4), own);
        }

        even += odd;
        double sum = even[0] + even[1] + (even[2] + even[3]);
        for (; entry < near.Length; entry++)
        {
            sum += weight[entry] * Math.Max(0, capability[near[entry]] - capability[place]);
        }

        double gain = share * sum;
        inflow[0] += gain;
        return gain;
    }

    private static double Eight(
        ReadOnlySpan<double> capability, int place, double share, Span<double> inflow, ReadOnlySpan<int> near, ReadOnlySpan<double> weight)
    {
        ref double first = ref MemoryMarshal.GetReference(capability);
        ref int places = ref MemoryMarshal.GetReference(near);
        ref double weights = ref MemoryMarshal.GetReference(weight);
        Vector512<double> own = Vector512.LoadUnsafe(ref first, (nuint)place * Wide);
        (Vector512<double> even, Vector512<double> odd) = (Vector512<double>.Zero, Vector512<double>.Zero);
        int entry = 0;
        for (; entry <= near.Length - 2; entry += 2)
        {
            even += Unsafe.Add(ref weights, entry) * Lead(Of(ref first, Unsafe.Add(ref places, entry)), own);
            odd += Unsafe.Add(ref weights, entry + 1) * Lead(Of(ref first, Unsafe.Add(ref places, entry + 1)), own);
        }

        if (entry < near.Length)
        {
            even += weight[entry] * Lead(Of(ref first, near[entry]), own);
        }

        Vector512<double> gains = share * (even + odd);
        return Enter(gains.GetUpper(), inflow[4..], Enter(gains.GetLower(), inflow, 0));
    }

    private static double Several(
        ReadOnlySpan<double> capability, int place, double share, Span<double> inflow, ReadOnlySpan<int> near, ReadOnlySpan<double> weight)
    {
        double gained = 0;
        for (int function = 0; function < inflow.Length; function += 4)
        {
            gained = Enter(share * Four(capability[function..], place, inflow.Length, near, weight), inflow[function..], gained);
        }

        return gained;
    }

    private static Vector256<double> Four(
        ReadOnlySpan<double> capability, int place, int stride, ReadOnlySpan<int> near, ReadOnlySpan<double> weight)
    {
        ref double first = ref MemoryMarshal.GetReference(capability);
        Vector256<double> own = Vector256.LoadUnsafe(ref first, (nuint)(place * stride));
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
    private static Vector512<double> Of(ref double first, int place) =>
        Vector512.LoadUnsafe(ref first, (nuint)place * Wide);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Four(ref double first, ref int places, int entry) => Vector256.Create(
        Unsafe.Add(ref first, Unsafe.Add(ref places, entry)), Unsafe.Add(ref first, Unsafe.Add(ref places, entry + 1)),
        Unsafe.Add(ref first, Unsafe.Add(ref places, entry + 2)), Unsafe.Add(ref first, Unsafe.Add(ref places, entry + 3)));
}

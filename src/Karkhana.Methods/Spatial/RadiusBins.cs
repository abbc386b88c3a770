using System.Runtime.CompilerServices;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Spatial;

/// <summary>Finds the first radius that reaches a distance, in constant time.</summary>
/// <remarks>
/// A table over equal steps of distance gives the radius to begin with; comparing the distance itself with the radii
/// from
/// there on makes the answer exact: a distance equal to a radius counts as within it.
/// </remarks>
internal sealed class RadiusBins
{
    private const int StepsPerRadius = 16;

    private readonly double[] _radii;
    private readonly int[] _first;
    private readonly double _stepsPerUnit;

    public RadiusBins(IReadOnlyList<double> radii)
        : this(radii, radius => radius)
    {
    }

    private RadiusBins(IReadOnlyList<double> radii, Func<double, double> key)
    {
        SquaredRadii.Check(radii);
        Order = [.. Enumerable.Range(0, radii.Count).OrderBy(k => radii[k])];
        _radii = [.. Order.Select(k => key(radii[k])), double.PositiveInfinity];
        Greatest = _radii[^2];
        int steps = radii.Count * StepsPerRadius;
        _stepsPerUnit = Greatest > 0 ? steps / Greatest : 0;
        _first = new int[steps + 2];
        for (int step = 1, bin = 0; step < _first.Length; step++)
        {
            // One step back, so that rounding in the product can never begin behind the right radius.
            while (_radii[bin] < (step - 1) / _stepsPerUnit)
            {
                bin++;
            }

            _first[step] = Math.Min(bin, Count);
        }
    }

    /// <summary>Makes bins that take squared distances and give the same answers as for their roots.</summary>
    public static RadiusBins OfSquared(IReadOnlyList<double> radii) => new(radii, SquaredRadii.LimitOf);

    /// <summary>Gets the positions of the given radii in ascending order.</summary>
    public int[] Order { get; }

    /// <summary>Gets the number of radii.</summary>
    public int Count => _radii.Length - 1;

    /// <summary>Gets the greatest radius.</summary>
    public double Greatest { get; }

    /// <summary>Gives the ascending position of the first radius that is at least
    /// <paramref name="distance"/>.</summary>
    /// <param name="distance">A distance of at most the greatest radius.</param>
    /// <returns>The position.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Of(double distance) => Bin(distance, _radii, _first, _stepsPerUnit);

    /// <summary>Counts distances by bin.</summary>
    /// <param name="distances">The distances, at most the greatest radius.</param>
    /// <param name="times">How often each counts.</param>
    /// <param name="counts">The counts to add to.</param>
    public void Tally(ReadOnlySpan<double> distances, int times, long[] counts)
    {
        (double[] radii, int[] first, double stepsPerUnit) = (_radii, _first, _stepsPerUnit);
        foreach (double distance in distances)
        {
            counts[Bin(distance, radii, first, stepsPerUnit)] += times;
        }
    }

    /// <summary>Adds weights by the bin of their distance.</summary>
    /// <param name="distances">The distances, at most the greatest radius.</param>
    /// <param name="weights">The weights, as many.</param>
    /// <param name="sums">The sums to add to.</param>
    public void Tally(ReadOnlySpan<double> distances, ReadOnlySpan<double> weights, double[] sums)
    {
        (double[] radii, int[] first, double stepsPerUnit) = (_radii, _first, _stepsPerUnit);
        for (int k = 0; k < distances.Length && k < weights.Length; k++)
        {
            sums[Bin(distances[k], radii, first, stepsPerUnit)] += weights[k];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Bin(double distance, double[] radii, int[] first, double stepsPerUnit)
    {
        int bin = first[(int)(distance * stepsPerUnit)];
        while (distance > radii[bin])
        {
            bin++;
        }

        return bin;
    }
}

using Karkhana.Core.Errors;

namespace Karkhana.Core.Kernels;

/// <summary>Radii as limits of squared distances, so that no root is needed to tell who is near.</summary>
/// <remarks>
/// The limit of a radius is the greatest number whose root is not above it; as the root is rounded correctly and rises
/// with its argument, comparing a squared distance with the limit answers exactly as comparing its root with the
/// radius: a distance equal to a radius counts as within it.
/// </remarks>
public sealed class SquaredRadii
{
    private readonly double[] _limits;

    /// <summary>Initialises the limits of radii in any order.</summary>
    /// <param name="radii">At least one radius, each finite and zero or greater.</param>
    public SquaredRadii(IReadOnlyList<double> radii)
    {
        Check(radii);
        Order = [.. Enumerable.Range(0, radii.Count).OrderBy(k => radii[k])];
        _limits = [.. Order.Select(k => LimitOf(radii[k]))];
        Greatest = radii[Order[^1]];
    }

    /// <summary>Gets the positions of the given radii in ascending order.</summary>
    public IReadOnlyList<int> Order { get; }

    /// <summary>Gets the number of radii.</summary>
    public int Count => _limits.Length;

    /// <summary>Gets the greatest radius.</summary>
    public double Greatest { get; }

    /// <summary>Gets the limits of the squared distances, ascending.</summary>
    public ReadOnlySpan<double> Limits => _limits;

    /// <summary>Refuses an empty list and radii that are negative or not finite.</summary>
    /// <param name="radii">The radii.</param>
    /// <exception cref="ArgumentException">They are.</exception>
    public static void Check(IReadOnlyList<double> radii)
    {
        Require.Finite(radii, "Distances");
        Require.That(radii.All(radius => radius >= 0), "Distances", "must be zero or greater");
    }

    /// <summary>Gives the greatest number whose root is at most the radius.</summary>
    /// <param name="radius">The radius, finite and zero or greater.</param>
    /// <returns>The limit.</returns>
    public static double LimitOf(double radius)
    {
        double limit = radius * radius;
        while (Math.Sqrt(limit) > radius)
        {
            limit = Math.BitDecrement(limit);
        }

        while (Math.Sqrt(Math.BitIncrement(limit)) <= radius)
        {
            limit = Math.BitIncrement(limit);
        }

        return limit;
    }
}

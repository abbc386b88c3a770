using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>The points of one type of a pattern, in file order: what density clustering reads.</summary>
/// <param name="X">The eastings.</param>
/// <param name="Y">The northings.</param>
internal readonly record struct PlainPoints(double[] X, double[] Y)
{
    /// <summary>Gets the number of points.</summary>
    public int Count => X.Length;

    /// <summary>Checks the pattern and takes the points of a type, or all.</summary>
    public static PlainPoints Of(PointPattern points, string? reference)
    {
        ArgumentNullException.ThrowIfNull(points);
        points.Check();
        if (reference is null)
        {
            return new PlainPoints(points.X, points.Y);
        }

        bool[] flags = points.Are(reference);
        int[] kept = [.. Enumerable.Range(0, flags.Length).Where(i => flags[i])];
        Require.That(kept.Length > 0, nameof(reference), $"must be the type of a point; {reference} was not");
        return new PlainPoints([.. kept.Select(i => points.X[i])], [.. kept.Select(i => points.Y[i])]);
    }
}

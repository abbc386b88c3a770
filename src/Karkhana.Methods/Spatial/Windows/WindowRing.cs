namespace Karkhana.Methods.Spatial;

/// <summary>One closed line of a window's border; the last vertex is joined to the first.</summary>
/// <param name="X">The eastings of the vertices: anticlockwise for an outer ring, clockwise for a hole.</param>
/// <param name="Y">The northings, as many.</param>
public sealed record WindowRing(double[] X, double[] Y)
{
    /// <summary>Gets the area with its sign: positive anticlockwise, negative clockwise.</summary>
    public double SignedArea
    {
        get
        {
            double twice = 0;
            for (int i = 1; i + 1 < X.Length; i++)
            {
                twice += ((X[i] - X[0]) * (Y[i + 1] - Y[0])) - ((X[i + 1] - X[0]) * (Y[i] - Y[0]));
            }

            return twice / 2;
        }
    }

    /// <summary>Gives the ring without vertices that repeat the one before, the closing one among them.</summary>
    internal WindowRing WithoutRepeats()
    {
        List<int> kept = [];
        for (int i = 0; i < X.Length; i++)
        {
            if (kept.Count == 0 || X[i] != X[kept[^1]] || Y[i] != Y[kept[^1]])
            {
                kept.Add(i);
            }
        }

        if (kept.Count > 1 && X[kept[^1]] == X[kept[0]] && Y[kept[^1]] == Y[kept[0]])
        {
            kept.RemoveAt(kept.Count - 1);
        }

        return new WindowRing([.. kept.Select(i => X[i])], [.. kept.Select(i => Y[i])]);
    }
}

namespace Karkhana.Methods.Spatial;

/// <summary>Moments of join counts when the colours are shuffled over the units.</summary>
internal sealed class JoinMoments(double n, WeightsConstants weights, int[] counts)
{
    private readonly double _s0 = weights.S0;
    private readonly double _two = 2 * weights.S1;
    private readonly double _three = weights.S2 - (2 * weights.S1);
    private readonly double _four = (weights.S0 * weights.S0) + weights.S1 - weights.S2;

    public GlobalMoments Same(int colour)
    {
        double m = counts[colour];
        double square = ((_two / 2 * Falling(m, 2) / Falling(n, 2)) + (_three * Falling(m, 3) / Falling(n, 3)) + (_four * Falling(m, 4) / Falling(n, 4))) / 4;
        return GlobalMoments.FromSquare(_s0 * Falling(m, 2) / Falling(n, 2) / 2, square);
    }

    public GlobalMoments Different(int first, int second)
    {
        (double r, double s) = (counts[first], counts[second]);
        double square = ((_two * r * s / Falling(n, 2)) + (_three * r * s * (r + s - 2) / Falling(n, 3))
            + (4 * _four * Falling(r, 2) * Falling(s, 2) / Falling(n, 4))) / 4;
        return GlobalMoments.FromSquare(_s0 * r * s / Falling(n, 2), square);
    }

    public GlobalMoments Total()
    {
        (double two, double three, double four, double squares) = (0, 0, 0, 0);
        foreach (double m in counts)
        {
            two += Falling(m, 2);
            three += Falling(m, 3);
            four += Falling(m, 4);
            squares += Falling(m, 2) * Falling(m, 2);
        }

        four += (two * two) - squares; // over ordered pairs of different colours
        double same = _s0 * two / Falling(n, 2) / 2;
        double square = ((_two / 2 * two / Falling(n, 2)) + (_three * three / Falling(n, 3)) + (_four * four / Falling(n, 4))) / 4;
        GlobalMoments ofSame = GlobalMoments.FromSquare(same, square);
        return new GlobalMoments((_s0 / 2) - same, ofSame.Variance);
    }

    private static double Falling(double m, int factors)
    {
        double product = 1;
        for (int k = 0; k < factors; k++)
        {
            product *= Math.Max(0, m - k);
        }

        return product;
    }
}

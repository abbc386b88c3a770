using System.Numerics;

namespace Karkhana.Methods.Spatial;

/// <summary>Signs of geometric expressions, right for any coordinates.</summary>
/// <remarks>
/// Each sign is first computed in doubles with a bound on the rounding; when the bound does not decide, it is computed
/// again in whole numbers, into which doubles with a common exponent turn exactly. Source: Shewchuk 1997,
/// doi:10.1007/PL00009321 (the bounds).
/// </remarks>
internal sealed class ExactPlane(double[] x, double[] y)
{
    private const double HalfUlp = 1.1102230246251565e-16;
    private const double OrientationBound = (3 + (16 * HalfUlp)) * HalfUlp;
    private const double CircleBound = (10 + (96 * HalfUlp)) * HalfUlp;
    private const double DotBound = 8 * HalfUlp;
    private const double Smallest = 1e-290; // below, products may have lost bits that no bound counts

    /// <summary>Is 1 when a, b, c turn left, −1 when they turn right, 0 when they lie on a line.</summary>
    public int Orientation(int a, int b, int c)
    {
        double left = (x[a] - x[c]) * (y[b] - y[c]);
        double right = (y[a] - y[c]) * (x[b] - x[c]);
        double difference = left - right;
        double bound = OrientationBound * (Math.Abs(left) + Math.Abs(right));
        if (Decided(difference, bound))
        {
            return Math.Sign(difference);
        }

        BigInteger[] v = Whole(a, b, c);
        return (((v[0] - v[4]) * (v[3] - v[5])) - ((v[1] - v[5]) * (v[2] - v[4]))).Sign;
    }

    /// <summary>Is 1 when d lies inside the circle through a, b, c (which turn left), −1 outside, 0 on it.</summary>
    public int InCircle(int a, int b, int c, int d)
    {
        (double ax, double ay, double bx, double by, double cx, double cy) =
            (x[a] - x[d], y[a] - y[d], x[b] - x[d], y[b] - y[d], x[c] - x[d], y[c] - y[d]);
        (double bc, double cb, double ca, double ac, double ab, double ba) = (bx * cy, cx * by, cx * ay, ax * cy, ax * by, bx * ay);
        (double al, double bl, double cl) = ((ax * ax) + (ay * ay), (bx * bx) + (by * by), (cx * cx) + (cy * cy));
        double determinant = (al * (bc - cb)) + (bl * (ca - ac)) + (cl * (ab - ba));
        double bound = CircleBound * (((Math.Abs(bc) + Math.Abs(cb)) * al) + ((Math.Abs(ca) + Math.Abs(ac)) * bl) + ((Math.Abs(ab) + Math.Abs(ba)) * cl));
        return Decided(determinant, bound) ? Math.Sign(determinant) : InCircleWhole(a, b, c, d);
    }

    /// <summary>Is 1 when the angle at k between i and j is acute, 0 when it is right, −1 when it is obtuse.</summary>
    public int AcuteAt(int k, int i, int j)
    {
        double alongX = (x[i] - x[k]) * (x[j] - x[k]);
        double alongY = (y[i] - y[k]) * (y[j] - y[k]);
        double dot = alongX + alongY;
        double bound = DotBound * (Math.Abs(alongX) + Math.Abs(alongY));
        if (Decided(dot, bound))
        {
            return Math.Sign(dot);
        }

        BigInteger[] v = Whole(k, i, j);
        return (((v[2] - v[0]) * (v[4] - v[0])) + ((v[3] - v[1]) * (v[5] - v[1]))).Sign;
    }

    /// <summary>Says whether a is nearer to b than c is to d.</summary>
    public bool Nearer(int a, int b, int c, int d)
    {
        double first = Squared(x[a] - x[b], y[a] - y[b]);
        double second = Squared(x[c] - x[d], y[c] - y[d]);
        double bound = DotBound * (first + second);
        if (Decided(first - second, bound))
        {
            return first < second;
        }

        BigInteger[] v = Whole(a, b, c, d);
        return Squared(v[0] - v[2], v[1] - v[3]) < Squared(v[4] - v[6], v[5] - v[7]);
    }

    private static bool Decided(double value, double bound) => Math.Abs(value) > bound && bound > Smallest && double.IsFinite(bound);

    private static double Squared(double dx, double dy) => (dx * dx) + (dy * dy);

    private static BigInteger Squared(BigInteger dx, BigInteger dy) => (dx * dx) + (dy * dy);

    private int InCircleWhole(int a, int b, int c, int d)
    {
        BigInteger[] v = Whole(a, b, c, d);
        (BigInteger ax, BigInteger ay) = (v[0] - v[6], v[1] - v[7]);
        (BigInteger bx, BigInteger by) = (v[2] - v[6], v[3] - v[7]);
        (BigInteger cx, BigInteger cy) = (v[4] - v[6], v[5] - v[7]);
        return ((Squared(ax, ay) * ((bx * cy) - (cx * by))) + (Squared(bx, by) * ((cx * ay) - (ax * cy)))
            + (Squared(cx, cy) * ((ax * by) - (bx * ay)))).Sign;
    }

    /// <summary>Gives the coordinates of the points as whole multiples of one power of two.</summary>
    private BigInteger[] Whole(params ReadOnlySpan<int> points)
    {
        BigInteger[] whole = new BigInteger[2 * points.Length];
        int[] exponents = new int[whole.Length];
        int least = int.MaxValue;
        for (int i = 0; i < whole.Length; i++)
        {
            double value = i % 2 == 0 ? x[points[i / 2]] : y[points[i / 2]];
            exponents[i] = value == 0 ? int.MaxValue : Math.ILogB(value) - 52;
            exponents[i] = Math.Max(exponents[i], -1074);
            least = Math.Min(least, exponents[i]);
            whole[i] = value == 0 ? BigInteger.Zero : new BigInteger(Math.ScaleB(Math.ScaleB(value, -exponents[i] / 2), -exponents[i] - (-exponents[i] / 2)));
        }

        for (int i = 0; i < whole.Length; i++)
        {
            whole[i] = whole[i].IsZero ? whole[i] : whole[i] << (exponents[i] - least);
        }

        return whole;
    }
}

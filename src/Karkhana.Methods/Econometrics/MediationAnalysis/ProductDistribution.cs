using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;
using MathNet.Numerics.RootFinding;

namespace Karkhana.Methods.Econometrics;

/// <summary>Quantiles of the product of two independent normal variables.</summary>
/// <remarks>P(AB ≤ x) = ∫ φ(u) P(B·A(u) ≤ x) du over u within 9 of 0, cut where A(u) = 0, for the integrand bends there.
/// Source: MacKinnon, Lockwood and Williams 2004, doi:10.1207/s15327906mbr3901_4.</remarks>
internal sealed record ProductDistribution(double MeanA, double ErrorA, double MeanB, double ErrorB)
{
    private const double Reach = 9;
    private const int Panels = 40;
    private const int PointsPerPanel = 16;

    public double Quantile(double probability)
    {
        double middle = MeanA * MeanB;
        double spread = Math.Sqrt((MeanA * MeanA * ErrorB * ErrorB) + (MeanB * MeanB * ErrorA * ErrorA) + (ErrorA * ErrorA * ErrorB * ErrorB));
        if (!double.IsFinite(spread) || spread == 0)
        {
            return double.NaN;
        }

        double reach = 20 * spread;
        return Brent.FindRoot(x => Cumulative(x) - probability, middle - reach, middle + reach, 1e-12 * spread, 200);
    }

    public double Cumulative(double x)
    {
        double zero = Math.Clamp(-MeanA / ErrorA, -Reach, Reach);
        return Part(x, -Reach, zero) + Part(x, zero, Reach);
    }

    // Panels grow from the cut outwards as squares do: the integrand changes fastest beside it.
    private double Part(double x, double from, double to)
    {
        if (!(to > from))
        {
            return 0;
        }

        bool cutAtEnd = to < Reach;
        double sum = 0;
        for (int panel = 0; panel < Panels; panel++)
        {
            (double left, double right) = (Square(panel), Square(panel + 1));
            (double low, double high) = cutAtEnd
                ? (to - ((to - from) * right), to - ((to - from) * left))
                : (from + ((to - from) * left), from + ((to - from) * right));
            sum += GaussLegendreRule.Integrate(u => Normal.PDF(0, 1, u) * Conditional(x, MeanA + (ErrorA * u)), low, high, PointsPerPanel);
        }

        return sum;
    }

    private static double Square(int panel) => (double)panel * panel / (Panels * Panels);

    private double Conditional(double x, double a)
    {
        if (a == 0)
        {
            return x >= 0 ? 1 : 0;
        }

        double below = NormalTail.Upper(-((x / a) - MeanB) / ErrorB);
        return a > 0 ? below : 1 - below;
    }
}

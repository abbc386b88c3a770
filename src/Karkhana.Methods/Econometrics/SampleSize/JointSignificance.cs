using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;

namespace Karkhana.Methods.Econometrics;

/// <summary>The power of the joint test of both paths of a mediation with normal variables, by integration.</summary>
/// <remarks>
/// With x not fixed, t_a = (Z + θ_a √U)/√(W/(n − 2)) and t_b = (Z' + θ_b √W)/√(V/(n − 3)), U, W and V chi-squares with n −
/// 1, n − 2 and n − 3 degrees of freedom, all independent: the residuals W of the mediator blur the first path and feed the
/// second. Given W both are independent, so that the power is the mean over W of a product.
/// </remarks>
internal sealed class JointSignificance(double first, double second, double direct, double level)
{
    private const int Nodes = 48;
    private const double Reach = 1e-9; // the probability left out beyond each end of the integral

    private readonly double _first = first / Math.Sqrt(1 - (first * first));
    private readonly double _second = second * Math.Sqrt(1 - (first * first)) / Math.Sqrt(Unexplained(first, second, direct));

    /// <summary>Gives the variance of a standardised outcome that its paths leave.</summary>
    public static double Unexplained(double first, double second, double direct) =>
        1 - (second * second) - (direct * direct) - (2 * first * second * direct);

    public double Power(int count)
    {
        double ofFirst = StudentT.Quantile((1 + level) / 2, count - 2);
        double ofSecond = StudentT.Quantile((1 + level) / 2, count - 3);
        return OverRoot(count - 2, root =>
        {
            double bound = ofFirst * root / Math.Sqrt(count - 2);
            double both = OverRoot(count - 1, x => Beyond(bound, _first * x));
            return both * OverRoot(count - 3, v => Beyond(ofSecond * v / Math.Sqrt(count - 3), _second * root));
        });
    }

    // P(|Z + shift| > bound).
    private static double Beyond(double bound, double shift) => NormalTail.Upper(bound - shift) + NormalTail.Upper(bound + shift);

    // The mean of a function of the root of a chi-square.
    private static double OverRoot(double degrees, Func<double, double> function)
    {
        double low = Math.Sqrt(ChiSquared.InvCDF(degrees, Reach));
        double high = Math.Sqrt(ChiSquared.InvCDF(degrees, 1 - Reach));
        GaussLegendreRule rule = new(low, high, Nodes);
        double sum = 0;
        for (int i = 0; i < rule.Order; i++)
        {
            sum += rule.Weights[i] * Chi.PDF(degrees, rule.Abscissas[i]) * function(rule.Abscissas[i]);
        }

        return sum;
    }
}

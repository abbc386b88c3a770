using Karkhana.Core.Inference;
using MathNet.Numerics;

namespace Karkhana.Methods;

/// <summary>Tail areas of the standard normal distribution.</summary>
internal static class NormalTail
{
    private const double FarTail = -20;
    private const int Levels = 30;

    /// <summary>Gives P(Z ≥ z).</summary>
    public static double Upper(double z) => 0.5 * SpecialFunctions.Erfc(z / Math.Sqrt(2));

    /// <summary>Gives the p-value of a standard score by the complementary error function, which keeps small
    /// tails.</summary>
    /// <returns>The p-value; NaN for NaN.</returns>
    public static double PValue(double z, Alternative alternative) => alternative switch
    {
        Alternative.Greater => Upper(z),
        Alternative.Less => Upper(-z),
        _ => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2)),
    };

    /// <summary>Gives φ(z)/P(Z ≤ z), the inverse Mills ratio, to full precision in both tails.</summary>
    public static double InverseMills(double z) => z > FarTail
        ? Density(z) / Upper(-z)
        : 1 / MillsFraction(-z);

    /// <summary>Gives ln P(Z ≤ z) to full precision in both tails.</summary>
    public static double LogLower(double z) => z > FarTail
        ? z > 0 ? SpecialFunctions.Log1p(-Upper(z)) : Math.Log(Upper(-z))
        : LogDensity(z) + Math.Log(MillsFraction(-z));

    /// <summary>Gives φ(z).</summary>
    public static double Density(double z) => Math.Exp(LogDensity(z));

    /// <summary>Gives ln φ(z).</summary>
    public static double LogDensity(double z) => (-0.5 * z * z) - (0.5 * Math.Log(2 * Math.PI));

    // P(Z ≥ z)/φ(z) = 1/(z + 1/(z + 2/(z + 3/(z + …)))), which Laplace gave; at z ≥ 20 thirty levels leave no error.
    private static double MillsFraction(double z)
    {
        double fraction = z;
        for (int level = Levels; level >= 1; level--)
        {
            fraction = z + (level / fraction);
        }

        return 1 / fraction;
    }
}

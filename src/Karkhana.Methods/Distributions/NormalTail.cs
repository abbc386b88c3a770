using Karkhana.Core.Inference;
using MathNet.Numerics;

namespace Karkhana.Methods;

/// <summary>Tail areas of the standard normal distribution.</summary>
internal static class NormalTail
{
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
}

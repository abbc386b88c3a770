using Karkhana.Core.Inference;
using MathNet.Numerics;

namespace Karkhana.Methods.Spatial;

/// <summary>Tail areas of the standard normal distribution.</summary>
internal static class NormalTail
{
    /// <summary>Gives the p-value of a standard score by the complementary error function, which keeps small
    /// tails.</summary>
    /// <returns>The p-value; NaN for NaN.</returns>
    public static double PValue(double z, Alternative alternative) => alternative switch
    {
        Alternative.Greater => 0.5 * SpecialFunctions.Erfc(z / Math.Sqrt(2)),
        Alternative.Less => 0.5 * SpecialFunctions.Erfc(-z / Math.Sqrt(2)),
        _ => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2)),
    };
}

using Karkhana.Core.Inference;
using MathNet.Numerics;

namespace Karkhana.Methods.Spatial;

/// <summary>p-values of standard normal statistics.</summary>
internal static class NormalTails
{
    private static readonly double RootOfTwo = Math.Sqrt(2);

    /// <summary>Gives the p-value; NaN when the statistic is NaN.</summary>
    public static double PValue(double z, Alternative alternative) => double.IsNaN(z) ? double.NaN : alternative switch
    {
        Alternative.Greater => SpecialFunctions.Erfc(z / RootOfTwo) / 2,
        Alternative.Less => SpecialFunctions.Erfc(-z / RootOfTwo) / 2,
        _ => SpecialFunctions.Erfc(Math.Abs(z) / RootOfTwo),
    };
}

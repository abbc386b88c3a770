using MathNet.Numerics;

namespace Karkhana.Methods;

/// <summary>Tail areas of Fisher's F by the incomplete beta function, which keeps small tails.</summary>
internal static class FisherF
{
    /// <summary>Gives P(F ≥ f).</summary>
    public static double UpperTail(double statistic, double above, double below) => double.IsNaN(statistic)
        ? double.NaN
        : double.IsPositiveInfinity(statistic)
            ? 0
            : SpecialFunctions.BetaRegularized(below / 2, above / 2, below / (below + (above * statistic)));
}

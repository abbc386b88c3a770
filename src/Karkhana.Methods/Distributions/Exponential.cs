namespace Karkhana.Methods;

/// <summary>The exponential function near 0.</summary>
internal static class Exponential
{
    /// <summary>Gives eˣ − 1 to full precision.</summary>
    /// <remarks>By the quotient (eˣ − 1)/ln eˣ, in which the rounding of eˣ cancels; Expm1 of the library is off by up to 5e-8 of
    /// its value where |x| is below 0.1. Source: Higham 2002, Accuracy and Stability of Numerical Algorithms, section
    /// 1.14.1.</remarks>
    public static double LessOne(double x)
    {
        double power = Math.Exp(x);
        return power == 1 ? x
            : power == 0 ? -1
            : double.IsPositiveInfinity(power) ? power
            : (power - 1) * (x / Math.Log(power));
    }
}

namespace Karkhana.Methods.Econometrics;

/// <summary>A test of a model.</summary>
/// <param name="Statistic">The statistic; NaN when it is not defined.</param>
/// <param name="Degrees">Its degrees of freedom; of the numerator for F.</param>
/// <param name="ErrorDegrees">Those of the denominator; infinity for χ².</param>
/// <param name="PValue">The probability of a statistic at least as large.</param>
public sealed record ModelTest(double Statistic, double Degrees, double ErrorDegrees, double PValue)
{
    internal static ModelTest Undefined { get; } = new(double.NaN, 0, double.NaN, double.NaN);

    internal static ModelTest F(double statistic, double degrees, double errorDegrees) =>
        degrees > 0 && errorDegrees > 0
            ? new(statistic, degrees, errorDegrees, FisherF.UpperTail(statistic, degrees, errorDegrees))
            : Undefined;

    internal static ModelTest ChiSquared(double statistic, double degrees) => degrees > 0
        ? new(statistic, degrees, double.PositiveInfinity, ChiSquare.UpperTail(statistic, degrees))
        : Undefined;
}

namespace Karkhana.Methods.Econometrics;

/// <summary>What the mean effect after adoption may be when trends were not parallel.</summary>
/// <param name="Deviation">How many times the greatest step of differential trend before adoption a step after it may
/// be.</param>
/// <param name="Low">The least mean effect that fits the estimates.</param>
/// <param name="High">The greatest.</param>
/// <param name="ConfidenceLow">A lower limit of the least.</param>
/// <param name="ConfidenceHigh">An upper limit of the greatest.</param>
public sealed record TrendBound(double Deviation, double Low, double High, double ConfidenceLow, double ConfidenceHigh);

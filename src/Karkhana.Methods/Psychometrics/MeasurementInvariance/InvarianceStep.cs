namespace Karkhana.Methods.Psychometrics;

/// <summary>A level of invariance and how its fit compares with the level before.</summary>
/// <param name="Level">The level.</param>
/// <param name="Fit">Its fit.</param>
/// <param name="Before">The fit of the level before, or null for the first.</param>
/// <param name="Estimated">Whether both converged.</param>
/// <param name="CfiFall">By how much the CFI may fall.</param>
internal sealed record InvarianceStep(InvarianceLevel Level, FitIndices Fit, FitIndices? Before, bool Estimated, double CfiFall)
{
    // A change that is the limit in exact arithmetic must not fail by the last bit.
    private const double Rounding = 1e-12;

    public double StatisticDifference => Before is null ? double.NaN : Fit.Statistic - Before.Statistic;

    public double DegreesDifference => Before is null ? double.NaN : Fit.DegreesOfFreedom - Before.DegreesOfFreedom;

    public double PValueDifference => ChiSquare.UpperTail(StatisticDifference, DegreesDifference);

    public double CfiDifference => Before is null ? double.NaN : Fit.Cfi - Before.Cfi;

    public double RmseaDifference => Before is null ? double.NaN : Fit.Rmsea - Before.Rmsea;

    public double SrmrDifference => Before is null ? double.NaN : Fit.Srmr - Before.Srmr;

    /// <summary>Gets a value indicating whether the level is held to; the first one when it could be estimated.</summary>
    public bool Holds => Estimated && (Before is null || CfiDifference >= -CfiFall - Rounding);
}

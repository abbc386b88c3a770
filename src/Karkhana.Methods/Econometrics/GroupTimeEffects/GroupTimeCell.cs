namespace Karkhana.Methods.Econometrics;

/// <summary>The effect on one cohort in one period.</summary>
/// <param name="Cohort">The first treated period of the cohort.</param>
/// <param name="Period">The period.</param>
/// <param name="Estimate">The estimate.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Treated">The treated units compared.</param>
/// <param name="Compared">The units compared with.</param>
public sealed record GroupTimeCell(double Cohort, double Period, double Estimate, double StandardError, int Treated, int Compared)
{
    /// <summary>Gets the periods since adoption.</summary>
    public double Relative => Period - Cohort;
}

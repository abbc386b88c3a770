using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>The estimated change of one group of firms.</summary>
/// <param name="Arm">The group.</param>
/// <param name="FromKilometres">The lower limit of its band; NaN for other groups.</param>
/// <param name="ToKilometres">The upper limit of its band.</param>
/// <param name="Firms">Its firms.</param>
/// <param name="Controls">The firms that it is compared with.</param>
/// <param name="Effects">The effects by cohort, period and time since the start, with bounds.</param>
public sealed record ArmEffect(
    ProgrammeArm Arm, double FromKilometres, double ToKilometres, int Firms, int Controls, GroupTimeEffectsResult Effects)
{
    /// <summary>Gets a value indicating whether its firms, or those compared with, all lie in one place, so that errors are those of firms and what else
    /// happened in that place cannot be told apart.</summary>
    public bool HasOnePlace { get; init; }

    /// <summary>Gets the mean effect over all firms and periods from the start on.</summary>
    public double Estimate => Effects.Effects.Estimates[0];

    /// <summary>Gets its standard error.</summary>
    public double StandardError => Effects.Effects.StandardErrors[0];

    /// <summary>Gets its lower limit.</summary>
    public double Low => Effects.Effects.ConfidenceLow[0];

    /// <summary>Gets its upper limit.</summary>
    public double High => Effects.Effects.ConfidenceHigh[0];
}

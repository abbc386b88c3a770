using System.ComponentModel;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on sensitivities from regression.</summary>
public sealed record RegressionSensitivityOptions : SensitivityIntervalOptions
{
    /// <summary>Gets the method.</summary>
    /// <value><see cref="RegressionSensitivityMethod.Standardised"/> unless set.</value>
    [Description("Standardised coefficients or partial correlations, on values or ranks, or simple rank correlations.")]
    public RegressionSensitivityMethod Method { get; init; }
}

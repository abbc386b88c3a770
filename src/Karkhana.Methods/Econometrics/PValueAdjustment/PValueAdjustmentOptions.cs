using System.ComponentModel;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the adjustment of p-values.</summary>
public sealed record PValueAdjustmentOptions
{
    /// <summary>Gets the correction.</summary>
    /// <value><see cref="PValueCorrection.Holm"/> unless set.</value>
    [Description("Correction.")]
    public PValueCorrection Method { get; init; }
}

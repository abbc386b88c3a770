using System.ComponentModel;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on the polyserial correlation.</summary>
public sealed record PolyserialCorrelationOptions
{
    /// <summary>Gets the estimation.</summary>
    /// <value>Two-step unless set.</value>
    [Description("Estimation: from the product-moment correlation and the thresholds of the margin, or maximum likelihood.")]
    public LatentCorrelationMethod Method { get; init; }
}

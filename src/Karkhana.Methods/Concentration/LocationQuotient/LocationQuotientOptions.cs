using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Concentration;

/// <summary>What can be set on the location quotient.</summary>
public sealed record LocationQuotientOptions
{
    /// <summary>Gets the form.</summary>
    /// <value>Ratio unless set.</value>
    [Description("Multiplicative or additive form.")]
    public LocationQuotientForm Form { get; init; }

    /// <summary>Gets the confidence level of the interval.</summary>
    /// <value>From 0.5 to 0.999; 0.95 unless set.</value>
    [Description("Confidence level of the Wilson interval, for the ratio form.")]
    public double Level { get; init => field = Require.Between(value, 0.5, 0.999); } = 0.95;
}

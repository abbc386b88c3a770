using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Concentration;

/// <summary>What can be set on the table of revealed comparative advantages.</summary>
public sealed record RevealedComparativeAdvantageOptions
{
    /// <summary>Gets the location quotient from which on a region counts as specialised.</summary>
    /// <value>Finite and positive; 1 unless set.</value>
    [Description("Inclusive threshold on the location quotient.")]
    public double Threshold { get; init => field = Require.Positive(value); } = 1;
}

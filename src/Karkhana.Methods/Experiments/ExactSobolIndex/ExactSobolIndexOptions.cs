using System.ComponentModel;
using System.Text.Json.Serialization;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on the exact decomposition of variance.</summary>
public sealed record ExactSobolIndexOptions
{
    /// <summary>Gets the function.</summary>
    /// <value>Must be given.</value>
    [Description("ishigami on [-pi, pi]^3, or g-function on [0, 1]^k.")]
    public required StandardFunction Function { get; init; }

    /// <summary>Gets the parameters a: one number for Ishigami, one per input for the g-function.</summary>
    /// <value>Finite; zero or greater for the g-function; must be given.</value>
    [Description("Parameter a: a number for ishigami, one number per input, zero or greater, for g-function.")]
    [JsonConverter(typeof(NumberOrList))]
    public required IReadOnlyList<double> A { get; init => field = Require.Finite(value); }

    /// <summary>Gets the parameter b of the Ishigami function.</summary>
    /// <value>Null unless set; needed for Ishigami, not used otherwise.</value>
    [Description("Parameter b, for ishigami only.")]
    public double? B { get; init; }
}

using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on the quality of a design.</summary>
public sealed record DesignQualityOptions
{
    /// <summary>Gets the exponent of φ_p.</summary>
    /// <value>From 1 to 1000; 15 unless set. The larger, the more the closest pair decides.</value>
    [Description("Exponent of phi_p.")]
    public double P { get; init => field = Require.Between(value, 1, 1000); } = 15;
}

using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on Katz centrality.</summary>
public sealed record KatzCentralityOptions
{
    /// <summary>Gets a value indicating whether directions are kept.</summary>
    /// <value>True unless set; false merges ties of either direction.</value>
    [Description("false: ties in either direction are merged.")]
    public bool Directed { get; init; } = true;

    /// <summary>Gets the weight of one more step.</summary>
    /// <value>From −1000 to 1000; 0.05 unless set. Below the inverse of the largest eigenvalue for a reading as
    /// walks.</value>
    [Description("Weight of one more step.")]
    public double Alpha { get; init => field = Require.Between(value, -1000, 1000); } = 0.05;

    /// <summary>Gets the scale.</summary>
    /// <value><see cref="KatzScale.None"/> unless set.</value>
    [Description("Scaling: as it comes, or the squares add up to 1.")]
    public KatzScale Scale { get; init; }
}

using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on Bonacich's power.</summary>
public sealed record BonacichPowerOptions
{
    /// <summary>Gets a value indicating whether directions are kept.</summary>
    /// <value>True unless set; false merges ties of either direction.</value>
    [Description("false: ties in either direction are merged.")]
    public bool Directed { get; init; } = true;

    /// <summary>Gets how much the power of those to whom a tie runs adds; negative in bargaining.</summary>
    /// <value>From −1000 to 1000; 0.1 unless set. Below the inverse of the largest eigenvalue in size for a reading as
    /// walks.</value>
    [Description("Weight of one more step; negative when ties to the weak give power.")]
    public double Beta { get; init => field = Require.Between(value, -1000, 1000); } = 0.1;
}

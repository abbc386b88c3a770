using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Concentration;

/// <summary>What can be set on the index of Devereux, Griffith and Simpson.</summary>
public sealed record DevereuxOptions
{
    /// <summary>Gets the number of regions that a plant could have chosen.</summary>
    /// <value>At least the number of regions with plants; null, the default, takes just those, of whatever industry.</value>
    [Description("Number of regions a plant could have chosen; null: those with plants of any industry.")]
    public int? Regions { get; init => field = value is { } count ? Require.Between(count, 1, int.MaxValue) : null; }
}

using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on hierarchical omega.</summary>
public sealed record HierarchicalOmegaOptions
{
    /// <summary>Gets the number of group factors.</summary>
    /// <value>From 3 to 50; 3 unless set. With two the general factor is not determined.</value>
    [Description("Number of group factors, at least 3.")]
    public int GroupFactors { get; init => field = Require.Between(value, 3, 50); } = 3;

    /// <summary>Gets how many starts the estimation and the rotation take.</summary>
    /// <value>From 1 to 1000; 10 unless set.</value>
    [Description("Starts of the estimation and of the rotation; the least misfit is kept.")]
    public int Starts { get; init => field = Require.Between(value, 1, 1000); } = 10;

    /// <summary>Gets the seed of the starts after the first.</summary>
    /// <value>1957 unless set.</value>
    [Description("Seed of the starts after the first.")]
    public ulong Seed { get; init; } = 1957;
}

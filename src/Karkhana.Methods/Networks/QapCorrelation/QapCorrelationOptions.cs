using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on the QAP correlation.</summary>
public sealed record QapCorrelationOptions
{
    /// <summary>Gets the number of permutations drawn when none are given.</summary>
    /// <value>From 19 to 1 000 000; 999 unless set, so that the least p-value is 0.001.</value>
    [Description("Number of permutations drawn when none are given.")]
    public int Replicates { get; init => field = Require.Between(value, 19, 1_000_000); } = 999;

    /// <summary>Gets the seed.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of drawn permutations.")]
    public ulong Seed { get; init; } = 2003;
}

using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on a Markov chain.</summary>
public sealed record MarkovChainOptions
{
    /// <summary>Gets the number of steps whose transition probabilities are given.</summary>
    /// <value>From 0 to 1,000,000; 1 unless set.</value>
    [Description("Steps of the transition power.")]
    public int Power { get; init => field = Require.Between(value, 0, 1_000_000); } = 1;
}

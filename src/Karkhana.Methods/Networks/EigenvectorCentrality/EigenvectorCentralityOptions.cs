using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on eigenvector centrality.</summary>
public sealed record EigenvectorCentralityOptions : ValuedNetworkOptions
{
    /// <summary>Gets the scale.</summary>
    /// <value><see cref="VectorScale.Maximum"/> unless set.</value>
    [Description("Scaling: the largest score is 1, or the squares add up to 1.")]
    public VectorScale Scale { get; init; }

    /// <summary>Gets the most iterations.</summary>
    /// <value>From 1 to 1,000,000; 10,000 unless set.</value>
    [Description("Most iterations; what was reached is noted when they do not do.")]
    public int MaxIterations { get; init => field = Require.Between(value, 1, 1_000_000); } = PowerIteration.DefaultMaxIterations;
}

using Karkhana.Core.Errors;

namespace Karkhana.Learning;

/// <summary>What can be set on mediation by effort.</summary>
public sealed record EffortMediationOptions
{
    /// <summary>Gets draws of the true scores, fewest firms and level.</summary>
    public EquationOptions Equations { get; init; } = new();

    /// <summary>Gets the exposures whose association is taken apart: advantages, indices, status, variables of the sample. Those that the
    /// sample does not have are named in a note.</summary>
    /// <value>The mean exposure to all advantages, and clustered, unless set.</value>
    public IReadOnlyList<string> Exposures { get; init; } = [ExposureIndex.Advantages, "clustered"];

    /// <summary>Gets the bootstrap samples in all, over the draws of the true scores; each draw gets at least 19.</summary>
    /// <value>2,000 to 1,000,000; 4,000 unless set.</value>
    public int Replicates { get; init => field = Require.Between(value, 2000, 1_000_000); } = 4000;
}

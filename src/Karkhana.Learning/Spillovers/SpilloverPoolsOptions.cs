using Karkhana.Core.Errors;

namespace Karkhana.Learning;

/// <summary>What can be set on spillover pools.</summary>
public sealed record SpilloverPoolsOptions
{
    /// <summary>Gets the distance over which what is near falls to 1/e.</summary>
    /// <value>Positive kilometres; 10 unless set.</value>
    public double DecayKilometres { get; init => field = Require.Positive(value); } = 10;
}

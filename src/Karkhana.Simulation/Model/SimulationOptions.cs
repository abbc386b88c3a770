using Karkhana.Core.Effort;
using Karkhana.Core.Errors;

namespace Karkhana.Simulation;

/// <summary>How the cluster learning model runs.</summary>
public sealed record SimulationOptions
{
    /// <summary>Gets the quarters that are simulated after the burn-in.</summary>
    /// <value>From 1 to 100,000; 60 unless set. In the full model burn-in and horizon have at most 16,384 quarters together.</value>
    public int Horizon { get; init => field = Require.Between(value, 1, 100_000); } = 60;

    /// <summary>Gets the quarters before them, in which no policy acts.</summary>
    /// <value>From 0 to 100,000; 20 unless set.</value>
    public int BurnIn { get; init => field = Require.Between(value, 0, 100_000); } = 20;

    /// <summary>Gets a value indicating whether the model is minimal: one function, no market, no entry or exit, fixed ties (framework 5.4).</summary>
    /// <value>False unless set.</value>
    public bool Minimal { get; init; }

    /// <summary>Gets the quarters between two computations of exposures.</summary>
    /// <value>From 1; 4 unless set.</value>
    public int ExposureEvery { get; init => field = Require.Between(value, 1, 100_000); } = 4;

    /// <summary>Gets the greatest number of neighbours from which knowledge drifts to a firm: the nearest within reach.</summary>
    /// <value>From 1; 200 unless set. Memory and time grow with it where firms lie dense.</value>
    public int NeighbourLimit { get; init => field = Require.Between(value, 1, 1_000_000); } = 200;

    /// <summary>Gets what a firm does whose best effort is below the least possible.</summary>
    /// <value><see cref="LumpyRule.Optimal"/> unless set.</value>
    public LumpyRule LumpyRule { get; init; }

    /// <summary>Gets the seed.</summary>
    /// <value>Any number; 2003 unless set.</value>
    public ulong Seed { get; init; } = 2003;

    /// <summary>Gets a value indicating whether the invariants of framework A.9 are checked in every quarter.</summary>
    /// <value>False unless set: they are for tests and for finding faults.</value>
    public bool CheckInvariants { get; init; }
}

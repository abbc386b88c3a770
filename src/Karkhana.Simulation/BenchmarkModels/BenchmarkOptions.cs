using Karkhana.Core.Errors;

namespace Karkhana.Simulation;

/// <summary>How often a benchmark model runs and what is said of its runs.</summary>
public abstract record BenchmarkOptions
{
    /// <summary>Gets the number of runs.</summary>
    /// <value>From 2 to 1000000; 200 unless set.</value>
    public int Runs { get; init => field = Require.Between(value, 2, 1_000_000); } = 200;

    /// <summary>Gets the confidence level of the intervals of means.</summary>
    /// <value>From 0.5 to 0.999; 0.95 unless set.</value>
    public double Level { get; init => field = Require.Between(value, 0.5, 0.999); } = 0.95;

    /// <summary>Gets the seed.</summary>
    /// <value>Any number; 2003 unless set.</value>
    public ulong Seed { get; init; } = 2003;
}

using Karkhana.Core.Errors;

namespace Karkhana.Simulation;

/// <summary>What can be set on growth by chance.</summary>
public sealed record GibratGrowthOptions : BenchmarkOptions
{
    /// <summary>Gets the number of firms.</summary>
    /// <value>From 3 to 1000000; 1000 unless set.</value>
    public int Firms { get; init => field = Require.Between(value, 3, 1_000_000); } = 1000;

    /// <summary>Gets the periods.</summary>
    /// <value>From 1 to 10000; 40 unless set.</value>
    public int Periods { get; init => field = Require.Between(value, 1, 10_000); } = 40;

    /// <summary>Gets σ, the standard deviation of growth in a period.</summary>
    /// <value>From 0 to 5; 0.05 unless set.</value>
    public double GrowthDeviation { get; init => field = Require.Between(value, 0, 5); } = 0.05;

    /// <summary>Gets the standard deviation of the logarithm of size at the start.</summary>
    /// <value>Above 0, at most 5; 0.5 unless set.</value>
    public double StartDeviation { get; init => field = Require.Between(Require.Positive(value), 0, 5); } = 0.5;

    /// <summary>Gets β, what is left after a period of a firm's distance from the mean of the logarithm of size.</summary>
    /// <value>From 0 to 1.2; 1 unless set (Gibrat: growth does not depend on size). Below 1 small firms grow faster.</value>
    public double Persistence { get; init => field = Require.Between(value, 0, 1.2); } = 1;
}

using Karkhana.Core.Errors;

namespace Karkhana.Learning;

/// <summary>What can be set on the plan of a study.</summary>
public sealed record StudyPlanOptions
{
    /// <summary>Gets the confidence level; tests are two-sided at 1 less this level.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    public double Level { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;

    /// <summary>Gets the chance to find what is there.</summary>
    /// <value>From 0.5 to 0.9999; 0.8 unless set.</value>
    public double Power { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.8;

    /// <summary>Gets half the widths of the intervals of shares that are planned for.</summary>
    /// <value>0.1 and 0.05 unless set.</value>
    public IReadOnlyList<double> Margins { get; init => field = Require.Finite(value); } = [0.1, 0.05];

    /// <summary>Gets the differences of clustered and dispersed firms, in standard deviations of true scores.</summary>
    /// <value>0.3 and 0.5 unless set.</value>
    public IReadOnlyList<double> Differences { get; init => field = Require.Finite(value); } = [0.3, 0.5];

    /// <summary>Gets the sizes of both paths of a mediation, in standard deviations of true scores.</summary>
    /// <value>0.2 and 0.3 unless set.</value>
    public IReadOnlyList<double> Paths { get; init => field = Require.Finite(value); } = [0.2, 0.3];

    /// <summary>Gets how many times as many places are simulated.</summary>
    /// <value>1, 2 and 4 unless set.</value>
    public IReadOnlyList<int> Multiples { get; init; } = [1, 2, 4];

    /// <summary>Gets the shares of the network's firms that answer.</summary>
    /// <value>0.9, 0.8, 0.7, 0.6 and 0.5 unless set.</value>
    public IReadOnlyList<double> ResponseRates { get; init => field = Require.Finite(value); } = [0.9, 0.8, 0.7, 0.6, 0.5];

    /// <summary>Gets the number of simulated studies.</summary>
    /// <value>From 100 to 100,000; 500 unless set.</value>
    public int Replicates { get; init => field = Require.Between(value, 100, 100_000); } = 500;

    /// <summary>Gets the seed.</summary>
    /// <value>2003 unless set.</value>
    public ulong Seed { get; init; } = 2003;
}

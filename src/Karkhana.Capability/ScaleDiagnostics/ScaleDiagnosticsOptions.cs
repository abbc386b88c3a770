using Karkhana.Core.Errors;

namespace Karkhana.Capability;

/// <summary>What can be set on the diagnostics of scales.</summary>
public sealed record ScaleDiagnosticsOptions
{
    /// <summary>Gets the reliability from which on groups can be compared.</summary>
    /// <value>From 0 to 1; 0.7 unless set.</value>
    public double LeastReliability { get; init => field = Require.Between(value, 0, 1); } = 0.7;

    /// <summary>Gets the firms with complete answers that omega and parallel analysis need.</summary>
    /// <value>From 10; 50 unless set.</value>
    public int LeastForFactors { get; init => field = Require.Between(value, 10, int.MaxValue); } = 50;

    /// <summary>Gets the firms with complete answers that tests of model and item fit need.</summary>
    /// <value>From 10; 100 unless set.</value>
    public int LeastForFit { get; init => field = Require.Between(value, 10, int.MaxValue); } = 100;

    /// <summary>Gets the firms that each group needs when items are compared between groups.</summary>
    /// <value>From 5; 25 unless set.</value>
    public int LeastInGroup { get; init => field = Require.Between(value, 5, int.MaxValue); } = 25;

    /// <summary>Gets the firms with complete answers that each group needs for invariance.</summary>
    /// <value>From 10; 100 unless set.</value>
    public int LeastForInvariance { get; init => field = Require.Between(value, 10, int.MaxValue); } = 100;

    /// <summary>Gets the firms that a correlation needs.</summary>
    /// <value>From 5; 30 unless set.</value>
    public int LeastForCorrelation { get; init => field = Require.Between(value, 5, int.MaxValue); } = 30;

    /// <summary>Gets the adjusted residual correlation above which two items depend on each other.</summary>
    /// <value>From 0 to 2; 0.2 unless set.</value>
    public double MostDependence { get; init => field = Require.Between(value, 0, 2); } = 0.2;

    /// <summary>Gets the share of odd firms that is let pass; one in twenty is expected by chance.</summary>
    /// <value>From 0 to 1; 0.1 unless set.</value>
    public double MostOddFirms { get; init => field = Require.Between(value, 0, 1); } = 0.1;

    /// <summary>Gets the adjusted p-value below which an item may be flagged as differential.</summary>
    /// <value>From 0.000001 to 0.5; 0.01 unless set.</value>
    public double DifferenceSignificance { get; init => field = Require.Between(value, 1e-6, 0.5); } = 0.01;

    /// <summary>Gets the least gain of Nagelkerke's R² of a differential item.</summary>
    /// <value>From 0 to 1; 0.035 unless set.</value>
    public double LeastDifference { get; init => field = Require.Between(value, 0, 1); } = 0.035;

    /// <summary>Gets the impact, in standard deviations, below which differential items may be kept.</summary>
    /// <value>From 0 to 2; 0.1 unless set.</value>
    public double LeastImpact { get; init => field = Require.Between(value, 0, 2); } = 0.1;

    /// <summary>Gets the heterotrait-monotrait ratio below which two constructs are distinct.</summary>
    /// <value>From 0.5 to 1; 0.85 unless set.</value>
    public double DistinctBelow { get; init => field = Require.Between(value, 0.5, 1); } = 0.85;

    /// <summary>Gets the correlation from which on two measures of one thing agree.</summary>
    /// <value>From 0 to 1; 0.4 unless set.</value>
    public double LeastConvergence { get; init => field = Require.Between(value, 0, 1); } = MonetisedEffortResult.LeastCorrelation;

    /// <summary>Gets the replicates of parallel analysis and of the bootstrap of ratios.</summary>
    /// <value>From 19 to 100 000; 199 unless set.</value>
    public int Replicates { get; init => field = Require.Between(value, 19, 100_000); } = 199;

    /// <summary>Gets the wage of a skilled worker for a day.</summary>
    /// <value>Above 0; none unless set.</value>
    public double? DailyWage { get; init => field = value is { } wage ? Require.Positive(wage) : null; }

    /// <summary>Gets the seed.</summary>
    /// <value>2003 unless set.</value>
    public ulong Seed { get; init; } = 2003;
}

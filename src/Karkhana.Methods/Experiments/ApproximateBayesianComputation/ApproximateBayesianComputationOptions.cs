using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>How parameters are searched that make a model give what was observed.</summary>
public sealed record ApproximateBayesianComputationOptions
{
    /// <summary>Gets the parameter sets that are kept in each generation.</summary>
    /// <value>From 10 to 100,000; 500 unless set.</value>
    [Description("parameter sets kept in each generation")]
    public int Particles { get; init => field = Require.Between(value, 10, 100_000); } = 500;

    /// <summary>Gets the share of the runs that the search begins with: draws from the prior, of which the nearest are kept.</summary>
    /// <value>From 0 to 1; 0.1 unless set. At least as many as sets are kept.</value>
    [Description("share of the runs that draws from the prior have")]
    public double PriorShare { get; init => field = Require.Between(value, 0, 1); } = 0.1;

    /// <summary>Gets by what runs are compared with what was observed.</summary>
    /// <value><see cref="SearchStatistics.Estimates"/> unless set; with too few runs for the number of summaries the summaries themselves.</value>
    [Description("by what runs are compared with what was observed")]
    public SearchStatistics Statistics { get; init; }

    /// <summary>Gets a value indicating whether the error of observation is added to what a run gives.</summary>
    /// <value>True unless set; false for summaries without error.</value>
    [Description("add the error of observation to what a run gives")]
    public bool AddError { get; init; } = true;

    /// <summary>Gets a value indicating whether accepted sets are adjusted by regression to what was observed.</summary>
    /// <value>True unless set; not done with too few sets for the number of summaries.</value>
    [Description("adjust accepted sets by regression to what was observed")]
    public bool Adjust { get; init; } = true;

    /// <summary>Gets the most generations.</summary>
    /// <value>From 1 to 1,000; 12 unless set.</value>
    [Description("most generations")]
    public int Generations { get; init => field = Require.Between(value, 1, 1_000); } = 12;

    /// <summary>Gets the quantile of the distances of one generation that the next must not exceed.</summary>
    /// <value>Above 0 and below 1; 0.5 unless set.</value>
    [Description("quantile of distances that the next generation must not exceed")]
    public double ToleranceQuantile { get; init => field = Require.Between(value, 0.01, 0.99); } = 0.5;

    /// <summary>Gets the distance at which the search has found enough.</summary>
    /// <value>Zero or greater; 0 unless set, which never stops it.</value>
    [Description("distance at which the search stops")]
    public double LeastTolerance { get; init => field = Require.Between(value, 0, double.MaxValue); }

    /// <summary>Gets the share of accepted attempts below which the search stops.</summary>
    /// <value>From 0 to 1; 0.02 unless set.</value>
    [Description("share of accepted attempts below which the search stops")]
    public double LeastAcceptance { get; init => field = Require.Between(value, 0, 1); } = 0.02;

    /// <summary>Gets the most runs of the model in all.</summary>
    /// <value>From 10 to 100 million; 20,000 unless set.</value>
    [Description("most runs of the model")]
    public int Simulations { get; init => field = Require.Between(value, 10, 100_000_000); } = 20_000;

    /// <summary>Gets the factor on the covariance of the step with which sets are moved.</summary>
    /// <value>From 0.01 to 10; 1 unless set: moved sets spread as the sets do.</value>
    [Description("factor on the covariance of the step with which sets are moved")]
    public double MoveFactor { get; init => field = Require.Between(value, 0.01, 10); } = 1;

    /// <summary>Gets the seed.</summary>
    /// <value>Any number; 2003 unless set.</value>
    [Description("seed")]
    public ulong Seed { get; init; } = 2003;
}

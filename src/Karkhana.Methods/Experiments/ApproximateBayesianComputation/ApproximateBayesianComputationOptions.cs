using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>How parameters are searched that make a model give what was observed.</summary>
public sealed record ApproximateBayesianComputationOptions
{
    /// <summary>Gets the parameter sets that are kept in each generation.</summary>
    /// <value>From 10 to 100,000; 200 unless set.</value>
    [Description("parameter sets kept in each generation")]
    public int Particles { get; init => field = Require.Between(value, 10, 100_000); } = 200;

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

    /// <summary>Gets by how much the spread of the accepted sets is widened to move them.</summary>
    /// <value>Above 0 to 10; 2, times the covariance, unless set (Filippi et al. 2013).</value>
    [Description("factor on the covariance with which sets are moved")]
    public double MoveFactor { get; init => field = Require.Between(value, 0.01, 10); } = 2;

    /// <summary>Gets the seed.</summary>
    /// <value>Any number; 2003 unless set.</value>
    [Description("seed")]
    public ulong Seed { get; init; } = 2003;
}

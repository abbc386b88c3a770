using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on kernel matching.</summary>
public sealed record KernelMatchingOptions : ComparisonOptions
{
    /// <summary>Gets the kernel.</summary>
    /// <value><see cref="MatchingKernel.Epanechnikov"/> unless set.</value>
    [Description("Kernel.")]
    public MatchingKernel Kernel { get; init; }

    /// <summary>Gets the bandwidth on the scale of the probability.</summary>
    /// <value>From 0.000001 to 10; 0.06 unless set.</value>
    [Description("Bandwidth on the scale of the probability of treatment.")]
    public double Bandwidth { get; init => field = Require.Between(value, 1e-6, 10); } = 0.06;

    /// <summary>Gets the ridge penalty of the logit.</summary>
    /// <value>From 0 to 1,000,000; 0 unless set.</value>
    [Description("Ridge penalty of the logit.")]
    public double Ridge { get; init => field = Require.Between(value, 0, 1e6); }

    /// <summary>Gets the confidence level of the percentile interval.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;

    /// <summary>Gets the number of bootstrap samples.</summary>
    /// <value>From 19 to 1,000,000; 999 unless set.</value>
    [Description("Bootstrap samples.")]
    public int Replicates { get; init => field = Require.Between(value, 19, 1_000_000); } = 999;

    /// <summary>Gets what is drawn when the sample has clusters.</summary>
    /// <value><see cref="ClusterResampling.ClustersThenRows"/> unless set.</value>
    [Description("What is drawn when the sample has clusters.")]
    public ClusterResampling Resampling { get; init; }

    /// <summary>Gets the seed of the bootstrap.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of the bootstrap.")]
    public ulong Seed { get; init; } = 2003;

    /// <summary>Gets the same as options of an interval.</summary>
    internal BootstrapIntervalOptions Interval => new PercentileOptions { Level = Level, Replicates = Replicates, Seed = Seed };

    private sealed record PercentileOptions : BootstrapIntervalOptions;
}

using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on robust choice.</summary>
public sealed record RobustChoiceOptions
{
    /// <summary>Gets which outcomes are better.</summary>
    /// <value><see cref="OutcomeDirection.Greater"/> unless set.</value>
    [Description("Which outcomes are better.")]
    public OutcomeDirection Better { get; init; }

    /// <summary>Gets the threshold that an outcome should meet.</summary>
    /// <value>None unless set: satisficing is then not defined.</value>
    [Description("Threshold that an outcome should meet; without one satisficing is not defined.")]
    public double? Threshold { get; init; }

    /// <summary>Gets the weight of the best outcome in Hurwicz' criterion.</summary>
    /// <value>From 0 (maximin) to 1 (maximax); 0.5 unless set.</value>
    [Description("Weight of the best outcome in Hurwicz' criterion.")]
    public double Optimism { get; init => field = Require.Between(value, 0, 1); } = 0.5;

    /// <summary>Gets the quantile of the regret.</summary>
    /// <value>From 0 to 1; 0.9 unless set.</value>
    [Description("Quantile of the regret (type 7).")]
    public double RegretQuantile { get; init => field = Require.Between(value, 0, 1); } = 0.9;

    /// <summary>Gets what a unit of half the variance costs in mean-variance.</summary>
    /// <value>From 0 to 1e6; 1 unless set.</value>
    [Description("What half a unit of variance costs in mean-variance.")]
    public double RiskAversion { get; init => field = Require.Between(value, 0, 1e6); } = 1;

    /// <summary>Gets where the scenarios come from.</summary>
    /// <value><see cref="ScenarioKind.Draws"/> unless set.</value>
    [Description("Whether scenarios were drawn, so that others might have been, or chosen one by one: then no intervals.")]
    public ScenarioKind Scenarios { get; init; }

    /// <summary>Gets the bootstrap samples of scenarios.</summary>
    /// <value>From 0 (none) to 100,000; 1000 unless set.</value>
    [Description("Bootstrap samples of drawn scenarios; 0 for none.")]
    public int Resamples { get; init => field = Require.Between(value, 0, 100_000); } = 1000;

    /// <summary>Gets the confidence level.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Level of intervals.")]
    public double Level { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;

    /// <summary>Gets the seed of the bootstrap samples.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of the bootstrap samples.")]
    public ulong Seed { get; init; } = 2003;
}

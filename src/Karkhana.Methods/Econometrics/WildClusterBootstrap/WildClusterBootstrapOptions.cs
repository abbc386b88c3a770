using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the wild cluster bootstrap.</summary>
public sealed record WildClusterBootstrapOptions
{
    /// <summary>Gets the model.</summary>
    /// <value>Required.</value>
    [Description("Outcome, terms, intercept, categorical (column with its base level).")]
    public required ModelSpecification Model { get; init; }

    /// <summary>Gets the coefficient under test.</summary>
    /// <value>Required; one of the terms of the fitted model.</value>
    [Description("Coefficient under test.")]
    public required string Term { get; init; }

    /// <summary>Gets which draws are taken.</summary>
    /// <value><see cref="WildDraws.Enumerate"/> unless set; for at most 22 clusters.</value>
    [Description("All sign vectors once each (up to 22 clusters), or random draws.")]
    public WildDraws Draws { get; init; }

    /// <summary>Gets what residuals are multiplied by.</summary>
    /// <value><see cref="WildWeights.Rademacher"/> unless set; all sign vectors allow no other.</value>
    [Description("What the residuals of a cluster are multiplied by.")]
    public WildWeights Weights { get; init; }

    /// <summary>Gets the number of random draws.</summary>
    /// <value>From 1 to 10,000,000; 9,999 unless set.</value>
    [Description("Number of random draws.")]
    public int Replicates { get; init => field = Require.Between(value, 1, 10_000_000); } = 9_999;

    /// <summary>Gets the seed of random draws.</summary>
    /// <value>Any; 1 unless set.</value>
    [Description("Seed of random draws.")]
    public ulong Seed { get; init; } = 1;

    /// <summary>Gets the probabilities at which quantiles of the statistic are given.</summary>
    /// <value>From 0 to 1; 0.025, 0.05, 0.95 and 0.975 unless set.</value>
    [Description("Probabilities of the quantiles of the bootstrap statistic.")]
    public IReadOnlyList<double> Probabilities { get; init; } = [0.025, 0.05, 0.95, 0.975];
}

using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the sensitivity of an indirect association.</summary>
public sealed record MediationSensitivityOptions : BootstrapIntervalOptions
{
    /// <summary>Gets the model.</summary>
    /// <value>Required; one mediator.</value>
    [Description("Outcome, treatment, mediators (one), covariates, categorical (column with its base level).")]
    public required MediationModel Model { get; init; }

    /// <summary>Gets the residual correlations to look at.</summary>
    /// <value>From −0.9 to 0.9 by 0.1 unless set; each above −1 and below 1.</value>
    [Description("Residual correlations of mediator and outcome to look at.")]
    public IReadOnlyList<double> Correlations { get; init => field = Within(value); } =
        [.. Enumerable.Range(-9, 19).Select(tenth => tenth / 10.0)];

    /// <summary>Gets what is drawn when the sample has clusters.</summary>
    /// <value><see cref="ClusterResampling.ClustersThenRows"/> unless set.</value>
    [Description("What is drawn when the sample has clusters.")]
    public ClusterResampling Resampling { get; init; }

    private static IReadOnlyList<double> Within(IReadOnlyList<double> correlations)
    {
        Require.Finite(correlations, nameof(Correlations));
        foreach (double correlation in correlations)
        {
            Require.That(
                Math.Abs(correlation) < 1, nameof(Correlations), FormattableString.Invariant($"must lie between -1 and 1; one was {correlation}"));
        }

        return correlations;
    }
}

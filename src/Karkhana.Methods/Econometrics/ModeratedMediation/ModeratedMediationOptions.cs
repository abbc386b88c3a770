using System.ComponentModel;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on moderated mediation.</summary>
public sealed record ModeratedMediationOptions : BootstrapIntervalOptions
{
    /// <summary>Gets the model.</summary>
    /// <value>Required; one mediator.</value>
    [Description("Outcome, treatment, mediators (one), covariates, categorical (column with its base level).")]
    public required MediationModel Model { get; init; }

    /// <summary>Gets the column on which steps may depend.</summary>
    /// <value>Required; numbers.</value>
    [Description("Column on which the steps may depend.")]
    public required string Moderator { get; init; }

    /// <summary>Gets the steps that depend on the moderator.</summary>
    /// <value>Mediator to outcome and treatment to outcome unless set.</value>
    [Description("Steps that depend on the moderator: treatment-to-mediator, mediator-to-outcome, treatment-to-outcome.")]
    public IReadOnlyList<ModeratedPath> Paths { get; init; } = [ModeratedPath.MediatorToOutcome, ModeratedPath.TreatmentToOutcome];

    /// <summary>Gets the values of the moderator to look at.</summary>
    /// <value>Mean less one standard deviation, mean, mean plus one unless set.</value>
    [Description("Values of the moderator to look at; mean and one standard deviation about it when empty.")]
    public IReadOnlyList<double> Values { get; init; } = [];

    /// <summary>Gets the covariance estimator behind the region of the direct part.</summary>
    /// <value><see cref="CovarianceEstimator.Classical"/> unless set; a sample with clusters takes cr1 instead.</value>
    [Description("Covariance estimator behind the region; a sample with clusters takes cr1 by cluster instead.")]
    public CovarianceEstimator Covariance { get; init; }

    /// <summary>Gets what is drawn when the sample has clusters.</summary>
    /// <value><see cref="ClusterResampling.ClustersThenRows"/> unless set.</value>
    [Description("What is drawn when the sample has clusters.")]
    public ClusterResampling Resampling { get; init; }
}

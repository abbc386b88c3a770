using System.ComponentModel;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the bootstrap of indirect effects.</summary>
public sealed record MediationBootstrapOptions : BootstrapIntervalOptions
{
    /// <summary>Gets the model.</summary>
    /// <value>Required; one mediator, two in series, or any number in parallel.</value>
    [Description("Outcome, treatment, mediators (in causal order), covariates, categorical (column with its base level).")]
    public required MediationModel Model { get; init; }

    /// <summary>Gets how several mediators stand to each other.</summary>
    /// <value><see cref="MediatorArrangement.Serial"/> unless set.</value>
    [Description("How several mediators stand to each other.")]
    public MediatorArrangement Arrangement { get; init; }

    /// <summary>Gets what is drawn when the sample has clusters.</summary>
    /// <value><see cref="ClusterResampling.ClustersThenRows"/> unless set.</value>
    [Description("What is drawn when the sample has clusters.")]
    public ClusterResampling Resampling { get; init; }
}

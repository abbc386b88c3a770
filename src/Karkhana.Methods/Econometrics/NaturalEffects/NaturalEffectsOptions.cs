using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on natural effects.</summary>
public sealed record NaturalEffectsOptions : BootstrapIntervalOptions
{
    /// <summary>Gets the model.</summary>
    /// <value>Required; one mediator.</value>
    [Description("Outcome, treatment, mediators (one), covariates, categorical (column with its base level).")]
    public required MediationModel Model { get; init; }

    /// <summary>Gets how the mediator is modelled.</summary>
    /// <value><see cref="ResponseModel.Linear"/> unless set.</value>
    [Description("Model of the mediator.")]
    public ResponseModel Mediator { get; init; }

    /// <summary>Gets how the outcome is modelled.</summary>
    /// <value><see cref="ResponseModel.Linear"/> unless set.</value>
    [Description("Model of the outcome.")]
    public ResponseModel Outcome { get; init; }

    /// <summary>Gets a value indicating whether the outcome model has the product of treatment and mediator.</summary>
    /// <value>True unless set.</value>
    [Description("Whether treatment and mediator interact.")]
    public bool Interaction { get; init; } = true;

    /// <summary>Gets the value of the treatment from which is compared.</summary>
    /// <value>0 unless set.</value>
    [Description("Value of the treatment from which is compared.")]
    public double From { get; init; }

    /// <summary>Gets the value of the treatment to which is compared.</summary>
    /// <value>1 unless set.</value>
    [Description("Value of the treatment to which is compared.")]
    public double To { get; init; } = 1;

    /// <summary>Gets the number of values of the mediator drawn per row.</summary>
    /// <value>From 2 to 1,000,000; 1000 unless set. Used where mean and probability are not enough: a linear mediator before a logit.</value>
    [Description("Values of the mediator drawn per row, for a linear mediator before a logit outcome.")]
    public int Draws { get; init => field = Require.Between(value, 2, 1_000_000); } = 1000;

    /// <summary>Gets the number of values drawn per row in each bootstrap sample.</summary>
    /// <value>From 2 to 1,000,000; 20 unless set: noise of a mean over all rows, beside that of the sample.</value>
    [Description("The same within each bootstrap sample.")]
    public int DrawsInSamples { get; init => field = Require.Between(value, 2, 1_000_000); } = 20;

    /// <summary>Gets what is drawn when the sample has clusters.</summary>
    /// <value><see cref="ClusterResampling.ClustersThenRows"/> unless set.</value>
    [Description("What is drawn when the sample has clusters.")]
    public ClusterResampling Resampling { get; init; }
}

using System.ComponentModel;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on 2-1-1 mediation.</summary>
public sealed record MultilevelMediationOptions : BootstrapIntervalOptions
{
    /// <summary>Gets the model.</summary>
    /// <value>Required; one mediator, and a treatment that is the same for all rows of a cluster.</value>
    [Description("Outcome, treatment (same within a cluster), mediators (one), covariates, categorical (column with its base level).")]
    public required MediationModel Model { get; init; }
}

namespace Karkhana.Methods.Econometrics;

/// <summary>A step between treatment and outcome that may depend on a moderator.</summary>
public enum ModeratedPath
{
    /// <summary>From treatment to mediator.</summary>
    TreatmentToMediator,

    /// <summary>From mediator to outcome.</summary>
    MediatorToOutcome,

    /// <summary>From treatment to outcome past the mediator.</summary>
    TreatmentToOutcome,
}

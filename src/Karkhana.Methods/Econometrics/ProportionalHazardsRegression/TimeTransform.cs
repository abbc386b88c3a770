namespace Karkhana.Methods.Econometrics;

/// <summary>The function of time along which coefficients may drift in the test of proportional hazards.</summary>
public enum TimeTransform
{
    /// <summary>One minus the survival curve just before the time.</summary>
    KaplanMeier,

    /// <summary>The time itself.</summary>
    Identity,

    /// <summary>The rank of the time among all times.</summary>
    Rank,

    /// <summary>The logarithm of the time.</summary>
    Log,
}

namespace Karkhana.Learning;

/// <summary>How an association is taken apart.</summary>
public enum MediationForm
{
    /// <summary>Along effort to capability, no interaction.</summary>
    Simple,

    /// <summary>Along effort, then capability, to performance.</summary>
    Serial,

    /// <summary>Along effort to capability, where exposure and effort may interact: natural effects.</summary>
    Interaction,

    /// <summary>An exposure of places along the effort of their firms to capability (2-1-1).</summary>
    Places,
}

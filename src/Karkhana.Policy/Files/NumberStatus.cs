namespace Karkhana.Policy;

/// <summary>Where a number of a policy comes from.</summary>
public enum NumberStatus
{
    /// <summary>Nothing was said.</summary>
    Unstated,

    /// <summary>Inferred or designed: a choice and no report.</summary>
    Inferred,

    /// <summary>Computed in a trial.</summary>
    Computed,

    /// <summary>Read in a source.</summary>
    Source,
}

namespace Karkhana.Capability;

/// <summary>Why monetised effort could not be computed.</summary>
public enum MonetisedEffortGap
{
    /// <summary>It was computed.</summary>
    None,

    /// <summary>The survey asked how often, not how much.</summary>
    NoAmounts,

    /// <summary>Days were asked, but the study gives no wage to value them at.</summary>
    NoWage,

    /// <summary>The register has no employment to divide by.</summary>
    NoEmployment,
}

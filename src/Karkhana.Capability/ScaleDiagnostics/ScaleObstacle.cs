namespace Karkhana.Capability;

/// <summary>Why a check of a scale cannot tell.</summary>
public enum ScaleObstacle
{
    /// <summary>Nothing stood in the way.</summary>
    None,

    /// <summary>There are too few firms; the check says how many it needs.</summary>
    TooFewFirms,

    /// <summary>There are too few items.</summary>
    TooFewItems,

    /// <summary>The scale was scored by the mean of its items, so there is no latent model to check.</summary>
    NoLatentModel,

    /// <summary>The items are not answered in ordered categories.</summary>
    ItemsNotOrdered,

    /// <summary>The estimate is not defined for these answers.</summary>
    NotEstimable,

    /// <summary>The survey asked how often, not how much.</summary>
    NoAmounts,

    /// <summary>The study gives no wage to value days at.</summary>
    NoWage,

    /// <summary>The register has no employment.</summary>
    NoEmployment,
}

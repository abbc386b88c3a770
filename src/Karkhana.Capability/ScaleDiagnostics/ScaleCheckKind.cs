namespace Karkhana.Capability;

/// <summary>What is checked of a scale.</summary>
public enum ScaleCheckKind
{
    /// <summary>Cronbach's alpha.</summary>
    Alpha,

    /// <summary>McDonald's omega of the answers.</summary>
    Omega,

    /// <summary>McDonald's omega of the variables behind ordered answers.</summary>
    OrdinalOmega,

    /// <summary>How many dimensions parallel analysis suggests.</summary>
    Dimensions,

    /// <summary>Items that run against the rest of their scale.</summary>
    ReversedItems,

    /// <summary>Pairs of items that share more than the scale.</summary>
    DependentPairs,

    /// <summary>Root mean square error of approximation of the latent model.</summary>
    ApproximationError,

    /// <summary>Root mean square difference of observed and implied correlations.</summary>
    ResidualCorrelation,

    /// <summary>Comparative fit index of the latent model.</summary>
    ComparativeFit,

    /// <summary>Items whose answers do not follow their curves.</summary>
    MisfittingItems,

    /// <summary>Share of firms whose answers do not hang together.</summary>
    OddFirms,

    /// <summary>Items that work differently for clustered and dispersed firms.</summary>
    DifferentialItems,

    /// <summary>How far such items move the difference of the groups.</summary>
    DifferentialImpact,

    /// <summary>Which level of invariance between clustered and dispersed firms holds.</summary>
    Invariance,

    /// <summary>Correlation with effort in money.</summary>
    MonetisedEffort,

    /// <summary>Correlation with the index of the capability ladder.</summary>
    LadderIndex,
}

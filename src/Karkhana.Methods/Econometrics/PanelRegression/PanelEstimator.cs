namespace Karkhana.Methods.Econometrics;

/// <summary>Which comparisons a panel regression rests on.</summary>
public enum PanelEstimator
{
    /// <summary>All rows alike.</summary>
    Pooled,

    /// <summary>Deviations from the unit's mean.</summary>
    Within,

    /// <summary>Deviations from unit and period effects.</summary>
    TwoWayWithin,

    /// <summary>Unit means.</summary>
    Between,

    /// <summary>Differences between consecutive rows of a unit.</summary>
    FirstDifference,

    /// <summary>Generalised least squares with unit effects drawn independently of the terms.</summary>
    RandomEffects,
}

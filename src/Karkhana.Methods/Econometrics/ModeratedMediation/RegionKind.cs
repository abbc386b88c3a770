namespace Karkhana.Methods.Econometrics;

/// <summary>Where a slope that changes with a moderator differs from 0.</summary>
public enum RegionKind
{
    /// <summary>At no value.</summary>
    Nowhere,

    /// <summary>At every value.</summary>
    Everywhere,

    /// <summary>Between the two limits.</summary>
    Inside,

    /// <summary>Below the lower and above the upper limit.</summary>
    Outside,
}

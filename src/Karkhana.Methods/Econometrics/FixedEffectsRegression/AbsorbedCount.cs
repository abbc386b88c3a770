namespace Karkhana.Methods.Econometrics;

/// <summary>Which absorbed parameters a clustered covariance counts as estimated.</summary>
public enum AbsorbedCount
{
    /// <summary>Those of the sets that do not lie within the clusters.</summary>
    NonNested,

    /// <summary>All.</summary>
    Full,

    /// <summary>None.</summary>
    None,
}

namespace Karkhana.Methods.Econometrics;

/// <summary>Which number of groups enters the factor of a two-way covariance.</summary>
public enum TwoWayAdjustment
{
    /// <summary>Every part uses its own number.</summary>
    Each,

    /// <summary>All three parts use the smaller number of the two groupings.</summary>
    Minimum,
}

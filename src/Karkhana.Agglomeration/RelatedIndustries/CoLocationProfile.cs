namespace Karkhana.Agglomeration;

/// <summary>What of an industry is correlated over places.</summary>
public enum CoLocationProfile
{
    /// <summary>The logarithm of 1 + its employment.</summary>
    LogEmployment,

    /// <summary>Its location quotient.</summary>
    LocationQuotient,
}

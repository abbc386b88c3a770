namespace Karkhana.Methods.Psychometrics;

/// <summary>What the differences between ratings mean.</summary>
public enum ScaleLevel
{
    /// <summary>Equal or not.</summary>
    Nominal,

    /// <summary>Order only.</summary>
    Ordinal,

    /// <summary>Differences.</summary>
    Interval,

    /// <summary>Ratios; ratings are not negative.</summary>
    Ratio,
}

namespace Karkhana.Methods.Spatial;

/// <summary>How the weights of a neighbour matrix are scaled.</summary>
public enum WeightsStyle
{
    /// <summary>The weights as they were given.</summary>
    AsGiven,

    /// <summary>B: each link weighs 1.</summary>
    Binary,

    /// <summary>W: each row adds up to 1; a row without neighbours stays empty.</summary>
    RowStandardised,

    /// <summary>C: all weights add up to the number of units.</summary>
    GloballyStandardised,

    /// <summary>U: all weights add up to 1.</summary>
    UnitSum,

    /// <summary>S: each row is divided by the root of its sum of squares, then all weights add up to the number of units.</summary>
    VarianceStabilising,
}

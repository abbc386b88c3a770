namespace Karkhana.Methods.Spatial;

/// <summary>What a conditional permutation test says of a unit.</summary>
public enum LocalClass
{
    /// <summary>Not significant after the correction for the number of units.</summary>
    NotSignificant,

    /// <summary>High among high.</summary>
    HighHigh,

    /// <summary>Low among low.</summary>
    LowLow,

    /// <summary>High among low.</summary>
    HighLow,

    /// <summary>Low among high.</summary>
    LowHigh,

    /// <summary>Like its neighbours, but on the other side of the mean (local Geary only).</summary>
    OtherPositive,

    /// <summary>Unlike its neighbours (local Geary only).</summary>
    Negative,

    /// <summary>Without neighbours.</summary>
    Isolated,

    /// <summary>Not defined: the values do not vary.</summary>
    Undefined,
}

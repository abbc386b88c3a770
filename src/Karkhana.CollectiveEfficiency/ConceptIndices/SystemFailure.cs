namespace Karkhana.CollectiveEfficiency;

/// <summary>How a regional innovation system can fall short (Tödtling and Trippl 2005).</summary>
public enum SystemFailure
{
    /// <summary>A part that the rules need was not measured.</summary>
    NotMeasured,

    /// <summary>No rule holds.</summary>
    None,

    /// <summary>Little generation or little exploitation of knowledge: too few who do it.</summary>
    Thin,

    /// <summary>Much interaction inside and little openness to the outside.</summary>
    LockedIn,

    /// <summary>Generation and exploitation, but little interaction.</summary>
    Fragmented,
}

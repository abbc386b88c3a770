namespace Karkhana.Simulation;

/// <summary>What passes along a tie.</summary>
public enum ClusterTieKind
{
    /// <summary>Goods.</summary>
    Supply,

    /// <summary>Work that is given out.</summary>
    Subcontract,

    /// <summary>Advice.</summary>
    Knowledge,

    /// <summary>Kinship.</summary>
    Kin,

    /// <summary>Membership in the same association.</summary>
    Association,

    /// <summary>A link out of the cluster; both ends name the same firm.</summary>
    External,
}

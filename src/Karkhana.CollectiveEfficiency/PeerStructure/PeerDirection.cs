namespace Karkhana.CollectiveEfficiency;

/// <summary>Who counts as a peer of a firm.</summary>
public enum PeerDirection
{
    /// <summary>Those that give to it.</summary>
    Givers,

    /// <summary>Those that receive from it.</summary>
    Receivers,

    /// <summary>Both.</summary>
    Either,
}

namespace Karkhana.Methods.Networks;

/// <summary>Who counts as a peer of a node.</summary>
public enum PeerDirection
{
    /// <summary>Those that give to it.</summary>
    Givers,

    /// <summary>Those that receive from it.</summary>
    Receivers,

    /// <summary>Both.</summary>
    Either,
}

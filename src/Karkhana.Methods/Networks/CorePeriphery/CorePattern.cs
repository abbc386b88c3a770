namespace Karkhana.Methods.Networks;

/// <summary>The ideal that a network is compared with.</summary>
public enum CorePattern
{
    /// <summary>Pairs with at least one member in the core are tied, others are not.</summary>
    CoreOrAttached,

    /// <summary>Pairs within the core are tied, pairs within the periphery are not; pairs across do not count.</summary>
    CoreOnly,

    /// <summary>Each node has a coreness, and the tie of two nodes is the product of theirs.</summary>
    Continuous,
}

namespace Karkhana.Methods.Networks;

/// <summary>What closeness does with nodes that are not reached.</summary>
public enum ClosenessVariant
{
    /// <summary>1 / Σ d over the nodes reached; NaN when there is none.</summary>
    Reachable,

    /// <summary>Times the share of nodes reached: (R / (n − 1)) R / Σ d, 0 when there is none.</summary>
    WassermanFaust,

    /// <summary>(n − 1) / Σ d, 0 when a node is not reached.</summary>
    AllOrZero,

    /// <summary>Σ 1 / d: a node that is not reached adds 0.</summary>
    Harmonic,
}

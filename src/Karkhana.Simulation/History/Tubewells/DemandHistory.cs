namespace Karkhana.Simulation;

/// <summary>What demand does in a variant of history.</summary>
public enum DemandHistory
{
    /// <summary>It stays as it is.</summary>
    Steady,

    /// <summary>It grows as in the boom and stays there.</summary>
    LastingBoom,

    /// <summary>It grows and then collapses: tubewells.</summary>
    BoomAndBust,

    /// <summary>It drops within a year as tractor output did after the sales tax of 2011-12.</summary>
    TaxDrop,
}

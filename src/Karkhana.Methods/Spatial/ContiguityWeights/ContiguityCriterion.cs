namespace Karkhana.Methods.Spatial;

/// <summary>How much of their boundaries neighbouring regions share.</summary>
public enum ContiguityCriterion
{
    /// <summary>At least one point.</summary>
    Queen,

    /// <summary>More than one boundary point.</summary>
    Rook,
}

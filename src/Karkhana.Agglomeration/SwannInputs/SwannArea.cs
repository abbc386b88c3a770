namespace Karkhana.Agglomeration;

/// <summary>What counts as local.</summary>
public enum SwannArea
{
    /// <summary>The place of the firm, as the register names it.</summary>
    Place,

    /// <summary>A disc about the firm.</summary>
    Radius,
}

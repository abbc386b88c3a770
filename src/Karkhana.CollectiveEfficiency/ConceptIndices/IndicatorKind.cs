namespace Karkhana.CollectiveEfficiency;

/// <summary>Where an indicator comes from.</summary>
public enum IndicatorKind
{
    /// <summary>The mean share of the scale over the closed items of a construct.</summary>
    Construct,

    /// <summary>The mean share of the scale of one closed item.</summary>
    Item,

    /// <summary>The share of firms whose answer to an item is above zero; for open scales, whose mean has no unit to be
    /// added in.</summary>
    AboveZero,

    /// <summary>The share of firms with at least one tie of a kind.</summary>
    TiedFirms,

    /// <summary>The share of ties of a kind that are returned.</summary>
    Reciprocity,

    /// <summary>The share of all directed ties that are of a kind.</summary>
    ShareOfTies,
}

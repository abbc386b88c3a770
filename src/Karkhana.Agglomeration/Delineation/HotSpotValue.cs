namespace Karkhana.Agglomeration;

/// <summary>What is mapped for each cell.</summary>
public enum HotSpotValue
{
    /// <summary>The number of firms of the industry.</summary>
    Count,

    /// <summary>(firms − expected)/√expected, expected from the establishments of the cell: hot where there are more than
    /// all establishments would let expect.</summary>
    Excess,
}

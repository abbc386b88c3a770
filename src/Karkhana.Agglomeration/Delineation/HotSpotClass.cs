namespace Karkhana.Agglomeration;

/// <summary>How cold or hot a cell is after the correction for the number of cells.</summary>
public enum HotSpotClass
{
    /// <summary>Cold at 99 per cent.</summary>
    Cold99,

    /// <summary>Cold at 95 per cent.</summary>
    Cold95,

    /// <summary>Cold at 90 per cent.</summary>
    Cold90,

    /// <summary>Neither.</summary>
    NotSignificant,

    /// <summary>Hot at 90 per cent.</summary>
    Hot90,

    /// <summary>Hot at 95 per cent.</summary>
    Hot95,

    /// <summary>Hot at 99 per cent.</summary>
    Hot99,

    /// <summary>Without neighbouring cells, or in a map too small or too even for a test.</summary>
    NotTested,
}

namespace Karkhana.Methods.Spatial;

/// <summary>Which arrangements count as extreme in a conditional permutation test.</summary>
public enum LocalAlternative
{
    /// <summary>The smaller tail, as esda and GeoDa report it: at most about a half, and half of a two-sided
    /// p-value.</summary>
    Folded,

    /// <summary>Twice the smaller tail, at most 1.</summary>
    TwoSided,

    /// <summary>As great or greater than observed.</summary>
    Greater,

    /// <summary>As small or smaller than observed.</summary>
    Less,
}

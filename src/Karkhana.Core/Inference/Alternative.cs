namespace Karkhana.Core.Inference;

/// <summary>Which departures from the null count as extreme.</summary>
public enum Alternative
{
    /// <summary>Either way: twice the smaller tail, at most 1.</summary>
    TwoSided,

    /// <summary>Greater than under the null.</summary>
    Greater,

    /// <summary>Less than under the null.</summary>
    Less,
}

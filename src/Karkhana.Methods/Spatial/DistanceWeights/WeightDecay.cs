namespace Karkhana.Methods.Spatial;

/// <summary>How the weight of a neighbour falls with distance.</summary>
public enum WeightDecay
{
    /// <summary>It does not: 1.</summary>
    None,

    /// <summary>1/d^alpha.</summary>
    Inverse,

    /// <summary>exp(−alpha d).</summary>
    Exponential,
}

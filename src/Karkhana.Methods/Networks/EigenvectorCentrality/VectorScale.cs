namespace Karkhana.Methods.Networks;

/// <summary>How an eigenvector is scaled.</summary>
public enum VectorScale
{
    /// <summary>The largest entry is 1.</summary>
    Maximum,

    /// <summary>The squares add up to 1.</summary>
    UnitLength,
}

namespace Karkhana.Methods.Econometrics;

/// <summary>How the weight of a pair falls with its distance.</summary>
public enum SpatialKernelKind
{
    /// <summary>1 below the cutoff, 0 at it and beyond.</summary>
    Uniform,

    /// <summary>1 − d/cutoff.</summary>
    Bartlett,

    /// <summary>1 − (d/cutoff)².</summary>
    Epanechnikov,
}

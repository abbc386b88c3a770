namespace Karkhana.Methods.Spatial;

/// <summary>How the weight of a point is spread on the plane.</summary>
public enum DensityKernel
{
    /// <summary>The normal law, standard deviation h in each direction.</summary>
    Gaussian,

    /// <summary>A paraboloid that ends at radius h.</summary>
    Epanechnikov,
}

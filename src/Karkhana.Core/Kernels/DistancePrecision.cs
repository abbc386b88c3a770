namespace Karkhana.Core.Kernels;

/// <summary>With which numbers distances between points are computed.</summary>
public enum DistancePrecision
{
    /// <summary>Single where coordinates are then exact to 1/32 of the unit of length, otherwise double.</summary>
    Automatic,

    /// <summary>Single precision about the centre of the points: the fast way.</summary>
    Fast,

    /// <summary>Double precision: the reference.</summary>
    Reference,
}

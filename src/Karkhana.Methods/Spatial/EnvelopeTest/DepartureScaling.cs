namespace Karkhana.Methods.Spatial;

/// <summary>What departures are divided by at each distance.</summary>
public enum DepartureScaling
{
    /// <summary>By 1.</summary>
    None,

    /// <summary>By the width of the pointwise band.</summary>
    Quantile,

    /// <summary>By the standard deviation of the simulated values.</summary>
    Studentised,

    /// <summary>By the half of the pointwise band on the side of the departure.</summary>
    Asymmetric,
}

namespace Karkhana.Methods.Spatial;

/// <summary>What departures are measured from.</summary>
public enum DepartureCentre
{
    /// <summary>The sum of the S simulated values over S − 1: the convention of dbmss.</summary>
    PackageDefault,

    /// <summary>The mean of the simulated values.</summary>
    Mean,
}

namespace Karkhana.Methods.Spatial;

/// <summary>How the bandwidth of a density of distances is chosen.</summary>
public enum DistanceBandwidth
{
    /// <summary>0.9 times the lesser of standard deviation and interquartile range / 1.34, times n to the power of
    /// −1/5.</summary>
    Silverman,

    /// <summary>The plug-in that solves its own equation.</summary>
    SheatherJones,
}

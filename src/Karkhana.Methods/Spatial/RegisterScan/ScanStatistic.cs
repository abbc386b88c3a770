namespace Karkhana.Methods.Spatial;

/// <summary>Which curves a register scan computes.</summary>
public enum ScanStatistic
{
    /// <summary>The density of the distances between the establishments of an industry (Duranton and Overman).</summary>
    Kd,

    /// <summary>The share of an industry among the neighbours of its establishments (Marcon and Puech).</summary>
    MFunction,

    /// <summary>Both.</summary>
    Both,
}

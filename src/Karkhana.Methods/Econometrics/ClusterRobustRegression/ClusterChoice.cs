namespace Karkhana.Methods.Econometrics;

/// <summary>Who chooses correction and degrees of freedom.</summary>
public enum ClusterChoice
{
    /// <summary>The options.</summary>
    AsSet,

    /// <summary>The number of clusters.</summary>
    ByClusterCount,
}

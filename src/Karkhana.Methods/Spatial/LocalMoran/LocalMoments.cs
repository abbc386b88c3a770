namespace Karkhana.Methods.Spatial;

/// <summary>Which arrangements of the values the moments of local Moran average over.</summary>
public enum LocalMoments
{
    /// <summary>The unit keeps its value, the others change places.</summary>
    Conditional,

    /// <summary>All values change places.</summary>
    Total,
}

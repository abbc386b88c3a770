namespace Karkhana.Policy;

/// <summary>How the limits of a gap of exposure were found.</summary>
public enum GapErrors
{
    /// <summary>Errors may go together within places.</summary>
    ByPlace,

    /// <summary>Firms were resampled, those of the cluster and those of the comparison set apart.</summary>
    Resampled,

    /// <summary>There are too few firms, or they do not differ: no gap is known.</summary>
    Unknown,
}

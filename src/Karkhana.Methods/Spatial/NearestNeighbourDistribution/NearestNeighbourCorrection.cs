namespace Karkhana.Methods.Spatial;

/// <summary>How the distribution of nearest distances makes up for the border.</summary>
public enum NearestNeighbourCorrection
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Only points at least r from the border count.</summary>
    Border,
}

namespace Karkhana.Methods.Spatial;

/// <summary>How the curves of an industry were computed.</summary>
public enum ScanMethod
{
    /// <summary>From all pairs.</summary>
    Exact,

    /// <summary>The draws from numbers of establishments in cells, by the fast Fourier transform.</summary>
    Gridded,

    /// <summary>Not computed.</summary>
    None,
}

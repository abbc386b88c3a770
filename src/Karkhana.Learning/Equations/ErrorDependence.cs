namespace Karkhana.Learning;

/// <summary>How the errors of different firms may depend on each other.</summary>
public enum ErrorDependence
{
    /// <summary>The widest that the data carry: in space where firms have positions, else within places where there are at least 8, else
    /// independent.</summary>
    ByData,

    /// <summary>Independent, of any variance (hc3).</summary>
    Independent,

    /// <summary>Correlated within places (cr2).</summary>
    WithinPlaces,

    /// <summary>Correlated with all firms nearer than a cutoff, falling with distance (Conley), and never taken to be surer than independent ones.</summary>
    InSpace,
}

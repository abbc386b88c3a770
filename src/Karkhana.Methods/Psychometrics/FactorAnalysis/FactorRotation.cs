namespace Karkhana.Methods.Psychometrics;

/// <summary>How factors are rotated.</summary>
public enum FactorRotation
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Orthogonal, rows normalised after Kaiser.</summary>
    Varimax,

    /// <summary>Oblique: varimax, then towards its own powers.</summary>
    Promax,

    /// <summary>Oblique: direct quartimin.</summary>
    Oblimin,
}

namespace Karkhana.Methods.Spatial;

/// <summary>How Clark and Evans's index makes up for the border.</summary>
public enum ClarkEvansCorrection
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Donnelly's expected distance in a rectangle.</summary>
    Donnelly,
}

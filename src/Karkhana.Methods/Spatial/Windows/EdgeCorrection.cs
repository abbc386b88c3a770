namespace Karkhana.Methods.Spatial;

/// <summary>How pairs that the border of the window hides are made up for.</summary>
public enum EdgeCorrection
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Only reference points at least r from the border count.</summary>
    Border,

    /// <summary>A pair weighs the area of the window over the area it shares with itself moved by the pair's
    /// vector.</summary>
    Translation,

    /// <summary>A pair weighs 1 over the share of the circle round the reference point, through the other, that lies
    /// in the window; at most 100.</summary>
    Isotropic,
}

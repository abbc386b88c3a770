namespace Karkhana.Methods.Spatial;

/// <summary>What the data say about the location of an industry.</summary>
public enum ScanVerdict
{
    /// <summary>Closer together than draws among all sites.</summary>
    Localised,

    /// <summary>Farther apart than draws among all sites.</summary>
    Dispersed,

    /// <summary>No departure from draws among all sites that the data can show.</summary>
    NoDeparture,

    /// <summary>Enough establishments, but no distance at which a test is possible: they all stand in one place,
    /// say.</summary>
    CannotTell,

    /// <summary>Too few establishments for a test, or no other industry to compare with.</summary>
    TooFew,
}

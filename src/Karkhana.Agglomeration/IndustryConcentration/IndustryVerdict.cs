namespace Karkhana.Agglomeration;

/// <summary>What the data say about the location of an industry.</summary>
public enum IndustryVerdict
{
    /// <summary>Too few establishments for a test.</summary>
    TooFew,

    /// <summary>Enough establishments, but no distance at which a test is possible: they all stand in one place, say.</summary>
    CannotTell,

    /// <summary>No departure from the location of all establishments that the data can show: no cluster effect
    /// here.</summary>
    NoDeparture,

    /// <summary>Closer together than all establishments.</summary>
    Clustered,

    /// <summary>Farther apart than all establishments.</summary>
    Dispersed,
}

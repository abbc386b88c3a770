namespace Karkhana.Data.Studies;

/// <summary>The kind of place that an establishment stands in.</summary>
public enum PlaceSetting
{
    /// <summary>A town in which the industry clusters.</summary>
    Urban,

    /// <summary>A town in which it does not.</summary>
    OtherTown,

    /// <summary>No town: the countryside.</summary>
    Rural,
}

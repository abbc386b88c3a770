namespace Karkhana.Capability;

/// <summary>Whether two constructs can be told apart.</summary>
public enum ConstructDistinction
{
    /// <summary>The whole interval of the ratio lies below the threshold.</summary>
    Distinct,

    /// <summary>The ratio is below the threshold, but its interval reaches it.</summary>
    Undecided,

    /// <summary>The ratio is at or above the threshold.</summary>
    NotDistinct,

    /// <summary>There are too few firms, or the ratio is not defined.</summary>
    CannotTell,
}

namespace Karkhana.Data.Results.Networks;

/// <summary>What is known of the tie from one actor to another, in the codes of RSiena.</summary>
public enum SienaCell
{
    /// <summary>Not known; written as NA.</summary>
    Missing = -1,

    /// <summary>No tie.</summary>
    None = 0,

    /// <summary>A tie.</summary>
    Tie = 1,

    /// <summary>No tie is possible, for an actor is not there.</summary>
    StructuralZero = 10,
}

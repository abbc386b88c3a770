namespace Karkhana.Capability;

/// <summary>Whether an item runs the way that the codebook says.</summary>
public enum DirectionVerdict
{
    /// <summary>It goes with the other items of its construct.</summary>
    AsStated,

    /// <summary>It goes against them, by no more than chance.</summary>
    Doubtful,

    /// <summary>It goes against them beyond chance: the column reverse of the codebook may be wrong.</summary>
    Against,
}

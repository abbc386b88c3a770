namespace Karkhana.Core.Execution;

/// <summary>What a block of replicates gives: it can be merged with the block after it, written and read
/// back.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <remarks>
/// Contract: merging is associative, and blocks are always merged in the order of their replicates, so that the merged
/// result does not depend on who computed which block. Reading back what was written gives the same bits.
/// </remarks>
public interface IPartialResult<TSelf>
    where TSelf : IPartialResult<TSelf>
{
    /// <summary>Joins this block with the one that follows it.</summary>
    /// <param name="next">The block whose first replicate follows this block's last.</param>
    /// <returns>The joined block.</returns>
    TSelf Merge(TSelf next);

    /// <summary>Writes the block, so that another process can merge it.</summary>
    /// <param name="writer">Where to write.</param>
    void Write(BinaryWriter writer);

    /// <summary>Reads a block that <see cref="Write"/> wrote.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>The block.</returns>
    static abstract TSelf Read(BinaryReader reader);
}

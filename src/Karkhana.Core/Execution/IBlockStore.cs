namespace Karkhana.Core.Execution;

/// <summary>Keeps the finished blocks of long jobs, so that a run that was killed goes on where it stopped.</summary>
/// <remarks>Called from several threads at once, never twice at once for the same block.</remarks>
public interface IBlockStore
{
    /// <summary>Gives a block that was kept.</summary>
    /// <param name="job">The key of the job: what is computed, from what, with which options and version.</param>
    /// <param name="range">The replicates of the block.</param>
    /// <returns>The bytes, or null if the block was not kept or is damaged.</returns>
    byte[]? Find(string job, ReplicateRange range);

    /// <summary>Keeps a block whole or not at all.</summary>
    /// <param name="job">The key of the job.</param>
    /// <param name="range">The replicates of the block.</param>
    /// <param name="block">The bytes.</param>
    void Keep(string job, ReplicateRange range, ReadOnlySpan<byte> block);
}

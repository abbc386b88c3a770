namespace Karkhana.Core.Execution;

/// <summary>A job that keeps its finished blocks and takes those that an earlier run has kept.</summary>
/// <remarks>
/// The result has the same bits as the job without a store: a block that is read back equals the block that was written
/// (<see cref="IPartialResult{TSelf}"/>). The key must name everything that the result depends on.
/// </remarks>
/// <typeparam name="TPartial">What a block of replicates gives.</typeparam>
/// <param name="job">The job.</param>
/// <param name="key">The key of the job in the store.</param>
/// <param name="store">Where blocks are kept.</param>
public sealed class ResumableJob<TPartial>(IReplicateJob<TPartial> job, string key, IBlockStore store) : IReplicateJob<TPartial>
    where TPartial : IPartialResult<TPartial>
{
    /// <inheritdoc/>
    public string Stage => job.Stage;

    /// <inheritdoc/>
    public int Replicates => job.Replicates;

    /// <inheritdoc/>
    public int BlockSize => job.BlockSize;

    /// <inheritdoc/>
    public TPartial Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        if (store.Find(key, range) is byte[] kept)
        {
            using BinaryReader reader = new(new MemoryStream(kept));
            return TPartial.Read(reader);
        }

        TPartial block = job.Run(range, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        using MemoryStream written = new();
        using (BinaryWriter writer = new(written, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            block.Write(writer);
        }

        store.Keep(key, range, written.GetBuffer().AsSpan(0, (int)written.Length));
        return block;
    }
}

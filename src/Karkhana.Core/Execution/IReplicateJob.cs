namespace Karkhana.Core.Execution;

/// <summary>Work that is done many times over: permutations, bootstrap draws, simulation runs.</summary>
/// <typeparam name="TPartial">What a block of replicates gives.</typeparam>
public interface IReplicateJob<TPartial>
    where TPartial : IPartialResult<TPartial>
{
    /// <summary>Gets the stage named in progress reports.</summary>
    string Stage { get; }

    /// <summary>Gets the number of replicates.</summary>
    int Replicates { get; }

    /// <summary>Gets how many replicates make a block; part of the job, so that blocks never depend on the
    /// workers.</summary>
    int BlockSize { get; }

    /// <summary>Computes a block: a pure function of the range, safe to call from several threads at once.</summary>
    /// <param name="range">The replicates to compute.</param>
    /// <param name="cancellationToken">Looked at between replicates.</param>
    /// <returns>The block's result.</returns>
    TPartial Run(ReplicateRange range, CancellationToken cancellationToken);
}

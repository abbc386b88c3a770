namespace Karkhana.Core.Execution;

/// <summary>Runs the blocks of a job somewhere and merges them in order.</summary>
public interface IReplicateExecutor
{
    /// <summary>Runs a job.</summary>
    /// <typeparam name="TPartial">What a block gives.</typeparam>
    /// <param name="job">The job, with at least one replicate.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The merged result of all replicates, the same bits for any number of workers.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    TPartial Execute<TPartial>(
        IReplicateJob<TPartial> job, ExecutionOptions? execution, CancellationToken cancellationToken)
        where TPartial : IPartialResult<TPartial>;
}

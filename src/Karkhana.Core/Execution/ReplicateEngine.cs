using System.Runtime.ExceptionServices;
using Karkhana.Core.Errors;

namespace Karkhana.Core.Execution;

/// <summary>Runs replicate jobs on the threads of this process; the only place in the product that starts
/// threads.</summary>
/// <remarks>
/// The replicates are cut into blocks of the job's own size. Workers take the next free block; finished blocks are
/// merged
/// from the first to the last. Memory: the unmerged blocks, at most a few per worker.
/// </remarks>
public sealed class ReplicateEngine : IReplicateExecutor
{
    private const int ReportsPerStage = 100;

    private ReplicateEngine()
    {
    }

    /// <summary>Gets the engine; it has no state.</summary>
    public static ReplicateEngine Local { get; } = new();

    /// <inheritdoc/>
    public TPartial Execute<TPartial>(
        IReplicateJob<TPartial> job, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
        where TPartial : IPartialResult<TPartial>
    {
        ArgumentNullException.ThrowIfNull(job);
        Require.Between(job.Replicates, 1, int.MaxValue, nameof(job));
        Require.Between(job.BlockSize, 1, int.MaxValue, nameof(job));
        execution ??= new ExecutionOptions();
        Run<TPartial> run = new(job, execution.Progress, cancellationToken);
        int workers = Math.Min(execution.EffectiveWorkers, run.BlockCount);
        if (workers == 1)
        {
            run.Work();
        }
        else
        {
            Thread[] threads = [.. Enumerable.Range(1, workers - 1).Select(
                _ => new Thread(run.Work) { IsBackground = true })];
            foreach (Thread thread in threads)
            {
                thread.Start();
            }

            run.Work();
            foreach (Thread thread in threads)
            {
                thread.Join();
            }
        }

        return run.Result();
    }

    /// <summary>Runs a job and, if the execution has a store, keeps its finished blocks there and takes those that were kept.</summary>
    /// <typeparam name="TPartial">What a block gives.</typeparam>
    /// <param name="job">The job, with at least one replicate.</param>
    /// <param name="key">What the result depends on: method, inputs, options, seed.</param>
    /// <param name="execution">Workers, progress and the store.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The merged result of all replicates, the same bits with and without a store.</returns>
    public TPartial ExecuteResumable<TPartial>(
        IReplicateJob<TPartial> job, string key, ExecutionOptions? execution, CancellationToken cancellationToken)
        where TPartial : IPartialResult<TPartial> =>
        Execute(
            execution?.Store is IBlockStore store
                ? new ResumableJob<TPartial>(job, $"{Results.Provenance.LibraryVersion}; {key}", store)
                : job,
            execution, cancellationToken);

    private sealed class Run<TPartial>(
        IReplicateJob<TPartial> job, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
        where TPartial : IPartialResult<TPartial>
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<int, TPartial> _waiting = [];
        private readonly int _reportEvery = Math.Max(1, (job.Replicates + ReportsPerStage - 1) / ReportsPerStage);
        private int _taken;
        private int _merged;
        private long _done;
        private long _reported;
        private TPartial? _result;
        private ExceptionDispatchInfo? _failure;

        public int BlockCount { get; } = (int)(((long)job.Replicates + job.BlockSize - 1) / job.BlockSize);

        public void Work()
        {
            while (Volatile.Read(ref _failure) is null && !cancellationToken.IsCancellationRequested)
            {
                int block = Interlocked.Increment(ref _taken) - 1;
                if (block >= BlockCount)
                {
                    return;
                }

                try
                {
                    int first = block * job.BlockSize;
                    ReplicateRange range = new(first, Math.Min(job.BlockSize, job.Replicates - first));
                    Accept(block, range, job.Run(range, cancellationToken));
                }
#pragma warning disable CA1031 // A worker's exception of any type must reach the caller's thread.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
                    return;
                }
            }
        }

        public TPartial Result()
        {
            cancellationToken.ThrowIfCancellationRequested();
            _failure?.Throw();
            return _result!;
        }

        private void Accept(int block, ReplicateRange range, TPartial partial)
        {
            lock (_gate)
            {
                _waiting.Add(block, partial);
                while (_waiting.Remove(_merged, out TPartial? next))
                {
                    _result = _merged == 0 ? next : _result!.Merge(next);
                    _merged++;
                }

                _done += range.Count;
                if (progress is not null && (_done - _reported >= _reportEvery || _done == job.Replicates))
                {
                    _reported = _done;
                    progress.Report(new RunProgress(job.Stage, _done, job.Replicates));
                }
            }
        }
    }
}

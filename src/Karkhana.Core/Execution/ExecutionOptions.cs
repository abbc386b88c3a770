using Karkhana.Core.Errors;

namespace Karkhana.Core.Execution;

/// <summary>How a computation runs; never what it gives.</summary>
public sealed record ExecutionOptions
{
    /// <summary>Gets the number of workers.</summary>
    /// <value>From 0 to 1024; 0, the default, takes one per processor. Results do not depend on it.</value>
    public int Workers { get; init => field = Require.Between(value, 0, 1024); }

    /// <summary>Gets who is told of the progress, or null.</summary>
    /// <value>May be called from any thread, at most about 100 times per stage.</value>
    public IProgress<RunProgress>? Progress { get; init; }

    /// <summary>Gets where long jobs keep their finished blocks, or null to keep nothing.</summary>
    /// <value>A run that was killed goes on from what is kept there, with the same bits.</value>
    public IBlockStore? Store { get; init; }

    /// <summary>Gets the number of workers that will run.</summary>
    public int EffectiveWorkers => Workers == 0 ? Environment.ProcessorCount : Workers;
}

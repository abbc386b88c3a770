namespace Karkhana.Core.Execution;

/// <summary>A run of replicates.</summary>
/// <param name="First">The first replicate.</param>
/// <param name="Count">How many.</param>
public readonly record struct ReplicateRange(int First, int Count)
{
    /// <summary>Gets the replicate after the last.</summary>
    public int End => First + Count;
}

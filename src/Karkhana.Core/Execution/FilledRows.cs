using Karkhana.Core.Errors;

namespace Karkhana.Core.Execution;

/// <summary>Rows of numbers that do not depend on each other: one per item, respondent, moment or run of a model.</summary>
/// <remarks>For work of this process: the job holds a delegate and cannot be sent to another one.</remarks>
public sealed class FilledRows : IReplicateJob<ReplicateRows>
{
    private const int MostBlocks = 64; // joining copies the rows: few blocks

    private readonly int _width;
    private readonly Action<int, double[], int> _fill;

    private FilledRows(string stage, int rows, int width, Action<int, double[], int> fill)
    {
        (Stage, Replicates, _width, _fill) = (stage, rows, width, fill);
    }

    /// <inheritdoc/>
    public string Stage { get; }

    /// <inheritdoc/>
    public int Replicates { get; }

    /// <inheritdoc/>
    public int BlockSize => (Replicates + MostBlocks - 1) / MostBlocks;

    /// <summary>Computes all rows; the same bits for any number of workers.</summary>
    /// <param name="stage">The stage named in progress reports.</param>
    /// <param name="rows">The number of rows, at least one.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="fill">Gets the row, the array to write to and the place of the row in it; a pure function of the row.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between rows.</param>
    /// <returns>The rows.</returns>
    public static ReplicateRows Compute(
        string stage, int rows, int width, Action<int, double[], int> fill, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        Require.Between(width, 0, int.MaxValue, nameof(width));
        return ReplicateEngine.Local.Execute(new FilledRows(stage, rows, width, fill), execution, cancellationToken);
    }

    /// <inheritdoc/>
    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] values = new double[range.Count * _width];
        for (int row = 0; row < range.Count; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _fill(range.First + row, values, row * _width);
        }

        return new ReplicateRows(_width, values);
    }
}

using Karkhana.Core.Execution;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Rows of numbers that do not depend on each other: one per item, respondent or moment.</summary>
internal sealed class FilledRows(string stage, int rows, int width, Action<int, double[], int> fill) : IReplicateJob<ReplicateRows>
{
    private const int MostBlocks = 64; // joining copies the rows: few blocks

    public string Stage => stage;

    public int Replicates => rows;

    public int BlockSize => (rows + MostBlocks - 1) / MostBlocks;

    /// <summary>Computes all rows; the same bits for any number of workers.</summary>
    /// <remarks>The delegate gets the row, the array to write to and the place of the row in it.</remarks>
    public static ReplicateRows Compute(
        string stage, int rows, int width, Action<int, double[], int> fill, ExecutionOptions? execution, CancellationToken cancellationToken) =>
        ReplicateEngine.Local.Execute(new FilledRows(stage, rows, width, fill), execution, cancellationToken);

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] values = new double[range.Count * width];
        for (int row = 0; row < range.Count; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            fill(range.First + row, values, row * width);
        }

        return new ReplicateRows(width, values);
    }
}

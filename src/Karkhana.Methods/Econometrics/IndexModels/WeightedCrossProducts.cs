using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Econometrics;

/// <summary>Sums of w·x_i·x_j over a block of rows.</summary>
/// <remarks>By columns, so that the sums run along memory; the order of additions is that of <see cref="Sums"/> within a
/// block and of the blocks. Cost: k²/2 per row.</remarks>
internal static class WeightedCrossProducts
{
    /// <summary>The rows of a block: small enough for its columns to stay in the cache.</summary>
    public const int BlockRows = 512;

    /// <summary>Adds a block to the lower triangle of a matrix.</summary>
    /// <param name="columns">The columns of x.</param>
    /// <param name="first">The first row.</param>
    /// <param name="weights">The weights of the rows of the block.</param>
    /// <param name="target">The matrix, row after row.</param>
    /// <param name="stride">The length of its rows.</param>
    /// <param name="scratch">Room for the rows of a block.</param>
    public static void Add(
        double[][] columns, int first, ReadOnlySpan<double> weights, Span<double> target, int stride, Span<double> scratch)
    {
        Span<double> weighted = scratch[..weights.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            ReadOnlySpan<double> column = columns[i].AsSpan(first, weights.Length);
            for (int row = 0; row < weighted.Length; row++)
            {
                weighted[row] = weights[row] * column[row];
            }

            for (int j = 0; j <= i; j++)
            {
                target[(i * stride) + j] += Sums.Dot(weighted, columns[j].AsSpan(first, weights.Length));
            }
        }
    }

    /// <summary>Copies the lower triangle to the upper.</summary>
    public static void Mirror(Span<double> matrix, int stride)
    {
        for (int i = 0; i < stride; i++)
        {
            for (int j = 0; j < i; j++)
            {
                matrix[(j * stride) + i] = matrix[(i * stride) + j];
            }
        }
    }
}

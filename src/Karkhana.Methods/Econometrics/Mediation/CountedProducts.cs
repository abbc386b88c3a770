using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Karkhana.Methods.Econometrics;

/// <summary>Sums of products of the columns of rows that come so often; upper triangle.</summary>
/// <remarks>Every sum has a lane of its own and adds its rows in their order, so that vectors change no bit.</remarks>
internal static class CountedProducts
{
    /// <param name="rows">The rows one after another, each padded with zeros to the stride.</param>
    /// <param name="stride">The length of a row, a multiple of four.</param>
    /// <param name="counts">How often each row comes.</param>
    /// <param name="products">Receives the sums, a row of the stride per column; below the diagonal it holds what does not
    /// matter.</param>
    public static void Add(ReadOnlySpan<double> rows, int stride, ReadOnlySpan<int> counts, Span<double> products)
    {
        int columns = products.Length / stride;
        for (int row = 0; row < counts.Length; row++)
        {
            if (counts[row] == 0)
            {
                continue;
            }

            ReadOnlySpan<double> values = rows.Slice(row * stride, stride);
            ReadOnlySpan<Vector256<double>> right = MemoryMarshal.Cast<double, Vector256<double>>(values);
            for (int column = 0; column < columns; column++)
            {
                Vector256<double> left = Vector256.Create(counts[row] * values[column]);
                Span<Vector256<double>> sums = MemoryMarshal.Cast<double, Vector256<double>>(products.Slice(column * stride, stride));
                for (int block = column / 4; block < sums.Length; block++)
                {
                    sums[block] += left * right[block];
                }
            }
        }
    }
}

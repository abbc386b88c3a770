using Karkhana.Core.Kernels;

namespace Karkhana.Methods.SparseMatrices;

/// <summary>A square matrix of mostly zeros in compressed rows, columns ascending within a row.</summary>
/// <param name="starts">Where the row of each index begins; one more for the end.</param>
/// <param name="columns">The columns of the entries.</param>
/// <param name="values">The entries.</param>
internal sealed class CsrMatrix(int[] starts, int[] columns, double[] values)
{
    /// <summary>Gets the number of rows and of columns.</summary>
    public int Order => starts.Length - 1;

    /// <summary>Gets the number of stored entries.</summary>
    public int EntryCount => columns.Length;

    public int[] Starts => starts;

    public int[] Columns => columns;

    public double[] Values => values;

    /// <summary>Adds up value times number over each row: one product of matrix and vector.</summary>
    public double[] Multiply(ReadOnlySpan<double> numbers)
    {
        double[] products = new double[Order];
        for (int row = 0; row < products.Length; row++)
        {
            double sum = 0;
            for (int place = starts[row]; place < starts[row + 1]; place++)
            {
                sum += values[place] * numbers[columns[place]];
            }

            products[row] = sum;
        }

        return products;
    }

    /// <summary>Gives the product of the transposed matrix and a vector.</summary>
    public double[] TransposeMultiply(ReadOnlySpan<double> numbers)
    {
        double[] products = new double[Order];
        for (int row = 0; row < products.Length; row++)
        {
            for (int place = starts[row]; place < starts[row + 1]; place++)
            {
                products[columns[place]] += values[place] * numbers[row];
            }
        }

        return products;
    }

    /// <summary>Turns rows into columns by one counting pass; rows ascend. Linear in entries and rows.</summary>
    public CsrMatrix Transposed()
    {
        int[] rows = new int[columns.Length];
        for (int row = 0; row < Order; row++)
        {
            rows.AsSpan(starts[row], starts[row + 1] - starts[row]).Fill(row);
        }

        GroupedRows byColumn = new(columns, Order);
        int[] others = new int[columns.Length];
        double[] turned = new double[columns.Length];
        for (int place = 0; place < others.Length; place++)
        {
            int entry = byColumn.Rows[place];
            (others[place], turned[place]) = (rows[entry], values[entry]);
        }

        return new CsrMatrix(byColumn.Starts.ToArray(), others, turned);
    }

    /// <summary>Gives an entry; 0 where none is stored.</summary>
    public double At(int row, int column)
    {
        int place = columns.AsSpan(starts[row], starts[row + 1] - starts[row]).BinarySearch(column);
        return place < 0 ? 0 : values[starts[row] + place];
    }

    /// <summary>Gives tr(AB') for a matrix of the same order: the sum of products of entries at the same place.</summary>
    public double Inner(CsrMatrix other)
    {
        double sum = 0;
        for (int row = 0; row < Order; row++)
        {
            (int a, int b) = (starts[row], other.Starts[row]);
            while (a < starts[row + 1] && b < other.Starts[row + 1])
            {
                int order = columns[a].CompareTo(other.Columns[b]);
                sum += order == 0 ? values[a] * other.Values[b] : 0;
                a += order <= 0 ? 1 : 0;
                b += order >= 0 ? 1 : 0;
            }
        }

        return sum;
    }
}

namespace Karkhana.Methods.Econometrics;

/// <summary>A dense matrix of numbers with derivatives, row after row.</summary>
internal sealed class DualMatrix(int rows, int columns)
{
    private readonly Dual[] _cells = new Dual[rows * columns];

    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    public Dual this[int row, int column]
    {
        get => _cells[(row * Columns) + column];
        set => _cells[(row * Columns) + column] = value;
    }

    public Span<Dual> Row(int row) => _cells.AsSpan(row * Columns, Columns);

    public void Clear() => Array.Clear(_cells);

    /// <summary>Replaces the lower triangle of a symmetric positive definite matrix by its Cholesky factor L.</summary>
    /// <returns>The logarithm of the determinant.</returns>
    public Dual Factorise()
    {
        Dual logarithm = 0;
        for (int i = 0; i < Rows; i++)
        {
            Span<Dual> own = Row(i);
            for (int j = 0; j <= i; j++)
            {
                Dual rest = own[j] - Dot(own[..j], Row(j)[..j]);
                own[j] = i == j ? Dual.Sqrt(rest) : rest / this[j, j];
            }

            logarithm += Dual.Log(own[i]);
        }

        return 2 * logarithm;
    }

    /// <summary>Replaces right by L⁻¹ right, this matrix holding L.</summary>
    public void SolveLower(DualMatrix right)
    {
        for (int i = 0; i < Rows; i++)
        {
            Span<Dual> target = right.Row(i);
            for (int j = 0; j < i; j++)
            {
                Subtract(target, this[i, j], right.Row(j));
            }

            for (int column = 0; column < target.Length; column++)
            {
                target[column] /= this[i, i];
            }
        }
    }

    /// <summary>Gives L⁻ᵀ right of the values, this matrix holding L.</summary>
    public double[] SolveUpper(ReadOnlySpan<double> right)
    {
        double[] solution = right.ToArray();
        for (int i = Rows - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < Rows; j++)
            {
                solution[i] -= this[j, i].Value * solution[j];
            }

            solution[i] /= this[i, i].Value;
        }

        return solution;
    }

    /// <summary>Takes left' right away from the block that begins at the given cell.</summary>
    public void SubtractProduct(DualMatrix left, DualMatrix right, int firstRow = 0, int firstColumn = 0)
    {
        for (int k = 0; k < left.Rows; k++)
        {
            Span<Dual> factor = right.Row(k);
            for (int i = 0; i < left.Columns; i++)
            {
                Subtract(Row(firstRow + i).Slice(firstColumn, factor.Length), left[k, i], factor);
            }
        }
    }

    private static void Subtract(Span<Dual> target, Dual factor, ReadOnlySpan<Dual> row)
    {
        for (int i = 0; i < row.Length; i++)
        {
            target[i] -= factor * row[i];
        }
    }

    private static Dual Dot(ReadOnlySpan<Dual> left, ReadOnlySpan<Dual> right)
    {
        Dual sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}

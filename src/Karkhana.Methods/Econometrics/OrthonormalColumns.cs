using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Columns made orthonormal one after another, those that the ones before determine left out.</summary>
/// <remarks>Modified Gram–Schmidt, twice over: the second pass takes away what rounding left of the first, so that Q is
/// orthogonal to the last bits however near to collinear the columns are (Giraud, Langou and Rozložník 2005,
/// doi:10.1007/s00211-005-0615-4). Cost: 4·n·k².</remarks>
internal sealed class OrthonormalColumns
{
    private readonly List<double[]> _upper = [];

    private OrthonormalColumns(int count) => Aliased = new bool[count];

    /// <summary>Gets the orthonormal columns of the terms that are not left out.</summary>
    public List<double[]> Basis { get; } = [];

    /// <summary>Gets which columns are determined by those before them.</summary>
    public bool[] Aliased { get; }

    /// <summary>Takes columns whose own lengths are the measure of what is left of them.</summary>
    public static OrthonormalColumns Of(double[][] columns, double tolerance) =>
        Of(columns, [.. columns.Select(Length)], tolerance);

    /// <summary>Takes columns with the lengths that what is left of them is measured by.</summary>
    public static OrthonormalColumns Of(double[][] columns, double[] lengths, double tolerance)
    {
        OrthonormalColumns result = new(columns.Length);
        for (int term = 0; term < columns.Length; term++)
        {
            double[] rest = [.. columns[term]];
            double[] shares = result.Clear(rest);
            double after = Length(rest);
            result.Aliased[term] = !(after > tolerance * lengths[term]);
            if (!result.Aliased[term])
            {
                for (int row = 0; row < rest.Length; row++)
                {
                    rest[row] /= after;
                }

                result.Basis.Add(rest);
                result._upper.Add([.. shares, after]);
            }
        }

        return result;
    }

    /// <summary>Gives R of QR: columns that are not left out are Q R.</summary>
    public Matrix<double> Upper() => Matrix<double>.Build.Dense(
        Basis.Count, Basis.Count, (row, column) => row <= column ? _upper[column][row] : 0);

    /// <summary>Gives Q.</summary>
    public Matrix<double> Matrix()
    {
        int rows = Basis[0].Length;
        double[] cells = new double[checked(rows * Basis.Count)];
        for (int term = 0; term < Basis.Count; term++)
        {
            Basis[term].CopyTo(cells, term * rows);
        }

        return Matrix<double>.Build.Dense(rows, Basis.Count, cells);
    }

    /// <summary>Takes the share of every basis column out of a column.</summary>
    public double[] Clear(double[] rest)
    {
        double[] shares = new double[Basis.Count];
        for (int pass = 0; pass < 2; pass++)
        {
            for (int term = 0; term < shares.Length; term++)
            {
                double share = Sums.Dot(Basis[term], rest);
                shares[term] += share;
                double[] direction = Basis[term];
                for (int row = 0; row < rest.Length; row++)
                {
                    rest[row] -= share * direction[row];
                }
            }
        }

        return shares;
    }

    private static double Length(double[] values) => Math.Sqrt(Sums.Dot(values, values));
}

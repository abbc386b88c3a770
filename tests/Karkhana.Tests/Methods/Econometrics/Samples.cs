using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Tests.Methods.Econometrics;

/// <summary>Regression samples with a constant, x and z, and the textbook formulas on their dense matrices.</summary>
internal sealed record Samples(double[] Y, double[] X, double[] Z, string[] Groups)
{
    public static readonly ModelSpecification Model = new() { Outcome = "y", Terms = ["x", "z"] };

    // Whole numbers over ten with a step in x, so that no sample is near collinear.
    public static readonly Gen<Samples> All =
        from rows in Gen.Int[10, 24]
        from y in Gen.Int[-40, 40].Array[rows]
        from x in Gen.Int[-20, 20].Array[rows]
        from z in Gen.Int[-20, 20].Array[rows]
        from towns in Gen.Int[0, 4].Array[rows]
        select new Samples(
            [.. y.Select(value => value / 10.0)],
            [.. x.Select((value, row) => (value / 10.0) + (row % 3))],
            [.. z.Select((value, row) => (value / 10.0) + (row % 5))],
            [.. towns.Select((town, row) => $"g{(row < 5 ? row : town)}")]);

    public int Rows => Y.Length;

    public RegressionSample ToSample() => new(Table.Of(
        "sample", Column.Of("y", Y), Column.Of("x", X), Column.Of("z", Z)));

    public Samples InOrder(int[] rows) => new(
        [.. rows.Select(row => Y[row])], [.. rows.Select(row => X[row])], [.. rows.Select(row => Z[row])], [.. rows.Select(row => Groups[row])]);

    public Matrix<double> Design() => Matrix<double>.Build.Dense(Rows, 3, (row, term) => term == 0 ? 1 : term == 1 ? X[row] : Z[row]);

    public Matrix<double> Bread() => Design().TransposeThisAndMultiply(Design()).Inverse();

    public Matrix<double> Hat() => Design() * Bread() * Design().Transpose();

    public Vector<double> Coefficients() => Bread() * Design().TransposeThisAndMultiply(Vector<double>.Build.Dense(Y));

    public Vector<double> Residuals() => Vector<double>.Build.Dense(Y) - (Design() * Coefficients());

    /// <summary>(X'X)⁻¹ X'ΩX (X'X)⁻¹.</summary>
    public double[] Sandwich(Matrix<double> omega) =>
        (Bread() * Design().TransposeThisAndMultiply(omega * Design()) * Bread()).ToRowMajorArray();
}

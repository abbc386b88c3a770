using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Spatial;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Tests.Methods.Econometrics;

/// <summary>Units with neighbours, a term x and an outcome that follows a spatial lag model; the textbook formulas on dense matrices.</summary>
internal sealed record SpatialSamples(double[,] Dense, double[] X, double[] Y)
{
    public static readonly ModelSpecification Model = new() { Outcome = "y", Terms = ["x"] };

    /// <summary>Zeros and ones over 12 to 20 units; about one unit in ten has no link of its own.</summary>
    public static readonly Gen<double[,]> Links =
        from n in Gen.Int[12, 20]
        from cells in Gen.Int[0, 9].Array[n * n]
        from islands in Gen.Int[0, 9].Array[n]
        select LinksOf(n, (i, j) => (cells[(i * n) + j] < 2 || j == (i + 1) % n) && islands[i] > 0);

    public static readonly Gen<SpatialSamples> All =
        from links in Links
        from symmetric in Gen.Bool
        from rho in Gen.Int[-5, 6]
        from x in Gen.Int[-30, 30].Array[links.GetLength(0)]
        from noise in Gen.Int[-20, 20].Array[links.GetLength(0)]
        select Of(Standardised(links, symmetric), rho / 10.0, x, noise);

    public int Count => Y.Length;

    public Matrix<double> W => Matrix<double>.Build.DenseOfArray(Dense);

    public Vector<double> Outcome => Vector<double>.Build.Dense(Y);

    public Matrix<double> Terms => Matrix<double>.Build.Dense(Count, 2, (row, term) => term == 0 ? 1 : X[row]);

    public static Matrix<double> Identity(int n) => Matrix<double>.Build.DenseIdentity(n);

    /// <summary>Divides rows by their sums, after making links mutual where asked.</summary>
    public static double[,] Standardised(double[,] links, bool symmetric = false)
    {
        int n = links.GetLength(0);
        double[,] result = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                result[i, j] = symmetric ? Math.Max(links[i, j], links[j, i]) : links[i, j];
            }
        }

        for (int i = 0; i < n; i++)
        {
            double sum = Enumerable.Range(0, n).Sum(j => result[i, j]);
            for (int j = 0; j < n && sum > 0; j++)
            {
                result[i, j] /= sum;
            }
        }

        return result;
    }

    public static SpatialWeights Weights(double[,] dense)
    {
        int n = dense.GetLength(0);
        (int, int)[] links = [.. Enumerable.Range(0, n * n).Where(cell => dense[cell / n, cell % n] != 0).Select(cell => (cell / n, cell % n))];
        return SpatialWeights.Of(
            [.. Enumerable.Range(0, n).Select(unit => $"u{unit}")], [.. links.Select(link => link.Item1)], [.. links.Select(link => link.Item2)],
            [.. links.Select(link => dense[link.Item1, link.Item2])]);
    }

    /// <summary>A square map whose cells are neighbours along their sides, rows of weights adding up to 1.</summary>
    public static SpatialWeights Grid(int side)
    {
        List<int> from = [];
        List<int> to = [];
        for (int cell = 0; cell < side * side; cell++)
        {
            foreach ((int across, int down) in new[] { (-1, 0), (1, 0), (0, -1), (0, 1) })
            {
                (int x, int y) = ((cell % side) + across, (cell / side) + down);
                if (x >= 0 && x < side && y >= 0 && y < side)
                {
                    from.Add(cell);
                    to.Add((y * side) + x);
                }
            }
        }

        return SpatialWeights.Of([.. Enumerable.Range(0, side * side).Select(cell => $"c{cell}")], from, to).Coded(WeightsStyle.RowStandardised);
    }

    public SpatialSample ToSample() => new(
        new RegressionSample(Table.Of("sample", Column.Of("y", Y), Column.Of("x", X))), Weights(Dense));

    public SpatialSamples InOrder(int[] order)
    {
        double[,] turned = new double[Count, Count];
        for (int i = 0; i < Count; i++)
        {
            for (int j = 0; j < Count; j++)
            {
                turned[i, j] = Dense[order[i], order[j]];
            }
        }

        return new SpatialSamples(turned, [.. order.Select(row => X[row])], [.. order.Select(row => Y[row])]);
    }

    public Matrix<double> Filter(double rho) => Identity(Count) - (rho * W);

    /// <summary>Gives the concentrated log-likelihood of the model with lag ρ and error λ.</summary>
    public double LogLikelihood(double rho, double lambda, Matrix<double>? terms = null)
    {
        Vector<double> residuals = Residuals(rho, lambda, terms);
        return Math.Log(Filter(rho).Determinant()) + Math.Log(Filter(lambda).Determinant())
            - (0.5 * Count * (Math.Log(2 * Math.PI * residuals.DotProduct(residuals) / Count) + 1));
    }

    public Vector<double> Slopes(double rho, double lambda, Matrix<double>? terms = null) =>
        (Filter(lambda) * (terms ?? Terms)).QR().Solve(Filter(lambda) * Filter(rho) * Outcome);

    public Vector<double> Residuals(double rho, double lambda, Matrix<double>? terms = null) =>
        (Filter(lambda) * Filter(rho) * Outcome) - (Filter(lambda) * (terms ?? Terms) * Slopes(rho, lambda, terms));

    /// <summary>Gives W(I − ρW)⁻¹.</summary>
    public Matrix<double> Multiplied(double rho) => W * Filter(rho).Inverse();

    private static double[,] LinksOf(int n, Func<int, int, bool> linked)
    {
        double[,] links = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                links[i, j] = i != j && linked(i, j) ? 1 : 0;
            }
        }

        return links;
    }

    private static SpatialSamples Of(double[,] dense, double rho, int[] x, int[] noise)
    {
        int n = dense.GetLength(0);
        double[] terms = [.. x.Select((value, row) => (value / 10.0) + (row % 3))];
        Vector<double> mean = Vector<double>.Build.Dense(n, row => 1 + (2 * terms[row]) + (noise[row] / 10.0) + (row % 4 / 7.0));
        return new SpatialSamples(dense, terms, [.. (Identity(n) - (rho * Matrix<double>.Build.DenseOfArray(dense))).Solve(mean)]);
    }
}

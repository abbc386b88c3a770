using CsCheck;
using Karkhana.Methods.SparseMatrices;
using Karkhana.Tests.Methods.Econometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.SparseMatrices;

public sealed class AutoregressiveMatrixTests
{
    private static readonly Gen<double> Rhos = Gen.Int[-98, 98].Select(hundredths => hundredths / 100.0);

    [Fact]
    public void Determinants_of_symmetric_and_of_other_weights_are_those_of_the_dense_matrix() =>
        Gen.Select(SpatialSamples.Links, Gen.Bool, Rhos).Sample((links, symmetric, rho) =>
        {
            double[,] dense = SpatialSamples.Standardised(links, symmetric);
            AutoregressiveMatrix matrix = AutoregressiveMatrix.Of(Csr(dense));
            Matrix<double> filter = Filter(dense, rho);
            return (!symmetric || matrix.IsSymmetrisable)
                && Bits.Close([matrix.LogDeterminant(rho, TestContext.Current.CancellationToken)], [Math.Log(filter.Determinant())], relative: 1e-10);
        });

    [Fact]
    public void Equations_are_solved_both_ways() => Gen.Select(SpatialSamples.Links, Gen.Bool, Rhos).Sample((links, symmetric, rho) =>
    {
        double[,] dense = SpatialSamples.Standardised(links, symmetric);
        AutoregressiveInverse inverse = AutoregressiveMatrix.Of(Csr(dense)).At(rho, TestContext.Current.CancellationToken).ShouldNotBeNull();
        double[] right = [.. Enumerable.Range(0, dense.GetLength(0)).Select(row => (row % 7) - 2.5)];
        Vector<double> b = Vector<double>.Build.Dense(right);
        return Bits.Close(inverse.Solve(right), [.. Filter(dense, rho).Solve(b)], relative: 1e-9)
            && Bits.Close(inverse.SolveTransposed(right), [.. Filter(dense, rho).Transpose().Solve(b)], relative: 1e-9);
    });

    [Fact]
    public void Weights_that_were_standardised_before_are_still_seen_to_be_symmetrisable()
    {
        // A path of three: rows (0, 1, 0), (1/2, 0, 1/2), (0, 1, 0).
        double[] scale = SymmetricSimilarity.ScaleOf(Csr(new double[,] { { 0, 1, 0 }, { 0.5, 0, 0.5 }, { 0, 1, 0 } })).ShouldNotBeNull();

        scale.ShouldBe([1, 2, 1]);
        SymmetricSimilarity.ScaleOf(Csr(new double[,] { { 0, 1, 0 }, { 0, 0, 1 }, { 1, 0, 0 } })).ShouldBeNull();

        // Links go both ways here, but round the circle their products differ.
        SymmetricSimilarity.ScaleOf(Csr(new double[,] { { 0, 2, 1 }, { 1, 0, 2 }, { 2, 1, 0 } })).ShouldBeNull();
    }

    [Fact]
    public void An_order_holds_each_row_once_and_leaves_fewer_entries_than_the_order_of_a_map()
    {
        CsrMatrix grid = SpatialSamples.Grid(30).ToMatrix();
        int[] order = MinimumDegree.Order(grid);

        order.Order().ShouldBe(Enumerable.Range(0, 900));
        int natural = FactorPlan.Of(PencilPattern.OfSymmetric(grid).Pattern, [.. Enumerable.Range(0, 900)]).ColumnRows.Length;
        AutoregressiveMatrix.Of(grid).FactorEntries.ShouldBeLessThan(natural / 2);
    }

    [Fact]
    public void Hubs_come_last()
    {
        // A hub with 400 others, each of these tied to the next too.
        double[,] dense = new double[401, 401];
        for (int row = 1; row <= 400; row++)
        {
            (dense[0, row], dense[row, 0]) = (1, 1);
            int next = (row % 400) + 1;
            (dense[row, next], dense[next, row]) = (1, 1);
        }

        MinimumDegree.Order(Csr(dense))[^1].ShouldBe(0);
        AutoregressiveMatrix.Of(Csr(SpatialSamples.Standardised(dense))).LogDeterminant(0.5, TestContext.Current.CancellationToken)
            .ShouldBe(Math.Log(Filter(SpatialSamples.Standardised(dense), 0.5).Determinant()), tolerance: 1e-8);
    }

    [Fact]
    public void A_matrix_that_is_not_positive_definite_has_no_factor()
    {
        CsrMatrix pair = Csr(new double[,] { { 0, 1 }, { 1, 0 } });

        AutoregressiveMatrix.Of(pair).At(1.5, TestContext.Current.CancellationToken).ShouldBeNull();
        AutoregressiveMatrix.Of(pair).LogDeterminant(-1.5, TestContext.Current.CancellationToken).ShouldBe(double.NegativeInfinity);
        AutoregressiveMatrix.Of(pair).LogDeterminant(0.5, TestContext.Current.CancellationToken).ShouldBe(Math.Log(0.75), tolerance: 1e-15);
    }

    [Fact]
    public void Products_and_traces_are_those_of_the_dense_matrix() => SpatialSamples.Links.Sample(links =>
    {
        double[,] dense = SpatialSamples.Standardised(links, symmetric: false);
        (CsrMatrix sparse, Matrix<double> w) = (Csr(dense), Matrix<double>.Build.DenseOfArray(dense));
        double[] numbers = [.. Enumerable.Range(0, sparse.Order).Select(row => (row % 5) - 1.5)];
        Vector<double> x = Vector<double>.Build.Dense(numbers);
        return Bits.Close(sparse.Multiply(numbers), [.. w * x], relative: 1e-13)
            && Bits.Close(sparse.TransposeMultiply(numbers), [.. w.TransposeThisAndMultiply(x)], relative: 1e-13)
            && Bits.Close(
                [sparse.Inner(sparse.Transposed()), sparse.Inner(sparse)], [(w * w).Trace(), w.TransposeThisAndMultiply(w).Trace()], relative: 1e-13)
            && sparse.At(0, 1).Equals(dense[0, 1]);
    });

    private static CsrMatrix Csr(double[,] dense) => SpatialSamples.Weights(dense).ToMatrix();

    private static Matrix<double> Filter(double[,] dense, double rho) =>
        Matrix<double>.Build.DenseIdentity(dense.GetLength(0)) - (rho * Matrix<double>.Build.DenseOfArray(dense));
}

using CsCheck;
using Karkhana.Methods.Econometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class ClusterRobustRegressionTests
{
    [Theory]
    [InlineData(ClusterCorrection.Cr0)]
    [InlineData(ClusterCorrection.Cr1)]
    [InlineData(ClusterCorrection.Cr2)]
    [InlineData(ClusterCorrection.Cr3)]
    public void Covariances_are_those_of_the_dense_formula(ClusterCorrection correction) => Samples.All.Sample(sample => Bits.Close(
        Estimate(sample.ToSample() with { Clusters = [sample.Groups] }, correction).Covariance,
        Dense(sample, sample.Groups, correction),
        relative: 1e-7));

    [Theory]
    [InlineData(ClusterCorrection.Cr0, CovarianceEstimator.Hc0)]
    [InlineData(ClusterCorrection.Cr1, CovarianceEstimator.Hc1)]
    [InlineData(ClusterCorrection.Cr2, CovarianceEstimator.Hc2)]
    [InlineData(ClusterCorrection.Cr3, CovarianceEstimator.Hc3)]
    public void Clusters_of_one_row_each_are_no_clusters(ClusterCorrection correction, CovarianceEstimator estimator) => Samples.All.Sample(sample =>
    {
        string[] singletons = [.. Enumerable.Range(0, sample.Rows).Select(row => $"r{row}")];
        OrdinaryLeastSquaresResult robust = OrdinaryLeastSquares.Estimate(
            sample.ToSample(),
            new OrdinaryLeastSquaresOptions { Model = Samples.Model, Covariance = estimator },
            cancellationToken: TestContext.Current.CancellationToken);
        return sample.Hat().Diagonal().Maximum() > 0.99 || Bits.Close(
            Estimate(sample.ToSample() with { Clusters = [singletons] }, correction).Covariance, robust.Covariance, relative: 1e-8);
    });

    [Theory]
    [InlineData(ClusterCorrection.Cr0, TwoWayAdjustment.Each)]
    [InlineData(ClusterCorrection.Cr1, TwoWayAdjustment.Each)]
    [InlineData(ClusterCorrection.Cr1, TwoWayAdjustment.Minimum)]
    public void Two_groupings_add_up_less_what_they_share(ClusterCorrection correction, TwoWayAdjustment adjustment) => Samples.All.Sample(sample =>
    {
        string[] years = [.. Enumerable.Range(0, sample.Rows).Select(row => $"y{row % 3}")];
        string[] both = [.. sample.Groups.Zip(years, (group, year) => group + year)];
        int? fewest = adjustment == TwoWayAdjustment.Minimum ? Math.Min(sample.Groups.Distinct().Count(), 3) : null;
        double[] first = Dense(sample, sample.Groups, correction, fewest);
        double[] second = Dense(sample, years, correction, fewest);
        double[] shared = Dense(sample, both, correction, fewest);
        ClusterRobustRegressionResult result = Estimate(sample.ToSample() with { Clusters = [sample.Groups, years] }, correction, adjustment);
        return Bits.Close(result.Covariance, [.. first.Select((value, cell) => value + second[cell] - shared[cell])], relative: 1e-8)
            && result.Coefficients.DegreesOfFreedom.All(degrees => degrees == 2)
            && result.Clusters.SequenceEqual([sample.Groups.Distinct().Count(), 3]);
    });

    [Fact]
    public void Two_equal_groupings_are_one() => Samples.All.Sample(sample => Bits.Close(
        Estimate(sample.ToSample() with { Clusters = [sample.Groups, sample.Groups] }).Covariance,
        Estimate(sample.ToSample() with { Clusters = [sample.Groups] }).Covariance,
        relative: 1e-9));

    [Fact]
    public void Neither_the_names_of_clusters_nor_the_order_of_rows_matter() => Samples.All.Sample(sample =>
    {
        Samples turned = sample.InOrder([.. Enumerable.Range(0, sample.Rows).Reverse()]);
        return Bits.Close(
            Estimate(turned.ToSample() with { Clusters = [[.. turned.Groups.Select(group => "town " + group)]] }, ClusterCorrection.Cr2).Covariance,
            Estimate(sample.ToSample() with { Clusters = [sample.Groups] }, ClusterCorrection.Cr2).Covariance,
            relative: 1e-7);
    });

    [Fact]
    public void A_cluster_that_determines_a_term_alone_does_not_break_cr2_and_cr3()
    {
        // z is not zero in cluster c only, so that I - H of that cluster cannot be inverted.
        Samples sample = new([1, 2, 4, 3, 6, 5, 9], [0, 1, 2, 1, 3, 2, 4], [0, 0, 0, 0, 0, 0, 1], ["a", "a", "b", "b", "b", "a", "c"]);

        foreach (ClusterCorrection correction in (ClusterCorrection[])[ClusterCorrection.Cr2, ClusterCorrection.Cr3])
        {
            Bits.Close(
                Estimate(sample.ToSample() with { Clusters = [sample.Groups] }, correction).Covariance,
                Dense(sample, sample.Groups, correction),
                relative: 1e-8).ShouldBeTrue();
        }
    }

    [Fact]
    public void Tests_count_clusters_and_few_of_them_are_a_warning()
    {
        Samples sample = new([1, 2, 4, 3, 6, 5], [0, 1, 2, 1, 3, 2], [1, 0, 2, 2, 0, 1], ["a", "a", "b", "b", "c", "c"]);

        ClusterRobustRegressionResult result = Estimate(sample.ToSample() with { Clusters = [sample.Groups] });

        result.Coefficients.DegreesOfFreedom.ShouldBe([2, 2, 2]);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("few-clusters");
        result.Notes[0].Text.ShouldStartWith("Only 3 clusters");
    }

    [Fact]
    public void Clusters_follow_the_rows_that_are_complete()
    {
        Samples full = new([1, 2, 4, 3, 6, 5], [0, 1, 2, 1, 3, 2], [1, 0, 2, 2, 0, 1], ["a", "a", "b", "b", "c", "c"]);
        Samples gap = new([1, 9, 2, 4, 3, 6, 5], [0, double.NaN, 1, 2, 1, 3, 2], [1, 1, 0, 2, 2, 0, 1], ["a", "q", "a", "b", "b", "c", "c"]);

        ClusterRobustRegressionResult result = Estimate(gap.ToSample() with { Clusters = [gap.Groups] });

        result.Clusters.ShouldBe([3]);
        result.Covariance.ShouldBe(Estimate(full.ToSample() with { Clusters = [full.Groups] }).Covariance);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Samples sample = new([1, 2, 4, 3, 6], [0, 1, 2, 1, 3], [1, 0, 2, 2, 0], ["a", "a", "b", "b", "c"]);
        RegressionSample plain = sample.ToSample();

        Should.Throw<ArgumentException>(() => Estimate(plain)).Message.ShouldContain("one or two groupings");
        Should.Throw<ArgumentException>(() => Estimate(plain with { Clusters = [sample.Groups, sample.Groups, sample.Groups] }));
        Should.Throw<ArgumentException>(() => Estimate(plain with { Clusters = [["a", "a", "a", "a", "a"]] })).Message.ShouldContain("two clusters");
        Should.Throw<ArgumentException>(() => Estimate(plain with { Clusters = [sample.Groups, sample.Groups] }, ClusterCorrection.Cr2));
        Should.Throw<ArgumentException>(() => Estimate(plain with { Clusters = [["a", "b"]] }));
        Should.Throw<ArgumentException>(() => Estimate(plain with { Clusters = [["a", "b", "a", "b", "a", "b"]] }));
    }

    private static ClusterRobustRegressionResult Estimate(
        RegressionSample sample, ClusterCorrection correction = ClusterCorrection.Cr1, TwoWayAdjustment adjustment = TwoWayAdjustment.Each) =>
        ClusterRobustRegression.Estimate(
            sample,
            new ClusterRobustRegressionOptions { Model = Samples.Model, Correction = correction, TwoWayAdjustment = adjustment },
            cancellationToken: TestContext.Current.CancellationToken);

    // The textbook form: Ω holds A_g e_g e_g' A_g' for each cluster, A_g a power of I - H_gg.
    private static double[] Dense(Samples sample, string[] groups, ClusterCorrection correction, int? clusters = null)
    {
        Matrix<double> hat = sample.Hat();
        Vector<double> residuals = sample.Residuals();
        Matrix<double> omega = Matrix<double>.Build.Dense(sample.Rows, sample.Rows);
        foreach (int[] rows in Enumerable.Range(0, sample.Rows).GroupBy(row => groups[row]).Select(group => group.ToArray()))
        {
            Matrix<double> rest = Matrix<double>.Build.Dense(rows.Length, rows.Length, (i, j) => (i == j ? 1 : 0) - hat[rows[i], rows[j]]);
            Vector<double> own = Vector<double>.Build.Dense(rows.Length, i => residuals[rows[i]]);
            Vector<double> adjusted = correction switch
            {
                ClusterCorrection.Cr2 => Power(rest, -0.5) * own,
                ClusterCorrection.Cr3 => Power(rest, -1) * own,
                _ => own,
            };
            for (int i = 0; i < rows.Length; i++)
            {
                for (int j = 0; j < rows.Length; j++)
                {
                    omega[rows[i], rows[j]] = adjusted[i] * adjusted[j];
                }
            }
        }

        double g = clusters ?? groups.Distinct().Count();
        double factor = correction == ClusterCorrection.Cr1 ? g / (g - 1) * (sample.Rows - 1.0) / (sample.Rows - 3) : 1;
        return [.. sample.Sandwich(omega).Select(value => value * factor)];
    }

    private static Matrix<double> Power(Matrix<double> symmetric, double power)
    {
        var eigen = symmetric.Evd(Symmetricity.Symmetric);
        Vector<double> powers = Vector<double>.Build.Dense(symmetric.RowCount, i => Raise(eigen.EigenValues[i].Real));
        return eigen.EigenVectors * Matrix<double>.Build.DiagonalOfDiagonalVector(powers) * eigen.EigenVectors.Transpose();

        double Raise(double value) => value < 1e-9 ? 0 : Math.Pow(value, power);
    }
}

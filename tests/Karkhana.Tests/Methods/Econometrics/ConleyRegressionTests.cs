using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class ConleyRegressionTests
{
    // Whole degrees: many shared places, the antimeridian and both poles.
    private static readonly Gen<(Samples Sample, int[] X, int[] Y, int Cutoff)> Placed =
        from sample in Samples.All
        from x in Gen.Int[-185, 185].Array[sample.Rows]
        from y in Gen.Int[-90, 90].Array[sample.Rows]
        from narrow in Gen.Bool
        from cutoff in Gen.Int[1, 25000]
        select (
            sample,
            narrow ? x.Select(value => 178 + (value % 5)).ToArray() : x,
            narrow ? y.Select(value => 86 + (value % 5)).ToArray() : y,
            cutoff);

    [Theory]
    [InlineData(SpatialKernelKind.Uniform, CoordinateDistance.GreatCircle)]
    [InlineData(SpatialKernelKind.Bartlett, CoordinateDistance.GreatCircle)]
    [InlineData(SpatialKernelKind.Epanechnikov, CoordinateDistance.GreatCircle)]
    [InlineData(SpatialKernelKind.Uniform, CoordinateDistance.Euclidean)]
    [InlineData(SpatialKernelKind.Bartlett, CoordinateDistance.Euclidean)]
    [InlineData(SpatialKernelKind.Epanechnikov, CoordinateDistance.Euclidean)]
    public void The_covariance_is_that_of_all_pairs(SpatialKernelKind kernel, CoordinateDistance distance) => Placed.Sample(drawn =>
    {
        bool sphere = distance == CoordinateDistance.GreatCircle;
        double cutoff = sphere ? drawn.Cutoff + 0.37 : (drawn.Cutoff % 300) + 1;
        ConleyRegressionOptions options = new() { Model = Samples.Model, Cutoff = cutoff, Kernel = kernel, Distance = distance };
        Vector<double> e = drawn.Sample.Residuals();
        Matrix<double> omega = Matrix<double>.Build.Dense(drawn.Sample.Rows, drawn.Sample.Rows, (i, j) =>
            Weight(sphere ? Haversine(drawn.X[i], drawn.Y[i], drawn.X[j], drawn.Y[j]) : Straight(drawn.X[i] - drawn.X[j], drawn.Y[i] - drawn.Y[j])) * e[i] * e[j]);
        return Bits.Close(Estimate(Sample(drawn), options).Covariance.Values, drawn.Sample.Sandwich(omega), relative: 1e-7);

        double Weight(double d) => kernel switch
        {
            SpatialKernelKind.Uniform => d < cutoff ? 1 : 0,
            SpatialKernelKind.Bartlett => Math.Max(0, 1 - (d / cutoff)),
            _ => Math.Max(0, 1 - (d / cutoff * (d / cutoff))),
        };
    }, iter: 200);

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        const int rows = 3000;
        RegressionSample sample = new(Table.Of(
            "sample",
            Column.Of("y", Enumerable.Range(0, rows).Select(row => Math.Sin(row))),
            Column.Of("x", Enumerable.Range(0, rows).Select(row => Math.Cos(row * 0.7)))));
        PlacedSample placed = new(
            sample, [.. Enumerable.Range(0, rows).Select(row => row * 37 % 1000 / 100.0)], [.. Enumerable.Range(0, rows).Select(row => row * 91 % 997 / 100.0)]);
        ConleyRegressionOptions options = new() { Model = ModelSpecification.Parse("y ~ x"), Cutoff = 120 };

        Bits.Same(Estimate(placed, options, 1).Covariance.Values, Estimate(placed, options, 4).Covariance.Values).ShouldBeTrue();
    }

    [Fact]
    public void A_cutoff_that_no_pair_reaches_gives_white_s_covariance() => Samples.All.Sample(sample =>
    {
        PlacedSample apart = new(sample.ToSample(), [.. sample.Y.Select((_, row) => (double)row)], [.. sample.Y.Select(_ => 10.0)]);
        RobustRegressionResult result = Estimate(apart, new ConleyRegressionOptions { Model = Samples.Model, Cutoff = 1 });
        return Bits.Close(result.Covariance.Values, result.Model.Covariance(CovarianceEstimator.Hc0).Values, relative: 1e-10);
    });

    [Fact]
    public void The_cutoff_itself_is_outside_and_shared_places_are_said()
    {
        RegressionSample sample = new(Table.Of("sample", Column.Of("y", [1.0, 3, 2, 6])));
        ConleyRegressionOptions options = new()
        {
            Model = ModelSpecification.Parse("y ~ 1"),
            Distance = CoordinateDistance.Euclidean,
            Kernel = SpatialKernelKind.Uniform,
            Cutoff = 5,
        };

        // Residuals -2, 0, -1, 3; (0, 0) and (3, 4) are 5 apart; the last two share a place: squares 14, product -3 twice.
        RobustRegressionResult result = Estimate(new PlacedSample(sample, [0, 3, 50, 50], [0, 4, 50, 50]), options);

        result.Covariance.Values[0].ShouldBe(8.0 / 16, tolerance: 1e-14);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("shared-places");
        result.Covariance.Description.ShouldContain("cutoff 5 units of the coordinates");
    }

    [Fact]
    public void A_variance_below_zero_is_said_and_has_no_error()
    {
        // Ends far apart, the middle near both: (−1)² + 2² + (−1)² − 2·2 − 2·2 < 0.
        RegressionSample sample = new(Table.Of("sample", Column.Of("y", [1.0, 4, 1])));
        RobustRegressionResult result = Estimate(new PlacedSample(sample, [0, 1, 2], [0, 0, 0]), new ConleyRegressionOptions
        {
            Model = ModelSpecification.Parse("y ~ 1"),
            Distance = CoordinateDistance.Euclidean,
            Kernel = SpatialKernelKind.Uniform,
            Cutoff = 1.5,
        });

        result.Covariance.Values[0].ShouldBe(-2.0 / 9, tolerance: 1e-14);
        result.Coefficients.StandardErrors[0].ShouldBe(double.NaN);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("negative-variance");
    }

    [Fact]
    public void Rows_without_a_place_are_dropped_and_wrong_places_refused()
    {
        RegressionSample sample = new(Table.Of("sample", Column.Of("y", [1.0, 99, 3, 2, 6])));
        ConleyRegressionOptions options = new() { Model = ModelSpecification.Parse("y ~ 1"), Cutoff = 10 };

        RobustRegressionResult result = Estimate(new PlacedSample(sample, [1, double.NaN, 2, 3, 4], [1, 1, 1, 1, 1]), options);
        result.Coefficients.Estimates[0].ShouldBe(3, tolerance: 1e-14);
        result.Notes.ShouldContain(note => note.Code == "dropped-rows");

        Should.Throw<ArgumentException>(() => Estimate(new PlacedSample(sample, [1, 2, 3, 4, 5], [1, 1, 91, 1, 1]), options))
            .Message.ShouldContain("row 3 was (3, 91)");
        Should.Throw<ArgumentException>(() => Estimate(new PlacedSample(sample, [1, 2], [1, 1]), options));
        Should.Throw<ArgumentOutOfRangeException>(() => options with { Cutoff = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => options with { EarthRadius = -1 });
    }

    private static PlacedSample Sample((Samples Sample, int[] X, int[] Y, int Cutoff) drawn) => new(
        drawn.Sample.ToSample(), [.. drawn.X.Select(x => (double)x)], [.. drawn.Y.Select(y => (double)y)]);

    private static double Straight(double x, double y) => Math.Sqrt((x * x) + (y * y));

    private static double Haversine(double lon1, double lat1, double lon2, double lat2)
    {
        const double degree = Math.PI / 180;
        double a = Math.Pow(Math.Sin((lat1 - lat2) * degree / 2), 2)
            + (Math.Cos(lat1 * degree) * Math.Cos(lat2 * degree) * Math.Pow(Math.Sin((lon1 - lon2) * degree / 2), 2));
        return 2 * 6371.01 * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }

    private static RobustRegressionResult Estimate(PlacedSample sample, ConleyRegressionOptions options, int workers = 0) =>
        ConleyRegression.Estimate(sample, options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}

using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class TobitRegressionTests
{
    internal static readonly double[] Spent = [0, 0, 3.2, 1.1, 0, 4.5, 2.2, 0, 6.1, 0.7, 0, 1.9, 2.8, 0, 5.0, 0, 1.2, 3.9, 0, 2.4];
    internal static readonly double[] Steps = [1, 2, 3, 2, 1, 4, 3, 2, 5, 1, 2, 3, 4, 3, 5, 1, 2, 4, 4, 3];
    internal static readonly double[] Flags = [0, 1, 0, 1, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1];
    private static readonly ModelSpecification Model = new() { Outcome = "y", Terms = ["x", "z"] };

    [Fact]
    public void Twenty_firms_have_the_estimates_of_aer()
    {
        // R 4.2.2, AER 1.2-10: tobit(y ~ x + z).
        TobitRegressionResult result = Estimate(Firms(), Model);

        Bits.Close(result.Coefficients.Estimates, [-3.42194430, 1.60301977, 0.36979839], relative: 1e-8).ShouldBeTrue();
        Bits.Close(result.Coefficients.StandardErrors, [1.15957316, 0.33103532, 0.77582832], relative: 1e-8).ShouldBeTrue();
        result.Scale.ShouldBe(1.570092874, tolerance: 1e-8);
        result.ScaleStandardError.ShouldBe(1.570092874 * 0.21859743, tolerance: 1e-7);
        result.Fit.LogLikelihood.ShouldBe(-27.82691968, tolerance: 1e-7);
        result.Counts.ShouldBe((8, 12, 0));
    }

    [Fact]
    public void Half_of_the_observations_at_the_limit_are_solved_by_hand()
    {
        // One group: with the share p at or below the limit 0 and the others all at c, h = 1/σ and a = b/σ satisfy
        // (1 − p)(hc − a) = pφ(a)/Φ(−a) and 1/h = c(hc − a).
        TobitRegressionResult result = Estimate(
            new RegressionSample(Table.Of("sample", Column.Of("y", [0.0, 0, 2, 2, 2, 2.000001]))), new() { Outcome = "y", Terms = [] });
        double h = 1 / result.Scale;
        double a = h * result.Coefficients.Estimates[0];
        (2 / 3.0 * ((2 * h) - a)).ShouldBe(Normal.PDF(0, 1, a) / Normal.CDF(0, 1, -a) / 3, tolerance: 1e-5);
        (1 / h).ShouldBe(2 * ((2 * h) - a), tolerance: 1e-5);
    }

    [Fact]
    public void Without_limits_it_is_least_squares() => Samples.All.Sample(sample =>
    {
        TobitRegressionResult result = Estimate(sample.ToSample(), Samples.Model, o => o with { Lower = null });
        double variance = sample.Residuals().DotProduct(sample.Residuals()) / sample.Rows;
        return variance < 1e-6 || (result.Notes.Single().Code == "no-censoring"
            && Bits.Close(result.Coefficients.Estimates, [.. sample.Coefficients()], relative: 1e-8)
            && Bits.Close(result.Covariance, (sample.Bread() * variance).ToRowMajorArray(), relative: 1e-7)
            && Bits.Close([result.Scale], [Math.Sqrt(variance)], relative: 1e-8)
            && Bits.Close([result.AverageMarginalEffects[1]], [result.Coefficients.Estimates[1]], relative: 1e-12));
    });

    [Fact]
    public void Mirrored_outcomes_with_mirrored_limits_have_mirrored_estimates() => Samples.All.Sample(drawn =>
    {
        // Eight outcomes are brought between the limits: three terms need more than three there.
        Samples sample = drawn with { Y = [.. drawn.Y.Select((y, row) => row < 8 ? y / 2.5 : y)] };
        TobitRegressionResult plain = Estimate(sample.ToSample(), Samples.Model, o => o with { Lower = -2, Upper = 3 });
        TobitRegressionResult turned = Estimate(
            (sample with { Y = [.. sample.Y.Select(y => 10 * -y)] }).ToSample(), Samples.Model, o => o with { Lower = -30, Upper = 20, Covariance = LikelihoodCovariance.Information });
        return Bits.Close([.. turned.Coefficients.Estimates.Select(b => -b / 10)], plain.Coefficients.Estimates, relative: 1e-6)
            && Bits.Close([.. turned.Coefficients.StandardErrors.Select(e => e / 10)], plain.Coefficients.StandardErrors, relative: 1e-6)
            && plain.Counts.Left == turned.Counts.Right;
    }, iter: 60);

    [Fact]
    public void Whole_weights_are_repeated_rows() => Gen.Int[1, 3].Array[20].Sample(counts =>
    {
        int[] repeated = [.. Enumerable.Range(0, 20).SelectMany(row => Enumerable.Repeat(row, counts[row]))];
        TobitRegressionResult byWeight = Estimate(Firms() with { Weights = [.. counts.Select(count => (double)count)] }, Model, o => o with { Covariance = LikelihoodCovariance.Sandwich });
        TobitRegressionResult byRow = Estimate(new RegressionSample(Table.Of(
            "sample", Column.Of("y", repeated.Select(row => Spent[row])), Column.Of("x", repeated.Select(row => Steps[row])), Column.Of("z", repeated.Select(row => Flags[row])))),
            Model, o => o with { Covariance = LikelihoodCovariance.Sandwich });
        return Bits.Close(byWeight.Coefficients.Estimates, byRow.Coefficients.Estimates, relative: 1e-7)
            && Bits.Close(byWeight.Covariance, byRow.Covariance, relative: 1e-7)
            && Bits.Close([byWeight.Fit.LogLikelihood, byWeight.Fit.NullLogLikelihood], [byRow.Fit.LogLikelihood, byRow.Fit.NullLogLikelihood], relative: 1e-9);
    });

    [Theory]
    [InlineData(-1.0)]
    [InlineData(0.4)]
    [InlineData(5.0)]
    public void Derivatives_of_a_row_are_the_limits_of_differences(double outcome)
    {
        TobitRow row = new([outcome], 0, 3);
        const double Step = 1e-5;
        (double index, double shape) = (0.7, 0.9);
        RowLikelihood at = row.At(0, index, shape);
        at.Slope.ShouldBe((row.At(0, index + Step, shape).Value - row.At(0, index - Step, shape).Value) / (2 * Step), tolerance: 1e-7);
        at.Curvature.ShouldBe(-(row.At(0, index + Step, shape).Slope - row.At(0, index - Step, shape).Slope) / (2 * Step), tolerance: 1e-7);
        at.ShapeSlope.ShouldBe((row.At(0, index, shape + Step).Value - row.At(0, index, shape - Step).Value) / (2 * Step), tolerance: 1e-7);
        at.ShapeCurvature.ShouldBe(-(row.At(0, index, shape + Step).ShapeSlope - row.At(0, index, shape - Step).ShapeSlope) / (2 * Step), tolerance: 1e-7);
        at.CrossCurvature.ShouldBe(-(row.At(0, index, shape + Step).Slope - row.At(0, index, shape - Step).Slope) / (2 * Step), tolerance: 1e-7);
        row.At(0, index, 0).Value.ShouldBe(double.NegativeInfinity);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(Firms(), Model, o => o with { Lower = 3, Upper = 1 })).Message.ShouldContain("above the left limit 3");
        Should.Throw<ArgumentException>(() => Estimate(Firms(), Model, o => o with { Lower = 5 })).Message.ShouldContain("1 values and 3 terms");
        Should.Throw<ArgumentOutOfRangeException>(() => new TobitRegressionOptions { Model = Model, Upper = double.NaN });
    }

    internal static RegressionSample Firms() => new(Table.Of("sample", Column.Of("y", Spent), Column.Of("x", Steps), Column.Of("z", Flags)));

    private static TobitRegressionResult Estimate(
        RegressionSample sample, ModelSpecification model, Func<TobitRegressionOptions, TobitRegressionOptions>? set = null)
    {
        TobitRegressionOptions options = new() { Model = model };
        return TobitRegression.Estimate(sample, set?.Invoke(options) ?? options, cancellationToken: TestContext.Current.CancellationToken);
    }
}

using Karkhana.Core.Randomness;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Psychometrics;
using Karkhana.Tests.Methods.Psychometrics;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

/// <summary>Structural equation models of ordered columns, by diagonally weighted least squares.</summary>
public sealed class OrderedStructuralEquationModelTests
{
    [Fact]
    public void Ordered_columns_give_thresholds_and_polychoric_correlations()
    {
        ItemResponses sample = Ordered(3, 400);
        StructuralEquationModelResult result = Estimate(sample, "f =~ i1 + i2 + i3");
        PolychoricCorrelationResult pairs = PolychoricCorrelation.Estimate(sample, cancellationToken: TestContext.Current.CancellationToken);
        double low = sample.Answers[0].Count(answer => answer == 1) / 400.0;

        // Three correlations, three loadings: λ1λ2 = r12.
        (Value(result, "f=~i1") * Value(result, "f=~i2")).ShouldBe(pairs.Estimates[1], tolerance: 1e-8);
        Value(result, "i1|t1").ShouldBe(Normal.InvCDF(0, 1, low), tolerance: 1e-9);
        Error(result, "i1|t1").ShouldBe(
            Math.Sqrt(low * (1 - low) / 400) / Normal.PDF(0, 1, Normal.InvCDF(0, 1, low)), tolerance: 1e-6);
        Value(result, "i2~~i2").ShouldBe(1 - Math.Pow(Value(result, "f=~i2"), 2), tolerance: 1e-12);
        (result.Parameters, result.DegreesOfFreedom, result.LogLikelihood).ShouldBe((9, 0, double.NaN));
    }

    [Fact]
    public void Scaled_chi_squares_of_ordered_columns_are_a_line_in_the_number_of_rows()
    {
        ItemResponses sample = Ordered(5, 200);
        StructuralEquationModelResult[] times = [.. Enumerable.Range(1, 3).Select(count => Estimate(
            sample with { Answers = [.. sample.Answers.Select(answers => Enumerable.Repeat(answers, count).SelectMany(own => own).ToArray())] },
            "f =~ i1 + i2 + i3 + i4 + i5"))];

        times[1].ChiSquareStatistic.ShouldBe(2 * times[0].ChiSquareStatistic, tolerance: 1e-7);
        times[1].StandardErrors[1].ShouldBe(times[0].StandardErrors[1] / Math.Sqrt(2), tolerance: 1e-7);
        (times[2].ScaledChiSquare - times[1].ScaledChiSquare).ShouldBe(times[1].ScaledChiSquare - times[0].ScaledChiSquare, tolerance: 1e-6);
        Math.Abs(times[0].ScaledChiSquare - times[0].ChiSquareStatistic).ShouldBeGreaterThan(1e-3);
        times[0].Cfi.ShouldBeGreaterThan(0.9);
    }

    [Theory]
    [InlineData("f =~ i1 + i2 + i3\ni4 ~ f", "i4 stood elsewhere")]
    [InlineData("f =~ i1 + i2 + i3 + i4\ni1 ~~ 0.5*i1", "must not hold residual variances")]
    [InlineData("f =~ i1 + i2 + i3\ni1 ~~ i2", "must not have more parameters than correlations; it had 4 and 3")]
    public void Models_that_ordered_columns_cannot_have_are_refused(string text, string message) =>
        Should.Throw<ArgumentException>(() => Estimate(Ordered(4, 100), text)).Message.ShouldContain(message);

    [Fact]
    public void Columns_that_never_contradict_each_other_are_refused()
    {
        ItemResponses sample = Ordered(4, 100);

        Should.Throw<ArgumentException>(() => Estimate(
            sample with { Answers = [.. sample.Answers.Take(3), sample.Answers[0]] }, "f =~ i1 + i2 + i3 + i4"))
            .Message.ShouldContain("i1 and i4 never do, so that their correlation is 1");
    }

    [Fact]
    public void The_bootstrap_comes_near_the_errors_of_the_weighted_fit()
    {
        StructuralEquationModelResult result = StructuralEquationModel.Estimate(
            Ordered(4, 300),
            new()
            {
                Model = StructuralModel.Parse("f =~ i1 + i2 + i3 + i4"),
                Estimator = StructuralEstimator.DiagonallyWeighted,
                Scaling = FactorScaling.UnitVariance,
                Replicates = 199,
            },
            cancellationToken: TestContext.Current.CancellationToken);

        foreach (string term in (string[])["f=~i1", "f=~i4", "i1|t1", "i3|t2"])
        {
            int place = result.Coefficients.Find(term);
            (result.BootstrapStandardErrors[place] / result.StandardErrors[place]).ShouldBeInRange(0.75, 1.35);
        }
    }

    private static StructuralEquationModelResult Estimate(ItemResponses sample, string text) => StructuralEquationModel.Estimate(
        sample,
        new()
        {
            Model = StructuralModel.Parse(text),
            Estimator = StructuralEstimator.DiagonallyWeighted,
            Scaling = FactorScaling.UnitVariance,
        },
        cancellationToken: TestContext.Current.CancellationToken);

    private static double Value(StructuralEquationModelResult result, string term) => result.Coefficients.Estimates[result.Coefficients.Find(term)];

    private static double Error(StructuralEquationModelResult result, string term) => result.StandardErrors[result.Coefficients.Find(term)];

    /// <summary>Answers from 1 to 3 with one normal variable behind them.</summary>
    private static ItemResponses Ordered(int items, int rows)
    {
        RandomStream stream = new(7, RandomPurpose.Example, 0);
        double[] factor = [.. Enumerable.Range(0, rows).Select(_ => stream.NextGaussian())];
        return FactorData.Of([.. Enumerable.Range(0, items).Select(item => factor.Select(f =>
        {
            double latent = (0.8 * f) + (0.6 * stream.NextGaussian());
            return latent < -0.5 + (item * 0.1) ? 1.0 : latent < 0.7 ? 2 : 3;
        }).ToArray())]);
    }
}

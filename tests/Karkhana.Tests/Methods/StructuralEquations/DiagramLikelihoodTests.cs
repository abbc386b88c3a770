using CsCheck;
using Karkhana.Core.Randomness;
using Karkhana.Methods;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.StructuralEquations;

public sealed class DiagramLikelihoodTests
{
    // Two factors of two indicators, the second explained by the first, the indicators 1 and 2 with correlated residuals,
    // and a loop between the last indicator and the fifth variable, so that every kind of second derivative is asked for.
    private static readonly Arrow[] Arrows =
    [
        new(ArrowKind.Path, 0, 5, 0), new(ArrowKind.Path, 1, 5, Arrow.NoPosition, 1), new(ArrowKind.Path, 2, 6, 1),
        new(ArrowKind.Path, 3, 6, Arrow.NoPosition, 1), new(ArrowKind.Path, 6, 5, 2), new(ArrowKind.Path, 4, 3, 3),
        new(ArrowKind.Path, 3, 4, 4), new(ArrowKind.Covariance, 0, 0, 5), new(ArrowKind.Covariance, 1, 1, 6),
        new(ArrowKind.Covariance, 2, 2, 7), new(ArrowKind.Covariance, 3, 3, 7), new(ArrowKind.Covariance, 4, 4, 8),
        new(ArrowKind.Covariance, 5, 5, 9), new(ArrowKind.Covariance, 6, 6, 10), new(ArrowKind.Covariance, 1, 2, 11),
        new(ArrowKind.Mean, 0, 0, 12), new(ArrowKind.Mean, 3, 3, 13), new(ArrowKind.Mean, 5, 5, 14),
    ];

    private const int Parameters = 15;

    private static readonly Gen<Vector<double>> Points =
        from tenths in Gen.Int[-3, 3].Array[Parameters]
        select Vector<double>.Build.Dense(Parameters, i => (i is >= 5 and <= 10 ? 1.5 : i == 11 ? 0 : 0.2) + (tenths[i] / 10.0));

    [Fact]
    public void Scores_are_half_the_negative_slopes_of_the_distance() => Points.Sample(point =>
    {
        DiagramLikelihood likelihood = Likelihood(hasMeans: true);
        Vector<double> scores = likelihood.DerivativesAt(point).Scores;
        for (int i = 0; i < Parameters; i++)
        {
            double slope = (likelihood.ValueAt(Moved(point, i, 1e-5)) - likelihood.ValueAt(Moved(point, i, -1e-5))) / 2e-5;
            scores[i].ShouldBe(-slope / 2, tolerance: 1e-4 * (1 + Math.Abs(slope)));
        }
    }, iter: 20);

    [Fact]
    public void Observed_information_is_the_negative_slope_of_the_scores() => Gen.Select(Points, Gen.Bool).Sample((point, hasMeans) =>
    {
        DiagramLikelihood likelihood = Likelihood(hasMeans);
        Matrix<double> information = likelihood.DerivativesAt(point, observed: true).Information;
        for (int i = 0; i < Parameters; i++)
        {
            Vector<double> slope =
                (likelihood.DerivativesAt(Moved(point, i, 1e-5)).Scores - likelihood.DerivativesAt(Moved(point, i, -1e-5)).Scores) / 2e-5;
            (information.Column(i) + slope).AbsoluteMaximum().ShouldBeLessThan(1e-4 * (1 + slope.AbsoluteMaximum()));
        }
    }, iter: 20);

    [Fact]
    public void Observed_and_expected_information_agree_where_the_sample_is_what_the_model_implies() => Points.Sample(point =>
    {
        DiagramMoments implied = Diagram(hasMeans: true).At(point);
        int[] all = [0, 1, 2, 3, 4];
        DiagramLikelihood likelihood = new(
            [Diagram(hasMeans: true)], [new MomentBlock(0, all, 50, implied.MeansOf(all), implied.CovariancesOf(all))], Parameters);

        (likelihood.DerivativesAt(point).Information - likelihood.DerivativesAt(point, observed: true).Information)
            .Enumerate().Max(Math.Abs).ShouldBeLessThan(1e-8);
        likelihood.DerivativesAt(point).Scores.AbsoluteMaximum().ShouldBeLessThan(1e-9);
    }, iter: 20);

    [Fact]
    public void Scores_of_the_cases_add_up_to_the_scores() => Points.Sample(point =>
    {
        (MomentBlock[] blocks, Matrix<double>[] cases) = Sample();
        DiagramLikelihood likelihood = Likelihood(hasMeans: true);
        DiagramMoments implied = likelihood.Diagrams[0].At(point);
        Vector<double> sum = Vector<double>.Build.Dense(Parameters);
        for (int k = 0; k < blocks.Length; k++)
        {
            Vector<double> means = implied.MeansOf(blocks[k].Places);
            sum += likelihood.CaseScores(point, blocks[k], cases[k].MapIndexed((_, column, value) => value - means[column])).ColumnSums();
        }

        (sum - likelihood.DerivativesAt(point).Scores).AbsoluteMaximum().ShouldBeLessThan(1e-8);
    }, iter: 20);

    [Fact]
    public void Saturated_moments_of_a_monotone_pattern_are_those_of_regressions()
    {
        // x is known in five rows, y in the first three: ŷ = a + bx from those three, then the moments of all x are carried over.
        double[] x = [1, 2, 4, 5, 8];
        double[] y = [2, 3, 7];
        MomentBlock[] blocks =
        [
            MomentBlock.Of(0, [0, 1], Matrix<double>.Build.DenseOfColumnArrays(x[..3], y)),
            MomentBlock.Of(0, [0], Matrix<double>.Build.DenseOfColumnArrays(x[3..])),
        ];

        var moments = SaturatedMoments.Of(blocks, 2, TestContext.Current.CancellationToken);

        // Of three rows: x̄ = 7/3, ȳ = 4, S_xx = 14/3 and S_xy = 8 (sums), b = 12/7; of all: x̄ = 4, variance 6.
        double b = 12.0 / 7;
        double residual = (14 - (b * 8)) / 3;
        moments.Converged.ShouldBeTrue();
        moments.Means[0].ShouldBe(4, tolerance: 1e-9);
        moments.Means[1].ShouldBe(4 + (b * (4 - (7.0 / 3))), tolerance: 1e-8);
        moments.Covariances[0, 0].ShouldBe(6, tolerance: 1e-9);
        moments.Covariances[0, 1].ShouldBe(b * 6, tolerance: 1e-7);
        moments.Covariances[1, 1].ShouldBe(residual + (b * b * 6), tolerance: 1e-7);
    }

    private static Vector<double> Moved(Vector<double> point, int place, double step) =>
        point.MapIndexed((i, value) => i == place ? value + step : value, Zeros.Include);

    private static PathDiagram Diagram(bool hasMeans) => new(5, 7, Arrows, hasMeans);

    private static DiagramLikelihood Likelihood(bool hasMeans) => new([Diagram(hasMeans)], Sample().Blocks, Parameters);

    /// <summary>Twelve cases that show all variables, nine that lack two.</summary>
    private static (MomentBlock[] Blocks, Matrix<double>[] Cases) Sample()
    {
        RandomStream stream = new(5, RandomPurpose.Example, 0);
        Matrix<double>[] cases =
        [
            Matrix<double>.Build.Dense(12, 5, (_, column) => stream.NextGaussian() * (column + 1)),
            Matrix<double>.Build.Dense(9, 3, (_, column) => stream.NextGaussian() + column),
        ];
        return ([MomentBlock.Of(0, [0, 1, 2, 3, 4], cases[0]), MomentBlock.Of(0, [0, 2, 4], cases[1])], cases);
    }
}

using CsCheck;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class FactorAnalysisTests
{
    [Theory]
    [InlineData(FactorEstimator.Ml)]
    [InlineData(FactorEstimator.Minres)]
    public void Three_items_have_the_loadings_that_are_worked_out_by_hand(FactorEstimator estimator)
    {
        // r12 = 0.56, r13 = 0.48, r23 = 0.42: l1² = r12 r13/r23 = 0.64 and so on; nothing is left to test.
        FactorAnalysisResult result = Estimate(FactorData.Exact(FactorData.Correlations(0.8, 0.7, 0.6), 40), Options(1, estimator));

        Bits.Close([.. result.Loadings.Cast<double>()], [0.8, 0.7, 0.6], relative: 1e-9).ShouldBeTrue();
        Bits.Close(result.Uniqueness, [0.36, 0.51, 0.64], relative: 1e-9).ShouldBeTrue();
        Bits.Close(result.Communality, [0.64, 0.49, 0.36], relative: 1e-9).ShouldBeTrue();
        result.VarianceExplained.ShouldHaveSingleItem().ShouldBe(1.49, tolerance: 1e-9);
        result.PValue.ShouldBe(double.NaN);
        Bits.Close([result.Statistic], [estimator == FactorEstimator.Ml ? 0 : double.NaN], relative: 1e-9).ShouldBeTrue();
        result.Notes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(FactorEstimator.Ml)]
    [InlineData(FactorEstimator.Minres)]
    public void Blocks_without_cross_loadings_are_found_again_by_oblimin(FactorEstimator estimator)
    {
        Matrix<double> factors = Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0.4 }, { 0.4, 1 } });
        double[][] answers = FactorData.Exact(FactorData.Correlations(FactorData.TwoBlocks(), factors), 60);

        FactorAnalysisResult result = Estimate(answers, Options(2, estimator) with { Rotation = FactorRotation.Oblimin });

        Bits.Close([.. result.Loadings.Cast<double>()], FactorData.TwoBlocks().ToRowMajorArray(), relative: 1e-7).ShouldBeTrue();
        Bits.Close([.. result.FactorCorrelations.Cast<double>()], factors.ToRowMajorArray(), relative: 1e-7).ShouldBeTrue();
        result.Notes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(FactorRotation.Varimax)]
    [InlineData(FactorRotation.Promax)]
    [InlineData(FactorRotation.Oblimin)]
    public void Blocks_of_uncorrelated_factors_are_found_again_by_every_rotation(FactorRotation rotation)
    {
        double[][] answers = FactorData.Exact(
            FactorData.Correlations(FactorData.ThreeBlocks(), Matrix<double>.Build.DenseIdentity(3)), 60);

        FactorAnalysisResult result = Estimate(answers, Options(3) with { Rotation = rotation });

        Bits.Close([.. result.Loadings.Cast<double>()], FactorData.ThreeBlocks().ToRowMajorArray(), relative: 1e-6).ShouldBeTrue();
        Bits.Close([.. result.FactorCorrelations.Cast<double>()], Matrix<double>.Build.DenseIdentity(3).ToRowMajorArray(), relative: 1e-6).ShouldBeTrue();
        result.DegreesOfFreedom.ShouldBe(12);
        result.PValue.ShouldBe(1, tolerance: 1e-9);
    }

    [Fact]
    public void No_rotation_changes_what_the_factors_take_up() => FactorData.OneFactor.Sample(answers =>
    {
        FactorAnalysisResult plain = Estimate(answers, Options(2, FactorEstimator.Minres));
        return plain.Notes.Any(note => note.Code == "fewer-factors")
            || new[] { FactorRotation.Varimax, FactorRotation.Promax, FactorRotation.Oblimin }.All(rotation =>
            {
                FactorAnalysisResult turned = Estimate(answers, Options(2, FactorEstimator.Minres) with { Rotation = rotation });
                Matrix<double> loadings = Matrix<double>.Build.DenseOfArray(turned.Loadings);
                Matrix<double> common = loadings * Matrix<double>.Build.DenseOfArray(turned.FactorCorrelations) * loadings.Transpose();
                return Bits.Close(common.ToRowMajorArray(), [.. plain.CommonCorrelations.Cast<double>()], relative: 1e-7)
                    && turned.VarianceExplained[0] >= turned.VarianceExplained[1]
                    && loadings.ColumnSums().All(sum => sum >= -1e-12);
            });
    });

    [Fact]
    public void The_statistic_is_the_misfit_of_the_loadings_and_no_other_uniqueness_fits_better() => FactorData.OneFactor.Sample(answers =>
    {
        FactorAnalysisResult result = Estimate(answers, Options(1));
        Matrix<double> r = CorrelationsOf(answers);
        Matrix<double> loadings = Matrix<double>.Build.DenseOfArray(result.Loadings);
        double Misfit(Matrix<double> l, double[] u)
        {
            Matrix<double> model = (l * l.Transpose()) + Matrix<double>.Build.DenseOfDiagonalArray(u);
            return Math.Log(model.Determinant()) - Math.Log(r.Determinant()) + (r * model.Inverse()).Trace() - 5;
        }

        double least = Misfit(loadings, [.. result.Uniqueness]);
        double factor = 30 - 1 - (15 / 6.0) - (2 / 3.0);
        bool smallest = Enumerable.Range(0, 5).All(item => new[] { 0.98, 1.02 }.All(change =>
        {
            double[] other = [.. result.Uniqueness.Select((u, i) => i == item ? Math.Clamp(u * change, 0.005, 1) : u)];
            Matrix<double> moved = loadings.MapIndexed((i, _, l) => i == item ? l * change : l);
            return Misfit(loadings, other) >= least - 1e-9 && Misfit(moved, [.. result.Uniqueness]) >= least - 1e-9;
        }));
        return Bits.Close([result.Statistic], [factor * least], relative: 1e-8) && smallest;
    });

    [Fact]
    public void Minres_leaves_the_smaller_residuals_and_ml_the_smaller_misfit() => FactorData.OneFactor.Sample(answers =>
    {
        Matrix<double> r = CorrelationsOf(answers);
        double Residuals(FactorEstimator estimator)
        {
            FactorAnalysisResult result = Estimate(answers, Options(1, estimator));
            double sum = 0;
            for (int i = 0; i < 5; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    sum += Math.Pow(r[i, j] - result.CommonCorrelations[i, j], 2);
                }
            }

            return result.Notes.Count > 0 ? double.NaN : sum;
        }

        (double minres, double ml) = (Residuals(FactorEstimator.Minres), Residuals(FactorEstimator.Ml));
        return double.IsNaN(minres) || double.IsNaN(ml) || minres <= ml + 1e-12;
    });

    [Fact]
    public void Neither_order_nor_units_matter() => FactorData.OneFactor.Sample(answers =>
    {
        FactorAnalysisResult result = Estimate(answers, Options(1));
        FactorAnalysisResult moved = Estimate(
            [.. answers.Reverse().Select((item, i) => item.Reverse().Select(answer => (answer * (i + 2)) - 7).ToArray())], Options(1));
        return Bits.Close([.. moved.Uniqueness.Reverse()], result.Uniqueness, relative: 1e-6)
            && Bits.Close([moved.Statistic], [result.Statistic], relative: 1e-7);
    });

    [Theory]
    [InlineData(FactorEstimator.Ml)]
    [InlineData(FactorEstimator.Minres)]
    public void A_loading_above_one_is_held_at_the_bound_and_noted_with_the_item(FactorEstimator estimator)
    {
        // l1² would be 0.9·0.9/0.7 = 1.157.
        Matrix<double> r = Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0.9, 0.9 }, { 0.9, 1, 0.7 }, { 0.9, 0.7, 1 } });

        FactorAnalysisResult result = Estimate(FactorData.Exact(r, 20), Options(1, estimator));

        result.Uniqueness[0].ShouldBe(0.005, tolerance: 1e-12);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("heywood-case");
        result.Notes[0].Text.ShouldContain("i1");
    }

    [Fact]
    public void Uncorrelated_items_have_no_factor_and_nothing_is_rotated()
    {
        FactorAnalysisResult result = Estimate(
            FactorData.Exact(Matrix<double>.Build.DenseIdentity(6), 20), Options(2, FactorEstimator.Minres) with { Rotation = FactorRotation.Promax });

        result.Loadings.Cast<double>().ShouldAllBe(loading => Math.Abs(loading) < 1e-6);
        result.Notes.Select(note => note.Code).ShouldContain("fewer-factors");
    }

    [Fact]
    public void An_item_the_other_way_round_has_a_negative_loading()
    {
        FactorAnalysisResult result = Estimate(FactorData.Exact(FactorData.Correlations(0.8, -0.7, 0.6, 0.5), 40), Options(1));

        Bits.Close([.. result.Loadings.Cast<double>()], [0.8, -0.7, 0.6, 0.5], relative: 1e-7).ShouldBeTrue();
    }

    [Fact]
    public void Twice_the_same_item_loads_twice_the_same_with_minres_and_is_refused_by_ml()
    {
        double[][] answers = FactorData.Exact(FactorData.Correlations(0.8, 0.7, 0.6), 40);
        double[][] twice = [.. answers, answers[0]];

        FactorAnalysisResult result = Estimate(twice, Options(1, FactorEstimator.Minres));
        result.Loadings[0, 0].ShouldBe(result.Loadings[3, 0], tolerance: 1e-9);
        result.Loadings[0, 0].ShouldBeGreaterThan(0.8);
        Should.Throw<ArgumentException>(() => Estimate(twice, Options(1))).Message.ShouldContain("singular");
    }

    [Fact]
    public void Fewer_respondents_than_items_are_enough_for_minres_only()
    {
        double[][] answers = [.. FactorData.Exact(FactorData.Correlations(0.8, 0.7, 0.6, 0.5, 0.4), 20).Select(item => item[..4])];

        FactorAnalysisResult result = Estimate(answers, Options(1, FactorEstimator.Minres));
        result.Uniqueness.ShouldAllBe(uniqueness => uniqueness >= 0.005 && uniqueness <= 1);
        Should.Throw<ArgumentException>(() => Estimate(answers, Options(1))).Message.ShouldContain("4 and 5");
    }

    [Fact]
    public void Respondents_with_a_gap_are_left_out_and_counted()
    {
        double[][] answers = FactorData.Exact(FactorData.Correlations(0.8, 0.7, 0.6), 40);
        double[][] withGap = [.. answers.Select((item, i) => item.Append(i == 1 ? double.NaN : 5).ToArray())];

        FactorAnalysisResult result = Estimate(withGap, Options(1));

        result.Loadings.ShouldBe(Estimate(answers, Options(1)).Loadings);
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("1 of 41 ");
    }

    [Fact]
    public void Too_little_to_go_by_and_wrong_calls_are_refused()
    {
        double[][] answers = FactorData.Exact(FactorData.Correlations(0.8, 0.7, 0.6, 0.5), 20);

        Should.Throw<ArgumentException>(() => Estimate(answers[..2], Options(1))).Message.ShouldContain("at least 3 items; it held 2");
        Should.Throw<ArgumentException>(() => Estimate(answers, Options(2))).Message.ShouldContain("2 with 4 items");
        Should.Throw<ArgumentException>(() => Estimate(answers, Options(4))).Message.ShouldContain("degrees of freedom");
        Should.Throw<ArgumentException>(() => Estimate([.. answers[..3], [.. Enumerable.Repeat(2.0, 20)]], Options(1))).Message.ShouldContain("i4 is 2");
        Should.Throw<ArgumentException>(() => Estimate([[1, 1, 1], [2, 2, 2], [3, 3, 3]], Options(1))).Message.ShouldContain("vary");
        Should.Throw<ArgumentException>(() => Estimate([[1, 2], [2, 1], [1, 3]], Options(1))).Message.ShouldContain("at least 3 respondents");
        Should.Throw<ArgumentException>(() => Estimate([.. answers[..3], [.. answers[3][1..], double.PositiveInfinity]], Options(1))).Message.ShouldContain("within ±1e100; row 20 of item i4");
        Should.Throw<ArgumentException>(() => Estimate([.. answers[..3], answers[3][1..]], Options(1)));
        Should.Throw<ArgumentException>(() => FactorAnalysis.Estimate(
            new ItemResponses(["a", "b", "a"], answers[..3]), Options(1), cancellationToken: TestContext.Current.CancellationToken)).Message.ShouldContain("a came twice");
        Should.Throw<ArgumentOutOfRangeException>(() => Options(0));
        Should.Throw<ArgumentOutOfRangeException>(() => Options(1) with { PromaxPower = 1 });
        Should.Throw<ArgumentOutOfRangeException>(() => Options(1) with { Starts = 0 });
    }

    [Fact]
    public void The_seed_of_the_starts_does_not_matter_where_one_optimum_is_best() => FactorData.OneFactor.Sample(
        answers => Bits.Close(
            Estimate(answers, Options(1) with { Seed = 7 }).Uniqueness, Estimate(answers, Options(1) with { Seed = 8 }).Uniqueness, relative: 1e-6),
        iter: 20);

    private static FactorAnalysisOptions Options(int factors, FactorEstimator estimator = FactorEstimator.Ml) =>
        new() { Factors = factors, Estimator = estimator };

    private static FactorAnalysisResult Estimate(double[][] answers, FactorAnalysisOptions options) => FactorAnalysis.Estimate(
        FactorData.Of(answers), options, cancellationToken: TestContext.Current.CancellationToken);

    private static Matrix<double> CorrelationsOf(double[][] answers) => Matrix<double>.Build.Dense(
        answers.Length, answers.Length, (i, j) => MathNet.Numerics.Statistics.Correlation.Pearson(answers[i], answers[j]));
}

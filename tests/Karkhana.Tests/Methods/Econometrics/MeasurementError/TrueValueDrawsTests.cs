using CsCheck;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class TrueValueDrawsTests
{
    private const int Rows = 800;

    [Fact]
    public void Known_variables_come_back_as_they_are() => Gen.Int[0, 1000].Sample(replicate =>
    {
        MeasuredEquation equation = Equation(replicate, outcomeError: 0, regressorError: 0);
        double[][] drawn = TrueValueDraws.Estimate(equation, Stream(replicate));
        return drawn.Zip(equation.Variables).All(pair => pair.First.SequenceEqual(pair.Second.Observed));
    }, iter: 5);

    [Fact]
    public void Rows_without_error_keep_their_value_among_rows_with_error()
    {
        double[] errors = [.. Enumerable.Range(0, Rows).Select(row => row % 3 == 0 ? 0 : 0.4)];
        MeasuredEquation plain = Equation(1, 0, 0);
        MeasuredEquation equation = new([plain.Variables[0], plain.Variables[1] with { ErrorVariances = errors }], [[1]]);

        double[] drawn = TrueValueDraws.Estimate(equation, Stream(1))[1];

        Enumerable.Range(0, Rows).Where(row => drawn[row] == plain.Variables[1].Observed[row]).ShouldBe(Enumerable.Range(0, Rows).Where(row => row % 3 == 0));
    }

    [Fact]
    public void Slopes_on_draws_are_those_of_errors_in_variables() => Gen.Int[0, 1000].Sample(replicate =>
    {
        const double Error = 0.5;
        MeasuredEquation equation = Equation(replicate, outcomeError: 0.3, regressorError: Error);
        double[] observed = [.. equation.Variables[1].Observed];
        double corrected = Covariance(observed, [.. equation.Variables[0].Observed]) / (Sums.Variance(observed) - Error);
        double[] slopes = [.. Enumerable.Range(0, 40).Select(draw =>
        {
            double[][] values = TrueValueDraws.Estimate(equation, new RandomStream(3, RandomPurpose.Example, draw, replicate));
            return Covariance(values[1], values[0]) / Sums.Variance(values[1]);
        })];
        double spread = Math.Sqrt(Sums.Variance(slopes) / slopes.Length);
        return Math.Abs(Sums.Mean(slopes) - corrected) < (5 * spread) + 0.02;
    }, iter: 8);

    [Fact]
    public void True_outcomes_vary_less_than_observed_ones_by_the_error()
    {
        MeasuredEquation equation = Equation(2, outcomeError: 0.36, regressorError: 0);

        double[] variances = [.. Enumerable.Range(0, 50).Select(draw => Sums.Variance(TrueValueDraws.Estimate(equation, Stream(draw))[0]))];

        Sums.Mean(variances).ShouldBe(Sums.Variance([.. equation.Variables[0].Observed]) - 0.36, tolerance: 0.05);
    }

    // Missing where the outcome is high: least squares on the rows that are observed is off, the mean over the draws is not.
    [Fact]
    public void Values_that_were_not_observed_are_drawn_so_that_the_slope_is_that_of_all_rows()
    {
        MeasuredEquation all = Equation(7, 0, 0);
        double[] errors = [.. all.Variables[0].Observed.Select(outcome => outcome > 0.3 ? double.PositiveInfinity : 0)];
        MeasuredEquation missing = new(
            [all.Variables[0], all.Variables[1] with { ErrorVariances = errors, Observed = [.. all.Variables[1].Observed.Select((value, row) => errors[row] == 0 ? value : 9)] }], [[1]]);
        static double Slope(double[] x, double[] y) => Covariance(x, y) / Sums.Variance(x);
        double[] outcome = [.. all.Variables[0].Observed];
        int[] known = [.. Enumerable.Range(0, Rows).Where(row => errors[row] == 0)];

        double[] slopes = [.. Enumerable.Range(0, 60).Select(draw => Slope(TrueValueDraws.Estimate(missing, Stream(draw))[1], outcome))];

        Sums.Mean(slopes).ShouldBe(Slope([.. all.Variables[1].Observed], outcome), tolerance: 0.06);
        Slope([.. known.Select(row => all.Variables[1].Observed[row])], [.. known.Select(row => outcome[row])]).ShouldBeLessThan(Sums.Mean(slopes) - 0.1);
        double[] drawn = TrueValueDraws.Estimate(missing, Stream(1))[1];
        known.ShouldAllBe(row => drawn[row] == all.Variables[1].Observed[row]);
        Math.Abs(drawn.Max()).ShouldBeLessThan(6);
    }

    [Fact]
    public void What_was_observed_in_too_few_rows_is_refused()
    {
        MeasuredEquation all = Equation(8, 0, 0);
        MeasuredEquation missing = new(
            [all.Variables[0], all.Variables[1] with { ErrorVariances = [.. Enumerable.Range(0, Rows).Select(row => row < 2 ? 0 : double.PositiveInfinity)] }], [[1]]);

        Should.Throw<ArgumentException>(() => TrueValueDraws.Estimate(missing, Stream(0))).Message.ShouldContain("observed in more rows");
    }

    [Fact]
    public void The_same_stream_draws_the_same()
    {
        MeasuredEquation equation = Equation(3, 0.3, 0.3);

        Bits.Same(TrueValueDraws.Estimate(equation, Stream(4))[1], TrueValueDraws.Estimate(equation, Stream(4))[1]).ShouldBeTrue();
        Bits.Same(TrueValueDraws.Estimate(equation, Stream(4))[1], TrueValueDraws.Estimate(equation, Stream(5))[1]).ShouldBeFalse();
    }

    [Fact]
    public void An_outcome_without_terms_and_terms_that_repeat_each_other_are_drawn_too()
    {
        MeasuredEquation plain = Equation(4, 0.3, 0.3);
        MeasuredEquation alone = new([plain.Variables[0]], []);
        MeasuredEquation doubled = new([plain.Variables[0], plain.Variables[1], new("same", plain.Variables[1].Observed)], [[1], [2]]);

        TrueValueDraws.Estimate(alone, Stream(0))[0].ShouldAllBe(value => double.IsFinite(value));
        TrueValueDraws.Estimate(doubled, Stream(0)).ShouldAllBe(values => values.All(double.IsFinite));
    }

    [Fact]
    public void What_is_not_an_equation_is_refused()
    {
        MeasuredVariable y = new("y", [1, 2, 3, 4, 5]);
        MeasuredVariable z = new("z", [1, 2, 3, 4, 5], [0.1, 0.1, 0.1, 0.1, 0.1]);

        Should.Throw<ArgumentException>(() => new MeasuredEquation([], []));
        Should.Throw<ArgumentException>(() => new MeasuredEquation([y, z], [[0]]));
        Should.Throw<ArgumentException>(() => new MeasuredEquation([y, z], [[2]]));
        Should.Throw<ArgumentException>(() => new MeasuredEquation([y, z], [[1, 1]])).Message.ShouldContain("square");
        Should.Throw<ArgumentException>(() => new MeasuredEquation([y with { Observed = [1, double.NaN, 3, 4, 5] }], []));
        Should.Throw<ArgumentException>(() => new MeasuredEquation([y, z with { ErrorVariances = [-1, 0, 0, 0, 0] }], [[1]]));
        Should.Throw<ArgumentException>(() => new MeasuredEquation([y, z with { Observed = [1, 2] }], [[1]]));
        Should.Throw<ArgumentException>(() => TrueValueDraws.Estimate(new MeasuredEquation([y, z], [[1], [1], [1]]), Stream(0)));
    }

    private static double Covariance(double[] left, double[] right)
    {
        (double leftMean, double rightMean) = (Sums.Mean(left), Sums.Mean(right));
        return Sums.Dot([.. left.Select(value => value - leftMean)], [.. right.Select(value => value - rightMean)]) / (left.Length - 1);
    }

    private static RandomStream Stream(int draw) => new(5, RandomPurpose.Example, draw, 1);

    // y = 0.7 x + noise, each seen with an error of the given variance.
    private static MeasuredEquation Equation(int replicate, double outcomeError, double regressorError)
    {
        RandomStream stream = new(6, RandomPurpose.Example, replicate, 2);
        double[] x = [.. Enumerable.Range(0, Rows).Select(_ => stream.NextGaussian())];
        double[] y = [.. x.Select(value => (0.7 * value) + (0.6 * stream.NextGaussian()))];
        double[] Seen(double[] values, double error) => [.. values.Select(value => value + (Math.Sqrt(error) * stream.NextGaussian()))];
        return new MeasuredEquation(
            [
                new("y", Seen(y, outcomeError), [.. Enumerable.Repeat(outcomeError, Rows)]),
                new("x", Seen(x, regressorError), [.. Enumerable.Repeat(regressorError, Rows)]),
            ],
            [[1]]);
    }
}

using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Tables;
using Karkhana.Methods;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class LogisticMixedModelTests
{
    // Synthetic: twelve groups of five.
    private static readonly double[] X =
        [-1, -0.3, 0.3, -1.2, 0.2, 0, 0.1, 1.1, -1.2, 1.3, -0.7, -1.1, -0.7, 0.3, 0.2, -0.3, -1, -0.6, 1.2, 0.2, -0.6, -0.9, -0.2, -1.7, -0.5, -0.7, 1.2, 1, -0.1, -1.1, 0.9, 0.9, 0.7, 0.7, -0.4, 0.7, 1.3, 0, -1, 0.8, 0.8, -0.3, 1.7, -0.8, 0.3, -2.3, -0.2, 1.1, -0.5, -0.9, 0.7, -0.8, 0.3, -1.7, -1.4, -0.5, -1, 1.4, 0.9, -0.8];

    private static readonly double[] Y =
        [0, 1, 1, 1, 1, 1, 0, 1, 0, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 0, 1, 1];

    private static readonly string[] Groups = [.. Enumerable.Range(0, 60).Select(row => $"{(char)('a' + (row / 5))}")];
    private static readonly ModelSpecification Line = new() { Outcome = "y", Terms = ["x"] };

    private static readonly Gen<(double[] X, double[] Y, string[] Groups)> Draws =
        from rows in Gen.Int[40, 60]
        from x in Gen.Int[-20, 20].Array[rows]
        from y in Gen.Int[0, 1].Array[rows]
        from groups in Gen.Int[0, 7].Array[rows]
        select (
            x.Select((value, row) => row < 8 ? (row / 2 % 2 * 4) - 2 : value / 10.0).ToArray(),
            y.Select((value, row) => row < 8 ? row % 2 : (double)value).ToArray(),
            groups.Select((number, row) => $"g{(row < 8 ? row : number)}").ToArray());

    [Theory]
    [InlineData(1, 0.278286316115, 0.484089891559, 0.338048754460, 0.326094180883, 0.641404041277, -39.496315487126)]
    [InlineData(15, 0.2796751761, 0.4811350622, 0.3476264635, 0.3286648765, 0.69387357, -39.43903786)]
    public void Sixty_answers_have_the_estimates_of_glmer(
        int points, double intercept, double slope, double interceptError, double slopeError, double deviation, double logLikelihood)
    {
        // R 4.2.2, lme4 1.1-31: glmer(y ~ x + (1 | h), binomial, nAGQ = points), with tolPwrss = 1e-13.
        LogisticMixedModelResult result = Estimate(Sixty(), o => o with { QuadraturePoints = points });

        Bits.Close(result.Coefficients.Estimates, [intercept, slope], relative: 1e-5).ShouldBeTrue();
        Bits.Close(result.Coefficients.StandardErrors, [interceptError, slopeError], relative: 1e-5).ShouldBeTrue();
        result.RandomStandardDeviation.ShouldBe(deviation, tolerance: 1e-5);
        result.Fit.LogLikelihood.ShouldBe(logLikelihood, tolerance: 1e-7);
        result.Groups.ShouldBe([.. Groups.Distinct()]);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Intercepts_of_groups_are_those_of_ranef()
    {
        LogisticMixedModelResult result = Estimate(Sixty());

        Bits.Close([.. result.RandomIntercepts.Take(3)], [0.38473382800406, 0.00564524533813, 0.10853327729753], relative: 1e-5).ShouldBeTrue();
        Bits.Close([.. result.RandomInterceptStandardErrors.Take(3)], [0.527585648188, 0.528482412768, 0.523555718044], relative: 1e-5).ShouldBeTrue();
        result.IntraclassCorrelation.ShouldBe(0.411399 / (0.411399 + (Math.PI * Math.PI / 3)), tolerance: 1e-4);
        result.MedianOddsRatio.ShouldBe(Math.Exp(0.6744897502 * Math.Sqrt(2) * result.RandomStandardDeviation), tolerance: 1e-9);
    }

    [Fact]
    public void Many_points_give_the_integral_and_the_derivatives_are_those_of_differences()
    {
        GroupedTrials trials = GroupedTrials.Of(Sixty(), Line);
        double[] at = [0.3, -0.4, 0.9];
        RandomInterceptGroup exact = new(trials, GaussHermiteRule.Of(40).Nodes, GaussHermiteRule.Of(40).Weights);
        exact.Evaluate(2, at, 0, new double[3]).ShouldBe(Math.Log(Simpson(trials, 2, at)), tolerance: 1e-10);
        foreach (int points in (int[])[1, 2, 5])
        {
            RandomInterceptGroup group = new(trials, GaussHermiteRule.Of(points).Nodes, GaussHermiteRule.Of(points).Weights);
            double[] gradient = new double[3];
            group.Evaluate(2, at, 0, gradient);
            for (int j = 0; j < 3; j++)
            {
                double[] Moved(double by) => [.. at.Select((value, i) => i == j ? value + by : value)];
                double difference = (group.Evaluate(2, Moved(1e-5), 0, new double[3]) - group.Evaluate(2, Moved(-1e-5), 0, new double[3])) / 2e-5;
                gradient[j].ShouldBe(difference, 1e-8, $"points {points}, parameter {j}");
            }
        }
    }

    [Fact]
    public void Successes_of_trials_are_as_many_rows() => Draws.Sample((x, y, groups) =>
    {
        // Twice the same rows as successes out of two, against both rows; the logarithms of the ways are told apart.
        LogisticMixedSample rows = Of([.. x, .. x], [.. y, .. y], [.. groups, .. groups]);
        LogisticMixedSample trials = Of(x, [.. y.Select(value => 2 * value)], groups) with { Trials = [.. x.Select(_ => 2.0)] };
        LogisticMixedModelResult byRow = Estimate(rows, o => o with { QuadraturePoints = 3 });
        LogisticMixedModelResult byTrial = Estimate(trials, o => o with { QuadraturePoints = 3 });
        return Bits.Close(byTrial.Coefficients.Estimates, byRow.Coefficients.Estimates, relative: 1e-5)
            && Bits.Close([byTrial.RandomStandardDeviation], [byRow.RandomStandardDeviation], relative: 1e-5)
            && Bits.Close([byTrial.Fit.LogLikelihood], [byRow.Fit.LogLikelihood], relative: 1e-9);
    }, iter: 30);

    [Fact]
    public void The_log_likelihood_is_never_below_that_of_the_logit_and_names_and_order_do_not_matter() => Draws.Sample((x, y, groups) =>
    {
        LogisticMixedModelResult plain = Estimate(Of(x, y, groups));
        LogisticMixedModelResult other = Estimate(Of(
            [.. x.Reverse().Select(value => (10 * value) + 4)], [.. y.Reverse()], [.. groups.Reverse().Select(name => "town " + name)]));
        double logit = BinaryRegression.Estimate(
            Of(x, y, groups).Observations, new() { Model = Line }, cancellationToken: TestContext.Current.CancellationToken).Fit.LogLikelihood;
        return plain.Fit.LogLikelihood >= logit - 1e-7
            && Bits.Close([plain.GroupTest.Statistic], [2 * (plain.Fit.LogLikelihood - logit)], relative: 1e-6)
            && Bits.Close([10 * other.Coefficients.Estimates[1]], [plain.Coefficients.Estimates[1]], relative: 1e-4)
            && Bits.Close([other.Fit.LogLikelihood], [plain.Fit.LogLikelihood], relative: 1e-8);
    }, iter: 50);

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        string[] groups = [.. Enumerable.Range(0, 600).Select(row => $"g{row / 3}")];
        LogisticMixedSample sample = Of(
            [.. Enumerable.Range(0, 600).Select(row => Math.Sin(row))], [.. Enumerable.Range(0, 600).Select(row => row * 7 % 11 % 3 == 0 ? 1.0 : 0)], groups);
        LogisticMixedModelResult one = LogisticMixedModel.Estimate(
            sample, new() { Model = Line }, new ExecutionOptions { Workers = 1 }, TestContext.Current.CancellationToken);
        LogisticMixedModelResult three = LogisticMixedModel.Estimate(
            sample, new() { Model = Line }, new ExecutionOptions { Workers = 3 }, TestContext.Current.CancellationToken);

        Bits.Same(one.Coefficients.Estimates, three.Coefficients.Estimates).ShouldBeTrue();
        Bits.Same(one.Covariance, three.Covariance).ShouldBeTrue();
        Bits.Same(one.RandomIntercepts, three.RandomIntercepts).ShouldBeTrue();
    }

    [Fact]
    public void Groups_that_differ_less_than_chance_have_no_random_intercept()
    {
        LogisticMixedModelResult result = Estimate(Of(
            [.. Enumerable.Range(0, 40).Select(row => row / 2 % 2 * 1.0)], [.. Enumerable.Range(0, 40).Select(row => row % 2 * 1.0)],
            [.. Enumerable.Range(0, 40).Select(row => $"g{row / 4}")]));

        result.RandomStandardDeviation.ShouldBe(0);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("singular-fit");
        Bits.Close(result.Coefficients.Estimates, [0, 0], relative: 1e-8).ShouldBeTrue();
        result.Coefficients.StandardErrors[1].ShouldBe(Math.Sqrt(0.4), tolerance: 1e-4);
        result.GroupTest.PValue.ShouldBe(1);
    }

    [Fact]
    public void A_level_with_one_answer_is_named_and_rows_of_their_own_are_warned_of()
    {
        LogisticMixedSample sample = new(
            new RegressionSample(Table.Of("sample", Column.Of("y", (double[])[.. Y, 1, 1, 1]), Column.Of("x", (double[])[.. Y.Select(_ => 0.0), 1, 1, 1]))), [.. Groups, "a", "b", "c"]);
        LogisticMixedModelResult result = Estimate(sample);
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("x parts the answers");
        result.Coefficients.Estimates[1].ShouldBe(double.PositiveInfinity);

        Estimate(Of(X, Y, [.. Enumerable.Range(0, 60).Select(row => $"{row}")])).Notes.ShouldContain(note => note.Code == "single-rows");
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(Of(X, Y, [.. Y.Select(_ => "one")]))).Message.ShouldContain("two groups");
        Should.Throw<ArgumentException>(() => Estimate(Of(X, [2, .. Y.Skip(1)], Groups))).Message.ShouldContain("row 1 had 2 of 1");
        Should.Throw<ArgumentException>(() => Estimate(Of(X, Y, Groups) with { Trials = [0, .. Y.Skip(1).Select(_ => 3.0)] })).Message.ShouldContain("of 0");
        Should.Throw<ArgumentException>(() => Estimate(Of(X, [.. Y.Select(_ => 0.0)], Groups))).Message.ShouldContain("0 successes in 60");
        Should.Throw<ArgumentException>(() => Estimate(Sixty() with { Groups = ["a"] })).Message.ShouldContain("60");
        Should.Throw<ArgumentOutOfRangeException>(() => new LogisticMixedModelOptions { Model = Line, QuadraturePoints = 0 });
    }

    private static double Simpson(GroupedTrials trials, int group, double[] at)
    {
        const int Steps = 4000;
        double sum = 0;
        for (int step = 0; step <= Steps; step++)
        {
            double v = -10 + (20.0 * step / Steps);
            double value = Math.Exp(-v * v / 2) / Math.Sqrt(2 * Math.PI);
            for (int row = trials.Starts[group]; row < trials.Starts[group + 1]; row++)
            {
                double index = (at[0] * trials.Cells[2 * row]) + (at[1] * trials.Cells[(2 * row) + 1]) + (at[2] * v);
                value /= 1 + Math.Exp(trials.Successes[row] == 1 ? -index : index);
            }

            sum += value * (step is 0 or Steps ? 1 : step % 2 == 1 ? 4 : 2);
        }

        return sum * 20 / Steps / 3;
    }

    private static LogisticMixedSample Sixty() => Of(X, Y, Groups);

    private static LogisticMixedSample Of(double[] x, double[] y, string[] groups) =>
        new(new RegressionSample(Table.Of("sample", Column.Of("y", y), Column.Of("x", x))), groups);

    private static LogisticMixedModelResult Estimate(LogisticMixedSample sample, Func<LogisticMixedModelOptions, LogisticMixedModelOptions>? set = null)
    {
        LogisticMixedModelOptions options = new() { Model = Line };
        return LogisticMixedModel.Estimate(sample, set?.Invoke(options) ?? options, cancellationToken: TestContext.Current.CancellationToken);
    }
}

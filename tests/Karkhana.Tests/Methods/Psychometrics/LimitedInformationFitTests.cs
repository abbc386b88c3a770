using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class LimitedInformationFitTests
{
    [Fact]
    public void The_statistic_is_that_of_all_patterns_of_binary_items() => FitSamples.Binary.Where(items => items.Count > 3).Sample(
        items => Agrees(items, new() { Model = ItemModel.TwoParameter }) && Agrees(items, new() { Model = ItemModel.TwoParameter, EqualSlopes = true }),
        iter: 20);

    [Fact]
    public void The_statistic_of_a_Rasch_model_takes_the_latent_variance_as_a_parameter() => FitSamples.Binary.Sample(
        items => Agrees(items with { Slopes = [.. items.Slopes.Select(_ => 1.0)] }, new() { Model = ItemModel.Rasch, LatentVariance = 1.4 }), iter: 20);

    [Fact]
    public void The_statistic_of_guessed_items_takes_the_chances_as_parameters()
    {
        ItemParameters items = FitSamples.Parameters(
            [1.2, 0.9, 1.5, 1.1, 0.8, 1.3], [[-1], [-0.5], [0], [0.4], [0.8], [-0.2]]) with
        {
            Guessing = [0.1, 0.2, 0.15, 0.25, 0.1, 0.05],
        };

        Agrees(items, new() { Model = ItemModel.ThreeParameter }).ShouldBeTrue();
    }

    [Theory]
    [InlineData(ItemModel.Graded)]
    [InlineData(ItemModel.GeneralisedPartialCredit)]
    public void The_statistic_is_that_of_all_patterns_of_items_with_three_categories(ItemModel model) =>
        FitSamples.Graded.Where(items => items.Count == 4).Sample(
            items => Agrees(items, new() { Model = model, Statistic = FitMoments.C2 }), iter: 4);

    [Fact]
    public void Both_statistics_agree_for_binary_items()
    {
        FittedResponses input = Five(300);
        LimitedInformationFitResult first = Estimate(input, new() { Model = ItemModel.TwoParameter });
        LimitedInformationFitResult second = Estimate(input, new() { Model = ItemModel.TwoParameter, Statistic = FitMoments.C2 });

        second.Statistic.ShouldBe(first.Statistic);
        second.RootMeanSquareResidual.ShouldBe(first.RootMeanSquareResidual);
    }

    [Fact]
    public void Twice_the_respondents_double_the_statistic()
    {
        FittedResponses input = Five(200);
        FittedResponses twice = input with
        {
            Responses = input.Responses with { Answers = [.. input.Responses.Answers.Select(answers => (double[])[.. answers, .. answers])] },
        };
        LimitedInformationFitOptions options = new() { Model = ItemModel.TwoParameter };

        Estimate(twice, options).Statistic.ShouldBe(2 * Estimate(input, options).Statistic, tolerance: 1e-8);
        Estimate(twice, options).BaselineStatistic.ShouldBe(2 * Estimate(input, options).BaselineStatistic, tolerance: 1e-8);
    }

    [Fact]
    public void The_baseline_is_the_statistic_of_independent_items_with_the_margins_of_the_answers()
    {
        FittedResponses input = Five(300);
        double[] shares = [.. input.Responses.Answers.Select(answers => answers.Average())];
        int[][] patterns = [.. FitSamples.Patterns(input.Parameters)];
        double[] Chances(double[] margins) => [.. patterns.Select(
            pattern => pattern.Select((x, item) => x == 1 ? margins[item] : 1 - margins[item]).Aggregate(1.0, (product, p) => product * p))];
        double[][] moments = [.. patterns.Select(pattern => MomentsOf(pattern, 1))];
        Vector<double> At(int moved, double by) => Mean(moments, Chances([.. shares.Select((share, item) => item == moved ? share + by : share)]));
        IEnumerable<Vector<double>> derivatives = Enumerable.Range(0, 5).Select(item => (At(item, 1e-4) - At(item, -1e-4)) / 2e-4);
        double form = Form(Rows(input.Responses), moments, Chances(shares), derivatives, 1);
        LimitedInformationFitResult result = Estimate(input, new() { Model = ItemModel.TwoParameter });

        result.BaselineStatistic.ShouldBe(form, tolerance: 1e-6 * form);
        result.BaselineDegrees.ShouldBe(10);
    }

    [Theory]
    [InlineData(5, 3.7)]
    [InlineData(5, 24)]
    public void The_limits_are_where_the_statistic_is_a_quantile_of_the_noncentral_distribution(int degrees, double least)
    {
        LimitedInformationFitResult result = Enumerable.Range(1, 400).Select(
            seed => Estimate(Five(120, (ulong)seed, least > 20 ? 0.15 : 0), new() { Model = ItemModel.TwoParameter }))
            .First(fit => fit.Statistic > least);

        result.Degrees.ShouldBe(degrees);
        Mixture(result.Statistic, degrees, result.NoncentralityHigh).ShouldBe(0.05, tolerance: 1e-9);
        if (result.NoncentralityLow > 0)
        {
            Mixture(result.Statistic, degrees, result.NoncentralityLow).ShouldBe(0.95, tolerance: 1e-9);
        }
        else
        {
            result.PValue.ShouldBeGreaterThan(0.05);
        }

        result.RmseaHigh.ShouldBe(Math.Sqrt(result.NoncentralityHigh / (degrees * 119.0)), tolerance: 1e-15);
        result.Rmsea.ShouldBe(Math.Sqrt(Math.Max(0, result.Statistic - degrees) / (degrees * 119.0)), tolerance: 1e-15);

        // Poisson mixture of central distributions, term by term.
        static double Mixture(double statistic, double degrees, double noncentrality) => Enumerable.Range(0, 1000).Sum(j =>
            Math.Exp((j * Math.Log(noncentrality / 2)) - (noncentrality / 2) - MathNet.Numerics.SpecialFunctions.GammaLn(j + 1))
            * MathNet.Numerics.SpecialFunctions.GammaLowerRegularized((degrees / 2) + j, statistic / 2));
    }

    [Fact]
    public void A_model_that_fits_far_too_badly_still_has_limits()
    {
        FittedResponses input = Five(20000);
        ItemParameters upsideDown = input.Parameters with { Thresholds = [.. input.Parameters.Thresholds.Select(steps => new[] { 2.5 - (2 * steps[0]) })] };
        LimitedInformationFitResult result = Estimate(input with { Parameters = upsideDown }, new() { Model = ItemModel.TwoParameter });

        result.Statistic.ShouldBeGreaterThan(1000);
        result.PValue.ShouldBe(0, tolerance: 1e-100);
        result.RmseaLow.ShouldBeInRange(0.9 * result.Rmsea, result.Rmsea);
        result.RmseaHigh.ShouldBeInRange(result.Rmsea, 1.1 * result.Rmsea);
        result.ComparativeFit.ShouldBeInRange(0, 1);
    }

    [Fact]
    public void Samples_of_the_model_have_a_statistic_of_about_the_degrees_of_freedom()
    {
        // Known parameters instead of estimates: the quadratic form still has mean df in samples of the model.
        double mean = Enumerable.Range(1, 60).Average(seed => Estimate(Five(300, (ulong)seed), new() { Model = ItemModel.TwoParameter }).Statistic);

        mean.ShouldBeInRange(4, 6.2);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        FittedResponses input = Five(300);
        LimitedInformationFitOptions options = new() { Model = ItemModel.TwoParameter };
        double[] statistics = [.. new[] { 1, 2, 7 }.Select(workers => LimitedInformationFit.Estimate(
            input, options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken).Statistic)];

        Bits.Same([statistics[1], statistics[2]], [statistics[0], statistics[0]]).ShouldBeTrue();
    }

    [Fact]
    public void Respondents_with_a_gap_are_left_out_and_counted()
    {
        FittedResponses input = Five(200);
        double expected = Estimate(
            input with { Responses = input.Responses with { Answers = [.. input.Responses.Answers.Select(answers => answers[1..])] } },
            new() { Model = ItemModel.TwoParameter }).Statistic;
        input.Responses.Answers[2][0] = double.NaN;
        LimitedInformationFitResult result = Estimate(input, new() { Model = ItemModel.TwoParameter });

        result.Statistic.ShouldBe(expected);
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("1 of 200 ");
    }

    [Fact]
    public void Wrong_calls_are_refused_with_what_came()
    {
        ItemParameters three = FitSamples.Parameters([1, 1, 1], [[0], [0.5], [-0.5]]);
        ItemParameters graded = FitSamples.Parameters([1, 1, 1, 1], [[0, 1], [0.5, 1], [-0.5, 1], [0, 2]]);
        ItemParameters impossible = FitSamples.Parameters([1, 1, 1, 1], [[0, 900], [0.5, 1], [-0.5, 1], [0, 2]]);
        ItemResponses answers = FitSamples.Draw(ItemModel.Graded, graded, 50, 1);
        FittedResponses five = Five(50);
        five.Responses.Answers[3].AsSpan().Fill(1);

        Refused(new FittedResponses(FitSamples.Draw(ItemModel.TwoParameter, three, 50, 1), three), new() { Model = ItemModel.TwoParameter })
            .ShouldContain("3 items gave 6 margins and 6 parameters");
        Refused(new FittedResponses(answers, graded), new() { Model = ItemModel.Graded }).ShouldContain("item i1 has 3");
        Refused(new FittedResponses(answers, impossible), new() { Model = ItemModel.Graded, Statistic = FitMoments.C2 }).ShouldContain("margin 2 of 14");
        Refused(five, new() { Model = ItemModel.TwoParameter }).ShouldContain("answered i4 alike");
        five.Responses.Answers[0].AsSpan().Fill(double.NaN);
        Refused(five, new() { Model = ItemModel.TwoParameter }).ShouldContain("they held 0");
    }

    private static string Refused(FittedResponses input, LimitedInformationFitOptions options) =>
        Should.Throw<ArgumentException>(() => Estimate(input, options)).Message;

    private static LimitedInformationFitResult Estimate(FittedResponses input, LimitedInformationFitOptions options) =>
        LimitedInformationFit.Estimate(input, options, cancellationToken: TestContext.Current.CancellationToken);

    // Answers of the items; the model may be told that they are easier and steeper than they are.
    private static FittedResponses Five(int respondents, ulong seed = 8, double easier = 0)
    {
        ItemParameters items = FitSamples.Parameters([0.9, 1.1, 1.4, 0.7, 1.2], [[-0.8], [-0.3], [0.1], [0.6], [0.2]]);
        ItemResponses answers = FitSamples.Draw(ItemModel.TwoParameter, items, respondents, seed);
        return new FittedResponses(
            answers, items with { Slopes = [.. items.Slopes.Select(slope => slope * (1 + (3 * easier)))], Thresholds = [.. items.Thresholds.Select((steps, i) => new[] { steps[0] - (i * easier) })] });
    }

    // Moments and their covariance by adding up every pattern, derivatives by differences, inverses as in the formula.
    private static bool Agrees(ItemParameters items, LimitedInformationFitOptions options)
    {
        ItemResponses responses = FitSamples.Draw(options.Model, items, 250, 6);
        LimitedInformationFitResult result = Estimate(new FittedResponses(responses, items), options);
        int[][] patterns = [.. FitSamples.Patterns(items)];
        int top = items.Thresholds[0].Length;
        double[][] moments = [.. patterns.Select(pattern => MomentsOf(pattern, top))];
        Vector<double>[] derivatives = [.. Differences(items, options, patterns, moments)];
        double form = Form(Rows(responses), moments, Chances(items, options, patterns, options.LatentVariance), derivatives, top);
        return Bits.Close([result.Statistic], [form], relative: 2e-5) && result.Degrees == moments[0].Length - derivatives.Length;
    }

    private static double Form(int[][] rows, double[][] moments, double[] chances, IEnumerable<Vector<double>> derivatives, int top)
    {
        Vector<double> expected = Mean(moments, chances);
        Matrix<double> covariance = Matrix<double>.Build.Dense(expected.Count, expected.Count, (a, b) =>
            chances.Select((chance, p) => chance * (moments[p][a] - expected[a]) * (moments[p][b] - expected[b])).Sum());
        Vector<double> residual = Mean([.. rows.Select(row => MomentsOf(row, top))], [.. rows.Select(_ => 1.0 / rows.Length)]) - expected;
        Matrix<double> d = Matrix<double>.Build.DenseOfColumnVectors(derivatives);
        Matrix<double> inverse = covariance.Inverse();
        Matrix<double> form = inverse - (inverse * d * (d.Transpose() * inverse * d).Inverse() * d.Transpose() * inverse);
        return rows.Length * (residual * form * residual);
    }

    private static int[][] Rows(ItemResponses responses) => [.. Enumerable.Range(0, responses.Respondents).Select(
        row => responses.Answers.Select(answers => (int)answers[row]).ToArray())];

    private static Vector<double> Mean(double[][] moments, double[] weights) => Vector<double>.Build.Dense(
        moments[0].Length, a => moments.Select((row, p) => weights[p] * row[a]).Sum());

    private static double[] MomentsOf(int[] pattern, int top)
    {
        IEnumerable<double> categories = pattern.SelectMany(x => Enumerable.Range(1, top).Select(c => x == c ? 1.0 : 0));
        IEnumerable<double> pairs = pattern.SelectMany((x, i) => pattern.Take(i).Select(y => (double)(x * y)));
        return [.. categories, .. pairs];
    }

    private static double[] Chances(ItemParameters items, LimitedInformationFitOptions options, int[][] patterns, double variance) =>
        [.. patterns.Select(pattern => FitSamples.Grid(variance: variance).Sum(q => q.Weight * FitSamples.Chance(options.Model, items, pattern, q.Node)))];

    private static IEnumerable<Vector<double>> Differences(
        ItemParameters items, LimitedInformationFitOptions options, int[][] patterns, double[][] moments)
    {
        const double Step = 1e-5;
        Vector<double> At(ItemParameters moved, double variance) => Mean(moments, Chances(moved, options, patterns, variance));
        Vector<double> Difference(Func<double, ItemParameters> move) =>
            (At(move(Step), options.LatentVariance) - At(move(-Step), options.LatentVariance)) / (2 * Step);
        for (int item = 0; item < items.Count; item++)
        {
            int here = item;
            for (int step = 0; step < items.Thresholds[item].Length; step++)
            {
                int place = step;
                yield return Difference(by => items with
                {
                    Thresholds = [.. items.Thresholds.Select((steps, i) => steps.Select((b, c) => i == here && c == place ? b + by : b).ToArray())],
                });
            }

            if (options.Model != ItemModel.Rasch && !options.EqualSlopes)
            {
                yield return Difference(by => items with { Slopes = [.. items.Slopes.Select((a, i) => i == here ? a + by : a)] });
            }

            if (options.Model == ItemModel.ThreeParameter)
            {
                yield return Difference(by => items with { Guessing = [.. items.Guessing.Select((g, i) => i == here ? g + by : g)] });
            }
        }

        if (options.EqualSlopes)
        {
            // In intercepts −ab all slopes move together while each intercept stays.
            yield return Difference(by => items with
            {
                Slopes = [.. items.Slopes.Select(a => a + by)],
                Thresholds = [.. items.Thresholds.Select((steps, i) => steps.Select(b => b * items.Slopes[i] / (items.Slopes[i] + by)).ToArray())],
            });
        }

        if (options.Model == ItemModel.Rasch)
        {
            yield return (At(items, options.LatentVariance + Step) - At(items, options.LatentVariance - Step)) / (2 * Step);
        }
    }
}

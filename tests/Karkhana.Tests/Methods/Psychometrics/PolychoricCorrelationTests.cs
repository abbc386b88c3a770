using CsCheck;
using Karkhana.Core.Randomness;
using Karkhana.Methods;
using Karkhana.Methods.Psychometrics;
using Karkhana.Tests.Methods.Distributions;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class PolychoricCorrelationTests
{
    private static readonly PolychoricCorrelationOptions MaximumLikelihood = new() { Method = LatentCorrelationMethod.MaximumLikelihood };

    private static readonly Gen<int[,]> Fourfold =
        from counts in Gen.Int[1, 99].Array[4]
        select new[,] { { counts[0], counts[1] }, { counts[2], counts[3] } };

    private static readonly Gen<int[,]> Tables =
        from rows in Gen.Int[2, 4]
        from columns in Gen.Int[2, 4]
        from counts in Gen.Int[0, 9].Array[16]
        let table = Cut(counts, rows, columns)
        where Contradicted(table)
        select table;

    [Fact]
    public void Items_cut_at_the_median_have_the_sine_of_their_excess()
    {
        // Both thresholds 0: P(both above) = 1/4 + asin(rho)/2pi, so that 3/8 each way gives rho = sin(pi/4).
        PolychoricCorrelationResult result = Estimate(AnswerSamples.Table(new[,] { { 3, 1 }, { 1, 3 } }));

        result.Estimates[1].ShouldBe(Math.Sqrt(0.5), tolerance: 1e-14);
        result.Thresholds.ShouldAllBe(item => item.Length == 1 && item[0] == 0);
        result.StandardErrors.ShouldAllBe(error => double.IsNaN(error));
        result.Respondents[1].ShouldBe(8);
    }

    [Fact]
    public void A_fourfold_table_is_fitted_exactly_by_either_method() => Fourfold.Sample(table =>
    {
        ItemResponses responses = AnswerSamples.Table(table);
        PolychoricCorrelationResult result = Estimate(responses);
        double rho = result.Estimates[1];
        double share = table[0, 0] / (double)responses.Respondents;
        double fitted = BivariateNormal.Cumulative(result.Thresholds[0][0], result.Thresholds[1][0], rho);
        return Math.Abs(fitted - share) < 1e-11 && Math.Abs(Estimate(responses, MaximumLikelihood).Estimates[1] - rho) < 1e-8;
    });

    [Fact]
    public void Two_steps_reach_the_top_of_the_slow_likelihood() => Tables.Sample(
        table =>
        {
            double rho = Estimate(AnswerSamples.Table(table)).Estimates[1];
            (double[] rows, double[] columns) = Cuts(table);
            double top = LogLikelihood(table, rho, rows, columns);
            return new[] { -1, 1 }.All(side => new[] { 1e-5, 1e-3, 0.03 }.All(
                step => LogLikelihood(table, rho + (side * step * (1 - Math.Abs(rho))), rows, columns) <= top + 1e-10));
        },
        iter: 60);

    [Fact]
    public void Maximum_likelihood_has_no_slope_in_any_direction_and_the_curvature_of_its_error() => Tables.Sample(
        table =>
        {
            PolychoricCorrelationResult two = Estimate(AnswerSamples.Table(table));
            PolychoricCorrelationResult joint = Estimate(AnswerSamples.Table(table), MaximumLikelihood);
            (double[] rows, double[] columns) = Cuts(table);
            double best = Profile(table, joint.Estimates[1], rows, columns);
            double start = LogLikelihood(table, two.Estimates[1], Cuts(table).Rows, Cuts(table).Columns);

            // The profile bends at its top as the inverse of the squared error.
            double step = 0.05 * joint.StandardErrors[1];
            double above = Profile(table, joint.Estimates[1] + step, rows, columns);
            double below = Profile(table, joint.Estimates[1] - step, rows, columns);
            double bend = -(above - (2 * best) + below) / (step * step);
            return best >= start - 1e-9 && above <= best + 1e-9 && below <= best + 1e-9
                && Math.Abs((bend * joint.StandardErrors[1] * joint.StandardErrors[1]) - 1) < 0.1;
        },
        iter: 12);

    [Fact]
    public void Turning_an_item_changes_the_sign_and_exchanging_two_nothing() => Tables.Sample(table =>
    {
        ItemResponses responses = AnswerSamples.Table(table);
        foreach (PolychoricCorrelationOptions options in new[] { new PolychoricCorrelationOptions(), MaximumLikelihood })
        {
            PolychoricCorrelationResult result = Estimate(responses, options);
            PolychoricCorrelationResult turned = Estimate(AnswerSamples.Of([.. responses.Answers[0].Select(x => -x)], responses.Answers[1]), options);
            PolychoricCorrelationResult exchanged = Estimate(AnswerSamples.Of(responses.Answers[1], responses.Answers[0]), options);
            if (!Bits.Close([turned.Estimates[1], exchanged.Estimates[1]], [-result.Estimates[1], result.Estimates[1]], relative: 1e-8)
                || !Bits.Close([turned.StandardErrors[1], exchanged.StandardErrors[1]], [result.StandardErrors[1], result.StandardErrors[1]], relative: 1e-6))
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void The_correlation_behind_the_answers_is_found_again()
    {
        RandomStream stream = new(9, RandomPurpose.Example, 0);
        double[][] drawn = [.. Enumerable.Range(0, 40_000).Select(_ => (double[])[stream.NextGaussian(), stream.NextGaussian()])];
        foreach (double rho in new[] { -0.98, -0.4, 0, 0.7, 0.95 })
        {
            ItemResponses responses = AnswerSamples.Of(
                [.. drawn.Select(pair => pair[0] < -0.5 ? 1 : pair[0] < 0.7 ? 2 : 3.0)],
                [.. drawn.Select(pair => (rho * pair[0]) + (Math.Sqrt(1 - (rho * rho)) * pair[1])).Select(y => y < -1 ? 1 : y < 0.2 ? 2 : y < 1 ? 3 : 4.0)]);

            PolychoricCorrelationResult result = Estimate(responses, MaximumLikelihood);

            Math.Abs(result.Estimates[1] - rho).ShouldBeLessThan(4 * result.StandardErrors[1]);
            Estimate(responses).Estimates[1].ShouldBe(result.Estimates[1], tolerance: 0.001);
        }
    }

    [Fact]
    public void A_single_contradiction_among_very_many_stays_inside()
    {
        // Thresholds 0: one of 2n respondents off the diagonal each way gives pi/2 - theta = 2 pi/(2n).
        const int half = 500_000;
        PolychoricCorrelationResult result = Estimate(AnswerSamples.Table(new[,] { { half, 1 }, { 1, half } }));

        (1 - result.Estimates[1]).ShouldBe(1 - Math.Cos(Math.PI / (half + 1.0)), tolerance: 1e-15);
        result.Notes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_pair_without_contradiction_is_perfect_and_has_no_error(int sign)
    {
        ItemResponses responses = AnswerSamples.Of([1, 1, 2, 2, 3, 3], [sign, sign, sign, 2 * sign, 2 * sign, 3 * sign]);
        PolychoricCorrelationResult result = Estimate(responses, MaximumLikelihood);

        result.Estimates[1].ShouldBe(sign);
        result.StandardErrors[1].ShouldBe(double.NaN);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("perfect-association");
        Math.Abs(Estimate(responses, new() { EmptyCells = 0.5 }).Estimates[1]).ShouldBeLessThan(0.95);
    }

    [Fact]
    public void Empty_cells_take_the_count_that_was_asked_for()
    {
        // 0.5 in the empty cell of 3 0 / 1 4 is the table 6 1 / 2 8 at half the weight.
        double corrected = Estimate(AnswerSamples.Table(new[,] { { 3, 0 }, { 1, 4 } }), new() { EmptyCells = 0.5 }).Estimates[1];

        corrected.ShouldBe(Estimate(AnswerSamples.Table(new[,] { { 6, 1 }, { 2, 8 } })).Estimates[1], tolerance: 1e-12);
    }

    [Fact]
    public void An_item_with_one_category_has_no_correlation()
    {
        PolychoricCorrelationResult result = Estimate(AnswerSamples.Of([1, 2, 1, 2], [3, 3, 3, 3], [1, 2, 2, 1]));

        result.Estimates.ShouldBe([1, double.NaN, 0, double.NaN, double.NaN, double.NaN, 0, double.NaN, 1]);
        result.Thresholds[1].ShouldBeEmpty();
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("i2: ");
        result.ToOutputs().All["threshold"].Numbers![1].ShouldBe(double.NaN);
    }

    [Fact]
    public void Gaps_leave_out_the_respondent_or_only_the_pair()
    {
        ItemResponses whole = AnswerSamples.Factor(200, 3, 0.7, ordered: true);
        double[][] answers = [.. whole.Answers.Select(item => item.ToArray())];
        answers[2][0] = answers[2][1] = double.NaN;
        ItemResponses gaps = AnswerSamples.Of(answers);

        PolychoricCorrelationResult complete = Estimate(gaps);
        PolychoricCorrelationResult pairwise = Estimate(gaps, new() { Missing = MissingAnswers.Pairwise });

        complete.Estimates.ShouldBe(Estimate(AnswerSamples.Of([.. whole.Answers.Select(item => item[2..])])).Estimates);
        pairwise.Estimates[1].ShouldBe(Estimate(whole).Estimates[1]);
        pairwise.Estimates[2].ShouldBe(complete.Estimates[2]);
        pairwise.Respondents.ShouldBe([200, 200, 198, 200, 200, 198, 198, 198, 198]);
    }

    [Fact]
    public void A_pair_that_lacks_a_category_of_its_item_uses_those_it_has()
    {
        double gap = double.NaN;
        double[] left = [1, 1, 2, 2, 1, 2, 3];
        double[] right = [1, 2, 1, 2, 1, 2, gap];

        Estimate(AnswerSamples.Of(left, right), new() { Missing = MissingAnswers.Pairwise }).Estimates[1]
            .ShouldBe(Estimate(AnswerSamples.Of(left[..6], right[..6])).Estimates[1]);
    }

    [Fact]
    public void One_worker_and_eight_give_the_same_bits()
    {
        ItemResponses responses = AnswerSamples.Factor(150, 14, 0.7, ordered: true);
        foreach (PolychoricCorrelationOptions options in new[] { new PolychoricCorrelationOptions(), MaximumLikelihood })
        {
            PolychoricCorrelationResult one = Estimate(responses, options, 1);
            PolychoricCorrelationResult eight = Estimate(responses, options, 8);

            Bits.Same(one.Estimates, eight.Estimates).ShouldBeTrue();
            Bits.Same(one.StandardErrors, eight.StandardErrors).ShouldBeTrue();
        }
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(AnswerSamples.Of([1, 2]))).Message.ShouldContain("at least 2 items");
        Should.Throw<ArgumentException>(() => Estimate(AnswerSamples.Of([1, double.NaN], [double.NaN, 2]))).Message.ShouldContain("it held 0");
        double[] many = [.. Enumerable.Range(0, 200).Select(value => (double)value)];
        Should.Throw<ArgumentException>(() => Estimate(AnswerSamples.Of(many, many))).Message.ShouldContain("categories");
        Should.Throw<ArgumentException>(() => new PolychoricCorrelationOptions { EmptyCells = 2 }).Message.ShouldContain("[0, 1]");
    }

    private static PolychoricCorrelationResult Estimate(ItemResponses responses, PolychoricCorrelationOptions? options = null, int workers = 2) =>
        PolychoricCorrelation.Estimate(responses, options, AnswerSamples.Workers(workers), TestContext.Current.CancellationToken);

    private static int[,] Cut(int[] counts, int rows, int columns)
    {
        int[,] table = new int[rows, columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                table[row, column] = counts[(row * 4) + column];
            }
        }

        return table;
    }

    /// <summary>Says whether every category occurs and some respondents are ordered alike and others otherwise.</summary>
    private static bool Contradicted(int[,] table)
    {
        (int rows, int columns) = (table.GetLength(0), table.GetLength(1));
        (bool alike, bool otherwise) = (false, false);
        for (int a = 0; a < rows * columns; a++)
        {
            for (int b = 0; b < rows * columns; b++)
            {
                bool both = table[a / columns, a % columns] > 0 && table[b / columns, b % columns] > 0 && a / columns < b / columns;
                alike |= both && a % columns < b % columns;
                otherwise |= both && a % columns > b % columns;
            }
        }

        return alike && otherwise
            && Enumerable.Range(0, rows).All(row => Enumerable.Range(0, columns).Any(column => table[row, column] > 0))
            && Enumerable.Range(0, columns).All(column => Enumerable.Range(0, rows).Any(row => table[row, column] > 0));
    }

    private static (double[] Rows, double[] Columns) Cuts(int[,] table)
    {
        (int rows, int columns) = (table.GetLength(0), table.GetLength(1));
        double all = table.Cast<int>().Sum();
        double Below(int step, bool byRow) => Enumerable.Range(0, rows * columns)
            .Where(cell => (byRow ? cell / columns : cell % columns) < step).Sum(cell => table[cell / columns, cell % columns]) / all;
        return (
            [.. Enumerable.Range(1, rows - 1).Select(step => Normal.InvCDF(0, 1, Below(step, byRow: true)))],
            [.. Enumerable.Range(1, columns - 1).Select(step => Normal.InvCDF(0, 1, Below(step, byRow: false)))]);
    }

    private static double LogLikelihood(int[,] table, double rho, double[] rowCuts, double[] columnCuts)
    {
        double[] rows = [double.NegativeInfinity, .. rowCuts, double.PositiveInfinity];
        double[] columns = [double.NegativeInfinity, .. columnCuts, double.PositiveInfinity];
        double sum = 0;
        for (int row = 0; row < table.GetLength(0); row++)
        {
            for (int column = 0; column < table.GetLength(1); column++)
            {
                sum += table[row, column] == 0
                    ? 0
                    : table[row, column] * Math.Log(RectangleTwin.Of(rows[row], rows[row + 1], columns[column], columns[column + 1], rho));
            }
        }

        return sum;
    }

    /// <summary>Maximises the slow likelihood over the thresholds, one after another, with ρ held.</summary>
    private static double Profile(int[,] table, double rho, double[] rows, double[] columns)
    {
        double best = double.NegativeInfinity;
        for (int sweep = 0; sweep < 60; sweep++)
        {
            double before = best;
            foreach (double[] cuts in new[] { rows, columns })
            {
                for (int i = 0; i < cuts.Length; i++)
                {
                    double here = cuts[i];
                    const double h = 1e-4;
                    double At(double cut)
                    {
                        cuts[i] = cut;
                        return LogLikelihood(table, rho, rows, columns);
                    }

                    (double low, double middle, double high) = (At(here - h), At(here), At(here + h));
                    double next = here + (h / 2 * (high - low) / ((2 * middle) - low - high));
                    best = At(next);
                }
            }

            if (best - before < 1e-12)
            {
                break;
            }
        }

        return best;
    }
}

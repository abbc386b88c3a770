using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class PlausibleValuesTests
{
    private static readonly ItemParameters Six = new(
        ["i1", "i2", "i3", "i4", "i5", "i6"],
        [1.2, 0.8, 1.5, 1, 1.7, 0.9],
        [[-1, 0.2], [-0.5, 0.9], [0, 1], [-1.5, -0.3], [0.1, 0.6], [-0.2, 1.4]],
        new double[6]);

    [Fact]
    public void Quantiles_have_mean_and_variance_of_the_posterior() => (
        from logs in Gen.Double[-6, 0].Array[5, 41]
        select logs).Sample(logs =>
        {
            LatentGrid grid = LatentGrid.EquallySpaced(logs.Length, 3);
            double total = logs.Sum(Math.Exp);
            double[] posterior = [.. logs.Select(log => Math.Exp(log) / total)];
            PosteriorSampler sampler = new(grid);
            sampler.Take(posterior);
            const int Shares = 200_000;
            double[] values = [.. Enumerable.Range(0, Shares).Select(i => sampler.Quantile((i + 0.5) / Shares))];
            double mean = values.Average();
            double variance = values.Sum(value => (value - mean) * (value - mean)) / Shares;
            return Bits.Close([mean, variance], [sampler.Mean, sampler.Variance], relative: 2e-4)
                && values.Zip(values.Skip(1), (low, high) => high - low).All(rise => rise >= 0);
        }, iter: 30);

    [Fact]
    public void Two_nodes_that_share_the_posterior_are_worked_out_by_hand()
    {
        // Nodes −1, 0, 1 with chances 0, 1/2, 1/2: mean 1/2, variance 1/4, cells of width 1 from −1/2 to 3/2, drawn in by √(1/4 : 1/3).
        PosteriorSampler sampler = new(LatentGrid.EquallySpaced(3, 1));
        sampler.Take([0, 0.5, 0.5]);

        double shrinkage = Math.Sqrt(0.75);
        sampler.Quantile(0).ShouldBe(0.5 - shrinkage, tolerance: 1e-15);
        sampler.Quantile(0.25).ShouldBe(0.5 - (0.5 * shrinkage), tolerance: 1e-15);
        sampler.Quantile(0.5).ShouldBe(0.5, tolerance: 1e-15);
        sampler.Quantile(0.75).ShouldBe(0.5 + (0.5 * shrinkage), tolerance: 1e-15);
    }

    [Fact]
    public void Draws_scatter_like_the_posterior_of_each_respondent()
    {
        ItemResponses responses = ModelAnswers.Draw(ItemModel.Graded, Six, 12).Responses;
        PlausibleValuesResult result = Estimate(new ScoredResponses(responses, Six), new() { Model = ItemModel.Graded, Draws = 1000 });
        ItemResponseScoreResult scores = ItemResponseScore.Estimate(
            new ScoredResponses(responses, Six), new() { Model = ItemModel.Graded }, cancellationToken: Token);

        Bits.Same(result.PosteriorMean, scores.Score).ShouldBeTrue();
        Bits.Same(result.PosteriorDeviation, scores.StandardError).ShouldBeTrue();
        for (int row = 0; row < 12; row++)
        {
            double[] own = [.. result.Draws.Select(draw => draw[row])];
            double deviation = scores.StandardError[row];
            own.Average().ShouldBe(scores.Score[row], tolerance: 4 * deviation / Math.Sqrt(1000));
            Variance(own).ShouldBe(deviation * deviation, tolerance: 4 * deviation * deviation * Math.Sqrt(2.0 / 999));
            own.Distinct().Count().ShouldBe(1000);
        }
    }

    [Fact]
    public void The_population_variance_is_recovered_where_that_of_the_posterior_means_falls_short()
    {
        ItemParameters few = ModelAnswers.Binary([-0.5, 0, 0.5]);
        ItemResponses responses = ModelAnswers.Draw(ItemModel.Rasch, few, 4000).Responses;

        PlausibleValuesResult result = Estimate(new ScoredResponses(responses, few), new() { Model = ItemModel.Rasch, Draws = 20 });

        Variance([.. result.PosteriorMean]).ShouldBeLessThan(0.5);
        result.Population.Terms.ShouldBe(["mean", "variance"]);
        result.Population.Estimates[0].ShouldBe(0, tolerance: 4 * result.Population.StandardErrors[0]);
        result.Population.Estimates[1].ShouldBe(1, tolerance: 4 * result.Population.StandardErrors[1]);
        result.Population.StandardErrors[0].ShouldBeGreaterThan(Math.Sqrt(result.Population.Estimates[1] / 4000));
    }

    [Fact]
    public void A_draw_depends_on_its_own_address_alone()
    {
        ItemResponses all = ModelAnswers.Draw(ItemModel.Graded, Six, 200).Responses;
        ItemResponses some = all with { Answers = [.. all.Answers.Select(answers => answers[..50])] };
        PlausibleValuesOptions options = new() { Model = ItemModel.Graded, Draws = 5, Seed = 11 };

        PlausibleValuesResult one = Estimate(new ScoredResponses(all, Six), options, workers: 1);
        PlausibleValuesResult three = Estimate(new ScoredResponses(all, Six), options, workers: 3);
        PlausibleValuesResult fewer = Estimate(new ScoredResponses(some, Six), options with { Draws = 3 });

        for (int draw = 0; draw < 5; draw++)
        {
            Bits.Same(three.Draws[draw], one.Draws[draw]).ShouldBeTrue();
        }

        for (int draw = 0; draw < 3; draw++)
        {
            Bits.Same(fewer.Draws[draw], [.. one.Draws[draw].Take(50)]).ShouldBeTrue();
        }

        Bits.Same(Estimate(new ScoredResponses(all, Six), options with { Seed = 12 }).Draws[0], one.Draws[0]).ShouldBeFalse();
    }

    [Fact]
    public void Draws_are_those_of_a_plain_reading_of_the_posterior()
    {
        ItemResponses responses = ModelAnswers.Draw(ItemModel.Graded, Six, 20).Responses;
        LatentGrid grid = LatentGrid.EquallySpaced(61, 6);
        PlausibleValuesResult result = Estimate(new ScoredResponses(responses, Six), new() { Model = ItemModel.Graded, Draws = 4 });
        for (int row = 0; row < 20; row++)
        {
            double[] twin = Posterior(responses, row, grid);
            double mean = twin.Zip(grid.Nodes, (p, node) => p * node).Sum();
            double variance = twin.Zip(grid.Nodes, (p, node) => p * (node - mean) * (node - mean)).Sum();
            for (int draw = 0; draw < 4; draw++)
            {
                double share = new RandomStream(2003, RandomPurpose.PlausibleValues, draw, row).NextDouble();
                int cell = 0;
                double below = 0;
                while (below + twin[cell] <= share)
                {
                    below += twin[cell++];
                }

                double drawn = grid.Nodes[cell] + (0.2 * (((share - below) / twin[cell]) - 0.5));
                double pulled = mean + ((drawn - mean) * Math.Sqrt(variance / (variance + (0.04 / 12))));
                result.Draws[draw][row].ShouldBe(pulled, tolerance: 1e-9);
            }
        }
    }

    [Fact]
    public void A_prior_mean_of_each_respondent_moves_the_draws_of_the_silent()
    {
        ItemResponses silent = new(["i1"], [[double.NaN, double.NaN]]);
        PlausibleValuesResult result = Estimate(
            new ScoredResponses(silent, Six, [-1.5, 1.5]), new() { Model = ItemModel.Graded, Draws = 400, LatentVariance = 0.25 });

        result.Draws.Average(draw => draw[0]).ShouldBe(-1.5, tolerance: 0.1);
        result.Draws.Average(draw => draw[1]).ShouldBe(1.5, tolerance: 0.1);
        Math.Sqrt(Variance([.. result.Draws.Select(draw => draw[0])])).ShouldBe(0.5, tolerance: 0.08);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("no-answers");
    }

    [Theory]
    [InlineData(ItemModel.Graded)]
    [InlineData(ItemModel.GeneralisedPartialCredit)]
    public void A_covariance_of_zero_is_none(ItemModel model)
    {
        ScoredResponses scored = new(ModelAnswers.Draw(model, Six, 30).Responses, Six);
        PlausibleValuesOptions options = new() { Model = model, Draws = 3 };
        ParameterCovariance zero = new(["i1:slope", "i1:1", "i3:2"], [[0, 0, 0], [0, 0, 0], [0, 0, 0]]);

        PlausibleValuesResult known = Estimate(scored, options);
        PlausibleValuesResult drawn = PlausibleValues.Estimate(new PlausibleValuesInput(scored, zero), options, cancellationToken: Token);

        for (int draw = 0; draw < 3; draw++)
        {
            Bits.Close(drawn.Draws[draw], known.Draws[draw], relative: 1e-9).ShouldBeTrue();
        }
    }

    [Fact]
    public void Uncertain_parameters_widen_the_error_of_the_population_mean()
    {
        // An error of 0.3 in a difficulty common to all respondents does not average out over them.
        ItemParameters one = ModelAnswers.Binary([0, 0, 0, 0]);
        ScoredResponses scored = new(ModelAnswers.Draw(ItemModel.Rasch, one, 500).Responses, one);
        double[][] common = [.. Enumerable.Range(0, 4).Select(_ => new double[] { 0.09, 0.09, 0.09, 0.09 })];
        PlausibleValuesOptions options = new() { Model = ItemModel.Rasch, Draws = 40 };

        double known = Estimate(scored, options).Population.StandardErrors[0];
        double uncertain = PlausibleValues.Estimate(
            new PlausibleValuesInput(scored, new ParameterCovariance(["i1:1", "i2:1", "i3:1", "i4:1"], common)), options, cancellationToken: Token)
            .Population.StandardErrors[0];

        known.ShouldBeLessThan(0.08);
        uncertain.ShouldBeGreaterThan(0.1);
    }

    [Fact]
    public void Drawn_parameters_have_the_covariance_given()
    {
        double[][] given = [[0.02, 0.01], [0.01, 0.04]];
        ParameterDraws draws = new(ItemModel.TwoParameter, ModelAnswers.Binary([0.5], slope: 2), new ParameterCovariance(["i1:slope", "i1:1"], given));

        ItemParameters[] drawn = [.. Enumerable.Range(0, 4000).Select(draw => draws.Draw(5, draw))];

        double[] slopes = [.. drawn.Select(items => items.Slopes[0])];
        double[] thresholds = [.. drawn.Select(items => items.Thresholds[0][0])];
        slopes.Average().ShouldBe(2, tolerance: 0.01);
        thresholds.Average().ShouldBe(0.5, tolerance: 0.015);
        Variance(slopes).ShouldBe(0.02, tolerance: 0.002);
        Variance(thresholds).ShouldBe(0.04, tolerance: 0.004);
        Variance([.. slopes.Zip(thresholds, (a, b) => a + b)]).ShouldBe(0.08, tolerance: 0.008);
    }

    [Fact]
    public void Draws_that_are_no_items_are_drawn_again_and_given_up_when_none_is_one()
    {
        ItemParameters close = new(["i1"], [1], [[0, 0.1, 0.2, 0.3]], [0]);
        ParameterCovariance wide = new(["i1:1", "i1:3"], [[0.5, 0], [0, 0.5]]);
        ParameterDraws ordered = new(ItemModel.Graded, close, wide);
        ParameterDraws guessed = new(
            ItemModel.ThreeParameter, ModelAnswers.Binary([0]) with { Guessing = [0.1] }, new ParameterCovariance(["i1:guessing", "slope"], [[0.04, 0], [0, 0.5]]));
        ParameterDraws hopeless = new(
            ItemModel.Graded, new(["i1"], [1], [[.. Enumerable.Range(0, 30).Select(step => step / 1e6)]], [0]),
            new ParameterCovariance([.. Enumerable.Range(1, 30).Select(step => $"i1:{step}")], [.. Enumerable.Range(0, 30).Select(row => Enumerable.Range(0, 30).Select(column => row == column ? 1.0 : 0).ToArray())]));

        for (int draw = 0; draw < 50; draw++)
        {
            ordered.Draw(1, draw).Thresholds[0].ShouldBeInOrder();
            guessed.Draw(1, draw).For(ItemModel.ThreeParameter).Slopes[0].ShouldBeGreaterThan(0);
        }

        Should.Throw<ArgumentException>(() => hopeless.Draw(1, 0)).Message.ShouldContain("1000 draws in a row");
    }

    [Fact]
    public void One_respondent_has_draws_and_no_population_variance()
    {
        PlausibleValuesResult result = Estimate(new ScoredResponses(ModelAnswers.Rows("1"), ModelAnswers.Binary([0])), new() { Model = ItemModel.Rasch });

        result.Draws.Count.ShouldBe(10);
        result.Population.Estimates[1].ShouldBe(double.NaN);
        result.ToOutputs().All["plausible_value"].Columns.Count.ShouldBe(10);
        result.ToTable().Columns.Count.ShouldBe(13);
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        ScoredResponses scored = new(ModelAnswers.Rows("10"), ModelAnswers.Binary([0, 1]));
        Refused(["i1:1", "i1:1"], [[1, 0], [0, 1]], "once");
        Refused(["i9:1"], [[1]], "i9:1");
        Refused(["i1:2"], [[1]], "i1:2");
        Refused(["i1"], [[1]], "one was i1");
        Refused(["i1:slope"], [[1]], "fixed at 1");
        Refused(["i1:1", "i2:1"], [[1, 0.5], [0, 1]], "symmetric");
        Refused(["i1:1", "i2:1"], [[1, 2], [2, 1]], "negative eigenvalue");
        Refused(["i1:1", "i2:1"], [[1, 2]], "must have 2 values");
        Refused(["i1:1"], [[double.NaN]], "finite");
        Should.Throw<ArgumentOutOfRangeException>(() => new PlausibleValuesOptions { Model = ItemModel.Rasch, Draws = 0 });
        Should.Throw<ArgumentException>(() => Estimate(scored with { Responses = new ItemResponses(["i1"], [[]]) }, new() { Model = ItemModel.Rasch }));
        Refused(["slope"], [[1]], "fixed at 1");
        Refused(["i1:guessing"], [[1]], "three parameters");

        void Refused(string[] labels, double[][] values, string words) => Should.Throw<ArgumentException>(() => PlausibleValues.Estimate(
            new PlausibleValuesInput(scored, new ParameterCovariance(labels, values)), new() { Model = ItemModel.Rasch }, cancellationToken: Token))
            .Message.ShouldContain(words);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static PlausibleValuesResult Estimate(ScoredResponses scored, PlausibleValuesOptions options, int workers = 0) =>
        PlausibleValues.Estimate(new PlausibleValuesInput(scored), options, new ExecutionOptions { Workers = workers }, Token);

    private static double[] Posterior(ItemResponses responses, int row, LatentGrid grid)
    {
        AnswerLikelihood likelihood = new(ItemModel.Graded, Six);
        sbyte[] answers = [.. responses.Answers.Select(item => (sbyte)item[row])];
        double[] joint = [.. grid.Nodes.Zip(grid.Weights, (node, weight) => weight * Math.Exp(likelihood.Value(answers, node)))];
        return [.. joint.Select(value => value / joint.Sum())];
    }

    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}

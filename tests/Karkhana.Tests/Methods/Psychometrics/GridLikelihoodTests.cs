using CsCheck;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class GridLikelihoodTests
{
    [Fact]
    public void Fifteen_hundred_items_do_not_underflow()
    {
        ItemParameters items = ModelAnswers.Binary([.. Enumerable.Range(0, 1500).Select(item => (item / 250.0) - 3)]);
        LatentGrid grid = LatentGrid.EquallySpaced(601, 6);
        GridLikelihood likelihood = GridLikelihood.Of(ItemModel.Rasch, items, grid);
        sbyte[] answers = [.. Enumerable.Range(0, 1500).Select(item => (sbyte)(item % 2))];
        double[] room = new double[grid.Count];

        likelihood.Fill(answers, room);
        double[] logs = [.. room];
        double marginal = likelihood.Posterior(room);

        marginal.ShouldBeLessThan(-745);
        double.IsFinite(marginal).ShouldBeTrue();
        room.Sum().ShouldBe(1, tolerance: 1e-12);
        (double mean, double variance) = grid.Moments(room);
        mean.ShouldBe(0, tolerance: 0.02);
        variance.ShouldBe(1 / (1 + (1500 * 0.16)), tolerance: 1e-3); // the mean information of these items at 0 is about 0.16
        int best = Array.IndexOf(room, room.Max());
        Bits.Close([logs[best]], [Enumerable.Range(0, 1500).Sum(item => LogChance(items, item, answers[item], grid.Nodes[best]))], relative: 1e-12)
            .ShouldBeTrue();
    }

    [Fact]
    public void Sums_at_the_nodes_are_those_of_one_at_a_time() => (
        from model in ModelAnswers.Models
        from items in ModelAnswers.Items(model)
        from nodes in Gen.Int[3, 30]
        from answers in Gen.Int[-1, 1].Array[items.Count]
        select (model, items, nodes, answers)).Sample(given =>
        {
            LatentGrid grid = LatentGrid.EquallySpaced(given.nodes, 4);
            double[] room = new double[grid.Count];
            GridLikelihood.Of(given.model, given.items, grid).Fill([.. given.answers.Select(answer => (sbyte)answer)], room);
            double[] twin = [.. grid.Nodes.Select(theta => Enumerable.Range(0, given.items.Count)
                .Where(item => given.answers[item] >= 0)
                .Aggregate(0.0, (sum, item) => sum + LogChance(given.items, item, given.answers[item], theta, given.model)))];
            return Bits.Same(room, twin);
        });

    [Fact]
    public void Without_answers_the_posterior_is_the_prior()
    {
        LatentGrid grid = LatentGrid.EquallySpaced(61, 6, 0.4, 0.7);
        double[] room = new double[grid.Count];
        GridLikelihood likelihood = GridLikelihood.Of(ItemModel.Rasch, ModelAnswers.Binary([0]), grid);

        likelihood.Fill([CategoryResponses.Missing], room);

        likelihood.Posterior(room).ShouldBe(0, tolerance: 1e-14);
        Bits.Close(room, grid.Weights, relative: 1e-14).ShouldBeTrue();
    }

    [Fact]
    public void A_category_without_a_chance_leaves_a_posterior()
    {
        LatentGrid grid = LatentGrid.EquallySpaced(61, 6);
        ItemParameters items = new(["i1", "i2"], [400, 400], [[5], [-5]], [0, 0]);
        double[] room = new double[grid.Count];
        GridLikelihood likelihood = GridLikelihood.Of(ItemModel.TwoParameter, items, grid);

        likelihood.Fill([1, 0], room);
        double marginal = likelihood.Posterior(room);

        double.IsFinite(marginal).ShouldBeTrue();
        room.Sum().ShouldBe(1, tolerance: 1e-12);
    }

    private static double LogChance(ItemParameters items, int item, int answer, double theta, ItemModel model = ItemModel.Rasch)
    {
        double[] probability = new double[items.Thresholds[item].Length + 1];
        ResponseCurves.Probabilities(model, items, item, theta, probability);
        return Math.Log(probability[answer]);
    }
}

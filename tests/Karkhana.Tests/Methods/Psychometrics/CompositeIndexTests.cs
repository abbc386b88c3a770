using CsCheck;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class CompositeIndexTests
{
    private static readonly ItemResponses Three = AnswerSamples.Of([0, 5, 10], [4, 2, 0]);

    [Fact]
    public void Three_units_are_worked_out_by_hand()
    {
        // z: (−1, 0, 1) and (1, 0, −1); min-max: (0, 0.5, 1) and (1, 0.5, 0); ranks: (3, 2, 1) and (1, 2, 3).
        Estimate(Three).Scores.ShouldBe([0, 0, 0], tolerance: 1e-15);
        Estimate(Three, new() { ReverseItems = ["i2"] }).Scores.ShouldBe([-1, 0, 1], tolerance: 1e-15);
        Estimate(Three, new() { Normalisation = IndicatorNormalisation.MinMax }).Scores.ShouldBe([0.5, 0.5, 0.5]);
        Estimate(Three, new() { Normalisation = IndicatorNormalisation.Rank, ReverseItems = ["i2"] }).Scores.ShouldBe([3, 2, 1]);
        Estimate(Three, Geometric(0)).Scores.ShouldBe([0, 0.5, 0], tolerance: 1e-15);
        Estimate(Three, Geometric(0.25)).Scores.ShouldBe([0.5, 0.625, 0.5], tolerance: 1e-15);
        Estimate(Three, Geometric(0.25)).Ranks.ShouldBe([2.5, 1, 2.5]);
    }

    [Fact]
    public void Entropy_weighs_the_uneven_indicator_more()
    {
        // m = (0, ½, 1) has shares 1/3, 2/3: e = (ln 3 − ⅔ ln 2)/ln 3; m = (0, 0, 1) has entropy 0.
        double even = ((2.0 / 3 * Math.Log(1.5)) + (Math.Log(3) / 3)) / Math.Log(3);
        CompositeIndexResult result = Estimate(
            AnswerSamples.Of([0, 5, 10], [7, 7, 8]), new() { Normalisation = IndicatorNormalisation.MinMax, Weights = IndicatorWeights.Entropy });

        result.Weights.ShouldBe([(1 - even) / (2 - even), 1 / (2 - even)], tolerance: 1e-15);
        result.Scores.ShouldBe([0, result.Weights[0] / 2, 1], tolerance: 1e-15);
    }

    [Fact]
    public void The_component_weighs_two_indicators_alike_and_three_by_their_loadings()
    {
        ItemResponses three = AnswerSamples.Factor(40, 3, 0.6, ordered: false);
        PrincipalComponentsResult component = PrincipalComponents.Estimate(three, cancellationToken: TestContext.Current.CancellationToken);
        CompositeIndexOptions options = new() { Weights = IndicatorWeights.PrincipalComponent };

        Estimate(Three, options).Weights.ShouldBe([0.5, 0.5], tolerance: 1e-14);
        Estimate(three, options).Weights.ShouldBe(
            [.. Enumerable.Range(0, 3).Select(item => Math.Pow(component.Loadings[item * 3], 2) / component.Eigenvalues[0])], tolerance: 1e-14);
    }

    [Fact]
    public void Weights_and_ranks_add_up_and_units_do_not_matter() => Gen.Select(
        AnswerSamples.Measured, Gen.Enum<IndicatorWeights>(), Gen.Enum<IndicatorNormalisation>(), Gen.Double[0, 0.5]).Sample((answers, weights, normalisation, floor) =>
    {
        CompositeIndexOptions options = new()
        {
            Weights = weights,
            Normalisation = normalisation,
            Aggregation = normalisation == IndicatorNormalisation.MinMax ? IndicatorAggregation.Geometric : IndicatorAggregation.Arithmetic,
            Floor = floor,
        };
        CompositeIndexResult result = Estimate(AnswerSamples.Of(answers), options);
        CompositeIndexResult scaled = Estimate(AnswerSamples.Of([.. answers.Select((item, i) => item.Select(x => (x * (1 << i)) + 3).ToArray())]), options);
        return Math.Abs(result.Weights.Sum() - 1) < 1e-12
            && result.Weights.All(weight => weight >= 0)
            && Bits.Close(scaled.Scores, result.Scores, relative: 1e-7)
            && Math.Abs(result.Ranks.Sum() - (answers[0].Length * (answers[0].Length + 1) / 2.0)) < 1e-9;
    });

    [Fact]
    public void A_unit_ahead_in_every_indicator_ranks_first() => AnswerSamples.Measured.Sample(answers =>
    {
        double[][] ahead = [.. answers.Select(item => item.Append(item.Max() + 1).ToArray())];
        CompositeIndexResult result = Estimate(AnswerSamples.Of(ahead));
        return result.Ranks[^1] == 1 && result.Scores[^1] > 0;
    });

    [Fact]
    public void One_indicator_is_its_own_index()
    {
        CompositeIndexOptions options = new() { Normalisation = IndicatorNormalisation.MinMax };
        foreach (IndicatorWeights weights in Enum.GetValues<IndicatorWeights>())
        {
            Estimate(AnswerSamples.Of([3, 1, 2, 2]), options with { Weights = weights }).Scores.ShouldBe([1, 0, 0.5, 0.5]);
        }
    }

    [Fact]
    public void A_unit_that_lacks_an_indicator_has_no_score_and_does_not_move_the_others()
    {
        CompositeIndexResult result = Estimate(AnswerSamples.Of([0, 99, 5, 10], [0, double.NaN, 2, 4]));

        Bits.Close(result.Scores, [-1, double.NaN, 0, 1], relative: 1e-15).ShouldBeTrue();
        result.Ranks.ShouldBe([3, double.NaN, 2, 1]);
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("1 of 4 units");
        Estimate(Three, new() { Normalisation = IndicatorNormalisation.Rank }).Notes.ShouldHaveSingleItem().Code.ShouldBe("low-is-good");
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(Three, new() { Aggregation = IndicatorAggregation.Geometric })).Message.ShouldContain("needs min-max");
        Should.Throw<ArgumentException>(() => Estimate(Three, new() { ReverseItems = ["i7"] })).Message.ShouldContain("i7 is not");
        Should.Throw<ArgumentException>(() => Estimate(AnswerSamples.Of([1, 2, 3], [5, 5, 5]))).Message.ShouldContain("every answer to i2 is 5");
        Should.Throw<ArgumentException>(() => Estimate(AnswerSamples.Of([1, 2]))).Message.ShouldContain("at least 3");
        Should.Throw<ArgumentException>(() => Estimate(AnswerSamples.Of())).Message.ShouldContain("indicators must hold at least 1 items; it held 0");
        Should.Throw<ArgumentException>(() => new CompositeIndexOptions { Floor = 1 }).Message.ShouldContain("[0, 0.99]");
    }

    private static CompositeIndexOptions Geometric(double floor) => new()
    {
        Normalisation = IndicatorNormalisation.MinMax,
        Aggregation = IndicatorAggregation.Geometric,
        Floor = floor,
    };

    private static CompositeIndexResult Estimate(ItemResponses indicators, CompositeIndexOptions? options = null) =>
        CompositeIndex.Estimate(indicators, options, cancellationToken: TestContext.Current.CancellationToken);
}

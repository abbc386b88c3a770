using CsCheck;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class GuttmanScaleTests
{
    private static readonly Gen<int[][]> Answers =
        Gen.Int[0, 3].Array[4].Array[2, 12];

    [Fact]
    public void Four_firms_are_worked_out_by_hand()
    {
        // Passes 111, 110, 101, 000 of rows 1, 2, 3: the third firm has two errors of twelve. Majorities 3, 2, 2 of 4.
        GuttmanScaleResult result = Estimate([3, 3, 3], [3, 3, 0], [3, 0, 3], [0, 0, 0]);

        result.Errors.ShouldBe(2);
        result.Responses.ShouldBe(12);
        result.Reproducibility.ShouldBe(10 / 12.0);
        result.MinimalMarginalReproducibility.ShouldBe(7 / 12.0);
        result.Scalability.ShouldBe(3 / 5.0, tolerance: 1e-15);
    }

    [Fact]
    public void A_perfect_scale_is_one_and_one_where_all_answer_alike_says_nothing()
    {
        Estimate([3, 3, 3], [3, 3, 0], [3, 0, 0]).Scalability.ShouldBe(1);
        GuttmanScaleResult alike = Estimate([3, 0, 0], [3, 0, 0]);
        alike.Reproducibility.ShouldBe(1);
        alike.Scalability.ShouldBe(double.NaN);
        GuttmanScale.Estimate([]).Reproducibility.ShouldBe(double.NaN);
        GuttmanScale.Estimate([]).MinimalMarginalReproducibility.ShouldBe(double.NaN);
    }

    [Fact]
    public void An_anchor_may_have_its_own_score_to_pass()
    {
        CapabilityAnchors anchors = new(["f", "f"], [1, 2], [1, 2]) { PassScores = [double.NaN, 3] };

        GuttmanScale.Estimate([anchors]).Errors.ShouldBe(0);
        GuttmanScale.Estimate([anchors with { PassScores = null }]).Errors.ShouldBe(2);
    }

    [Fact]
    public void Coefficients_hold_together_whatever_the_order_of_firms() => Answers.Sample(answers =>
    {
        double[][] scores = [.. answers.Select(firm => firm.Select(x => (double)x).ToArray())];
        GuttmanScaleResult result = Estimate(scores);
        GuttmanScaleResult turned = Estimate([.. scores.Reverse()]);
        double scalability = (result.Reproducibility - result.MinimalMarginalReproducibility) / (1 - result.MinimalMarginalReproducibility);
        return result == turned && result.Errors % 2 == 0
            && (double.IsNaN(result.Scalability) || Math.Abs(result.Scalability - scalability) < 1e-9);
    });

    [Fact]
    public void Respondents_with_other_anchors_are_refused()
    {
        Should.Throw<ArgumentException>(() => GuttmanScale.Estimate([new(["f"], [1], [1]), new(["g"], [1], [1])])).Message.ShouldContain("same anchors");
        Should.Throw<ArgumentException>(() => GuttmanScale.Estimate([new(["f"], [1], [4])])).Message.ShouldContain("between 0 and 3");
        Should.Throw<ArgumentException>(() => GuttmanScale.Estimate([new(["f"], [4], [1])])).Message.ShouldContain("1, 2 or 3");
    }

    private static GuttmanScaleResult Estimate(params double[][] firms) => GuttmanScale.Estimate(
        [.. firms.Select(scores => new CapabilityAnchors([.. scores.Select(_ => "f")], [.. scores.Select((_, i) => Math.Min(3, i + 1))], scores))]);
}

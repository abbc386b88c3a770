using CsCheck;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class CapabilityLadderTests
{
    private static readonly Gen<(int Row, double Score)[]> Anchors =
        Gen.Select(Gen.Int[1, 3], Gen.Int[0, 3].Select(score => (double)score)).Array[1, 12];

    [Fact]
    public void Six_functions_with_the_scores_of_the_framework_have_its_index()
    {
        // Sums of ten anchors: 24, 21, 12, 9, 6 and 18 of 30 points.
        (string, int)[] sums = [("process", 24), ("product", 21), ("industrial", 12), ("linkages", 9), ("pre_investment", 6), ("execution", 18)];
        (string Function, int Row, double Score)[] anchors = [.. sums.SelectMany(function =>
            Enumerable.Range(0, 10).Select(anchor => (function.Item1, 1, (double)Math.Clamp(function.Item2 - (3 * anchor), 0, 3))))];

        CapabilityLadderResult result = Estimate(anchors);

        Bits.Close(result.Scores, [0.8, 0.7, 0.4, 0.3, 0.2, 0.6], relative: 1e-15).ShouldBeTrue();
        result.Index.ShouldBe(0.50, tolerance: 1e-15);
        result.Levels.ShouldBe([1, 1, 0, 0, 0, 1]);
        result.Breadth.ShouldBe(3);
        result.Depth.ShouldBe(1);
    }

    [Fact]
    public void A_failed_first_row_keeps_the_level_at_zero_whatever_comes_above()
    {
        CapabilityLadderResult result = Estimate([("a", 1, 1), ("a", 2, 3), ("a", 3, 3), ("b", 1, 2), ("b", 2, 1), ("b", 3, 3)]);

        result.Levels.ShouldBe([0, 1]);
        result.Scores[0].ShouldBe(7.0 / 9, tolerance: 1e-15);
    }

    [Fact]
    public void A_row_without_applicable_anchors_neither_raises_nor_blocks()
    {
        Estimate([("a", 1, 2), ("a", 2, double.NaN), ("a", 3, 3)]).Levels.ShouldBe([3]);
        Estimate([("a", 1, 2), ("a", 3, 1)]).Levels.ShouldBe([1]);
        Estimate([("a", 1, 2), ("a", 2, 2), ("a", 3, double.NaN)]).Levels.ShouldBe([2]);
        Estimate([("a", 2, 2)]).Levels.ShouldBe([2]);
    }

    [Fact]
    public void A_function_without_applicable_anchors_has_no_score_and_does_not_count()
    {
        CapabilityLadderResult result = Estimate([("a", 1, double.NaN), ("b", 1, 3)]);

        result.Scores.ShouldBe([double.NaN, 1]);
        result.Levels.ShouldBe([0, 1]);
        result.Index.ShouldBe(1);
        Estimate([("a", 1, double.NaN)]).Index.ShouldBe(double.NaN);
        Estimate([]).Depth.ShouldBe(0);
    }

    [Fact]
    public void Exactly_the_required_share_passes_whatever_the_rounding() => Gen.Select(Gen.Int[1, 40], Gen.Int[0, 40])
        .Where((anchors, passed) => passed <= anchors)
        .Sample((anchors, passed) =>
        {
            CapabilityLadderOptions options = new() { RequiredShare = passed / (double)anchors };
            return Estimate([.. Enumerable.Range(0, anchors).Select(i => ("a", 1, i < passed ? 2.0 : 1.0))], options).Levels[0] == 1;
        });

    [Fact]
    public void Levels_do_not_fall_when_a_score_rises_or_less_is_asked() => Anchors.Sample(anchors =>
    {
        int level = Level(anchors);
        return Level([.. anchors.Select(anchor => (anchor.Row, Math.Min(3, anchor.Score + 1)))]) >= level
            && Level(anchors, new() { RequiredShare = 0.3 }) >= level
            && Level(anchors, new() { PassScore = 1 }) >= level
            && Level([.. anchors.Reverse()]) == level;

        static int Level((int Row, double Score)[] given, CapabilityLadderOptions? options = null) =>
            Estimate([.. given.Select(anchor => ("a", anchor.Row, anchor.Score))], options).Levels[0];
    });

    [Fact]
    public void A_ladder_may_have_seven_rows_and_an_anchor_its_own_score_to_pass()
    {
        (string, int, double)[] anchors = [("a", 1, 2), ("a", 3, 2), ("a", 5, 2), ("a", 7, 3)];

        Estimate(anchors, new() { Levels = 7 }).Levels.ShouldBe([7]);
        CapabilityAnchors strict = new(["a", "a", "a", "a"], [1, 3, 5, 7], [2, 2, 2, 3]) { PassScores = [double.NaN, double.NaN, 3, 3] };
        CapabilityLadder.Estimate(strict, new() { Levels = 7 }, cancellationToken: TestContext.Current.CancellationToken).Levels.ShouldBe([3]);
    }

    [Fact]
    public void Scores_have_the_interval_of_Wilson_with_as_many_trials_as_anchors()
    {
        // Four anchors with half of the points: 0.5 ± √(0.9604·(0.25 + 0.2401))/1.9604 = 0.5 ± 0.34996.
        CapabilityLadderResult result = Estimate([("a", 1, 3), ("a", 1, 3), ("a", 1, 0), ("a", 1, 0), ("b", 1, 0), ("c", 1, double.NaN)]);

        result.Lows[0].ShouldBe(0.150039, tolerance: 1e-6);
        result.Highs[0].ShouldBe(0.849961, tolerance: 1e-6);
        result.Lows[1].ShouldBe(0);
        result.Highs[1].ShouldBe(0.793451, tolerance: 1e-6);
        result.Lows[2].ShouldBe(double.NaN);
    }

    [Fact]
    public void Intervals_hold_the_score_and_narrow_with_more_anchors() => Anchors.Sample(anchors =>
    {
        (string, int, double)[] own = [.. anchors.Select(anchor => ("a", anchor.Row, anchor.Score))];
        CapabilityLadderResult result = Estimate(own);
        CapabilityLadderResult twice = Estimate([.. own, .. own]);
        return result.Lows[0] >= 0 && result.Highs[0] <= 1 && result.Lows[0] <= result.Scores[0] && result.Highs[0] >= result.Scores[0]
            && twice.Highs[0] - twice.Lows[0] < result.Highs[0] - result.Lows[0];
    });

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([("a", 1, 3.5)])).Message.ShouldContain("between 0 and 3");
        Should.Throw<ArgumentException>(() => Estimate([("a", 1, -1)]));
        Should.Throw<ArgumentException>(() => Estimate([("a", 4, 1)])).Message.ShouldContain("1, 2 or 3");
        Should.Throw<ArgumentException>(() => CapabilityLadder.Estimate(
            new CapabilityAnchors(["a", "b"], [1], [1, 2]), cancellationToken: TestContext.Current.CancellationToken));
        Should.Throw<ArgumentOutOfRangeException>(() => new CapabilityLadderOptions { RequiredShare = 1.1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new CapabilityLadderOptions { PassScore = 4 });
        Should.Throw<ArgumentException>(() => Estimate([("a", 3, 1)], new() { Levels = 2 })).Message.ShouldContain("1 or 2; it was 3");
        Should.Throw<ArgumentException>(() => CapabilityLadder.Estimate(
            new CapabilityAnchors(["a"], [1], [1]) { PassScores = [5] }, cancellationToken: TestContext.Current.CancellationToken));
    }

    private static CapabilityLadderResult Estimate((string Function, int Row, double Score)[] anchors, CapabilityLadderOptions? options = null) =>
        CapabilityLadder.Estimate(
            new CapabilityAnchors(
                [.. anchors.Select(anchor => anchor.Function)], [.. anchors.Select(anchor => anchor.Row)], [.. anchors.Select(anchor => anchor.Score)]),
            options,
            cancellationToken: TestContext.Current.CancellationToken);
}

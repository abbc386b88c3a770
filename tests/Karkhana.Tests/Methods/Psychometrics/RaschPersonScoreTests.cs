using CsCheck;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class RaschPersonScoreTests
{
    [Fact]
    public void Two_items_of_one_difficulty_are_worked_out_by_hand()
    {
        // One of two: p = 1/2, error 1/√(1/2). Warm at two of two: 2 − 2p + (1 − 2p)/2 = 0, p = 5/6, θ = ln 5.
        RaschPersonScoreResult plain = Estimate([0, 0], new());
        RaschPersonScoreResult warm = Estimate([0, 0], new() { Method = PersonScoreMethod.Wle });

        plain.RawScores.ShouldBe([1]);
        plain.Estimates[0].ShouldBe(0, tolerance: 1e-12);
        plain.StandardErrors[0].ShouldBe(Math.Sqrt(2), tolerance: 1e-12);
        warm.RawScores.ShouldBe([0, 1, 2]);
        Bits.Close(warm.Estimates, [-Math.Log(5), 0, Math.Log(5)], relative: 1e-10).ShouldBeTrue();
        warm.StandardErrors[2].ShouldBe(1 / Math.Sqrt(2 * 5 / 36.0), tolerance: 1e-9);
    }

    [Fact]
    public void Expected_and_raw_scores_agree_and_rise() => Gen.Double[-3, 3].Array[2, 12].Sample(difficulties =>
    {
        RaschPersonScoreResult result = Estimate(difficulties, new());
        RaschPersonScoreResult warm = Estimate(difficulties, new() { Method = PersonScoreMethod.Wle });
        double[] expected = [.. result.Estimates.Select(theta => difficulties.Sum(b => 1 / (1 + Math.Exp(b - theta))))];
        return Bits.Close(expected, [.. result.RawScores.Select(score => (double)score)], relative: 1e-9)
            && warm.Estimates.All(double.IsFinite)
            && warm.Estimates.Zip(warm.Estimates.Skip(1), (low, high) => high - low).All(rise => rise > 0);
    });

    [Fact]
    public void Mirrored_difficulties_mirror_the_scores() => Gen.Double[-3, 3].Array[2, 8].Sample(difficulties =>
    {
        RaschPersonScoreOptions warm = new() { Method = PersonScoreMethod.Wle };
        return Bits.Close(
            Estimate([.. difficulties.Select(b => -b)], warm).Estimates,
            [.. Estimate(difficulties, warm).Estimates.Reverse().Select(theta => -theta)],
            relative: 1e-9);
    });

    [Fact]
    public void The_ends_are_infinite_when_asked_for()
    {
        RaschPersonScoreResult result = Estimate([0, 1], new() { RawScores = [2, 0] });

        result.Estimates.ShouldBe([double.PositiveInfinity, double.NegativeInfinity]);
        result.StandardErrors.ShouldAllBe(error => double.IsPositiveInfinity(error));
        Estimate([0.5], new()).RawScores.ShouldBeEmpty();
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([0, 0], new() { RawScores = [3] })).Message.ShouldContain("[0, 2]; it was 3");
        Should.Throw<ArgumentException>(() => Estimate([0, double.NaN], new())).Message.ShouldContain("finite");
        Should.Throw<ArgumentException>(() => Estimate([], new())).Message.ShouldContain("at least one item");
    }

    private static RaschPersonScoreResult Estimate(double[] difficulties, RaschPersonScoreOptions options) => RaschPersonScore.Estimate(
        new ItemDifficulties([.. difficulties.Select((_, item) => $"i{item + 1}")], difficulties), options, cancellationToken: TestContext.Current.CancellationToken);
}

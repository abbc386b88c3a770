using CsCheck;
using Karkhana.Core.Inference;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class RosenbaumBoundsTests
{
    private static readonly double[] Eight = [1.2, -0.3, 0.8, 2.1, 0.5, -0.1, 1.7, 0.9];

    [Fact]
    public void Eight_pairs_have_the_exact_p_values_of_r()
    {
        // R 4.2.2: wilcox.test(d, alternative = "greater", exact = TRUE) and enumeration of all 256 signs at Γ = 2.
        RosenbaumBoundsResult result = Estimate(Eight, new() { Gamma = [1, 2] });

        Bits.Close(result.UpperPValues, [0.01953125, 0.10730071635421], relative: 1e-12).ShouldBeTrue();
        Bits.Close(result.LowerPValues, [0.01953125, 0.0016765736930346], relative: 1e-12).ShouldBeTrue();
        result.LowerEstimates[0].ShouldBe(0.85, tolerance: 1e-9);
        result.UpperEstimates[0].ShouldBe(0.85, tolerance: 1e-9);
        Estimate(Eight, new() { Gamma = [1], Alternative = Alternative.TwoSided }).UpperPValues[0].ShouldBe(0.0390625, tolerance: 1e-14);
    }

    [Fact]
    public void At_the_critical_ratio_the_greatest_p_value_is_alpha()
    {
        foreach (SignedRankDistribution distribution in Enum.GetValues<SignedRankDistribution>())
        {
            double critical = Estimate(Eight, new() { Distribution = distribution }).CriticalGamma;
            Estimate(Eight, new() { Distribution = distribution, Gamma = [critical] }).UpperPValues[0].ShouldBe(0.05, tolerance: 1e-8);
        }

        Estimate([1, -1.5, 2], new()).CriticalGamma.ShouldBe(1);
    }

    [Fact]
    public void The_normal_distribution_is_that_of_its_moments()
    {
        // Γ = 3: mean 0.75·36, variance 0.1875·204; the sum of positive ranks is 33.
        Estimate(Eight, new() { Gamma = [3], Distribution = SignedRankDistribution.Normal }).UpperPValues[0]
            .ShouldBe(1 - MathNet.Numerics.Distributions.Normal.CDF(0, 1, (33 - 27) / Math.Sqrt(0.1875 * 204)), tolerance: 1e-12);
    }

    [Fact]
    public void Bounds_widen_with_the_ratio_and_turn_with_the_sign() => Gen.Int[-30, 30].Array[4, 40].Where(values => values.Any(value => value != 0)).Sample(values =>
    {
        double[] differences = [.. values.Select(value => value / 10.0)];
        RosenbaumBoundsResult plain = Estimate(differences, new() { Gamma = [1, 1.5, 3] });
        RosenbaumBoundsResult turned = Estimate([.. differences.Select(value => -value)], new() { Gamma = [1, 1.5, 3], Alternative = Alternative.Less });
        bool widens = Enumerable.Range(0, 2).All(i =>
            plain.UpperPValues[i] <= plain.UpperPValues[i + 1] + 1e-12 && plain.LowerPValues[i] >= plain.LowerPValues[i + 1] - 1e-12
            && plain.LowerEstimates[i] >= plain.LowerEstimates[i + 1] - 1e-9 && plain.UpperEstimates[i] <= plain.UpperEstimates[i + 1] + 1e-9);
        return widens && Bits.Close(plain.UpperPValues, turned.UpperPValues, relative: 1e-9)
            && Bits.Close(plain.LowerEstimates, [.. turned.UpperEstimates.Select(value => -value)], relative: 1e-8);
    });

    [Fact]
    public void The_exact_tail_is_that_of_all_signs() => Gen.Int[-6, 6].Array[3, 9].Where(values => values.Any(value => value != 0)).Sample(values =>
    {
        SignedRanks ranks = new(values.Select(value => (double)value));
        double[] apart = [.. values.Where(value => value != 0).Select(value => (double)value)];
        double[] own = Karkhana.Core.Kernels.Ranks.Of([.. apart.Select(Math.Abs)]);
        double tail = 0;
        for (int signs = 0; signs < 1 << own.Length; signs++)
        {
            double sum = own.Where((_, i) => (signs >> i & 1) == 1).Sum();
            int positive = System.Numerics.BitOperations.PopCount((uint)signs);
            tail += sum >= ranks.Sum - 1e-9 ? Math.Pow(0.7, positive) * Math.Pow(0.3, own.Length - positive) : 0;
        }

        return Bits.Close([ranks.UpperTail(0.7, exact: true)], [tail], relative: 1e-11);
    });

    [Fact]
    public void Equal_pairs_are_left_out_and_counted()
    {
        RosenbaumBoundsResult result = Estimate([.. Eight, 0, 0], new() { Gamma = [1] });

        result.UpperPValues[0].ShouldBe(0.01953125, tolerance: 1e-13);
        result.Notes.ShouldHaveSingleItem().Text.ShouldContain("2 of 10 pairs");
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([0, 0], new())).Message.ShouldContain("all 2 differences were 0");
        Should.Throw<ArgumentException>(() => Estimate([], new()));
        Should.Throw<ArgumentException>(() => RosenbaumBounds.Estimate(
            new MatchedOutcomes([1, 2], [1]), cancellationToken: TestContext.Current.CancellationToken)).Message.ShouldContain("2 values");
        Should.Throw<ArgumentException>(() => Estimate([double.NaN, 1], new())).Message.ShouldContain("value 1 was NaN");
        Should.Throw<ArgumentException>(() => new RosenbaumBoundsOptions { Gamma = [0.5] }).Message.ShouldContain("it was 0.5");
    }

    private static RosenbaumBoundsResult Estimate(double[] differences, RosenbaumBoundsOptions options) => RosenbaumBounds.Estimate(
        new MatchedOutcomes(differences, new double[differences.Length]), options, cancellationToken: TestContext.Current.CancellationToken);
}

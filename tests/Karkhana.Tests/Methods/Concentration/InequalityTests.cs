using CsCheck;
using Karkhana.Core.Inference;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class InequalityTests
{
    private static readonly Gen<int[]> Whole = Gen.Int[1, 90].Array[2, 30];

    [Fact]
    public void Three_values_are_computed_by_hand()
    {
        // 1, 2, 5: mean 8/3, shares 0.125, 0.25, 0.625.
        InequalityResult result = Estimate([1, 2, 5]);

        result.Gini.ShouldBe(1.0 / 3, tolerance: 1e-15); // 2 · (1 + 4 + 15)/(3 · 8) − 4/3
        result.GiniNormalised.ShouldBe(0.5, tolerance: 1e-15);
        result.TheilT.ShouldBe((0.125 * Math.Log(0.375)) + (0.25 * Math.Log(0.75)) + (0.625 * Math.Log(1.875)), tolerance: 1e-15);
        result.TheilL.ShouldBe(-(Math.Log(0.375) + Math.Log(0.75) + Math.Log(1.875)) / 3, tolerance: 1e-15);
        result.Atkinson.ShouldBe(
            1 - Math.Pow((Math.Sqrt(0.375) + Math.Sqrt(0.75) + Math.Sqrt(1.875)) / 3, 2), tolerance: 1e-15);
        result.CoefficientOfVariation.ShouldBe(Math.Sqrt(13.0 / 3) / (8.0 / 3), tolerance: 1e-15);
        result.Herfindahl.ShouldBe(0.46875, tolerance: 1e-15);
        result.HerfindahlNormalised.ShouldBe((0.46875 - (1.0 / 3)) * 1.5, tolerance: 1e-15);
        result.NumbersEquivalent.ShouldBe(1 / 0.46875, tolerance: 1e-15);
        result.Coulter.ShouldBe(Math.Sqrt((0.46875 - (1.0 / 3)) / 2), tolerance: 1e-15);
        result.Hoover.ShouldBe(0.625 - (1.0 / 3), tolerance: 1e-15);
    }

    [Fact]
    public void The_options_and_the_reference_change_what_they_name()
    {
        Estimate([1, 2, 5], new() { Epsilon = 1 }).Atkinson.ShouldBe(1 - (Math.Pow(10, 1.0 / 3) * 3 / 8), tolerance: 1e-15);
        Estimate([1, 2, 5], new() { Epsilon = 2 }).Atkinson.ShouldBe(1 - (3 / 1.7 * 3 / 8), tolerance: 1e-15);
        Estimate([1, 2, 5], new() { Epsilon = 0 }).Atkinson.ShouldBe(0, tolerance: 1e-15);
        Estimate([1, 2, 5], new() { SdDenominator = VarianceDivisor.N }).CoefficientOfVariation
            .ShouldBe(Math.Sqrt(26.0 / 9) / (8.0 / 3), tolerance: 1e-15);
        InequalityResult against = Estimate([1, 2, 5], reference: [2, 1, 5]);
        against.Hoover.ShouldBe(0.125, tolerance: 1e-15);
        against.Coulter.ShouldBe(0.125, tolerance: 1e-15);
    }

    [Fact]
    public void With_a_value_of_zero_the_indices_that_need_logarithms_are_not_defined()
    {
        InequalityResult mild = Estimate([0, 4]);
        InequalityResult strong = Estimate([0, 4], new() { Epsilon = 1 });

        (mild.TheilT, mild.TheilL, mild.Gini).ShouldBe((Math.Log(2), double.NaN, 0.5));
        mild.Atkinson.ShouldBe(0.5, tolerance: 1e-15);
        strong.Atkinson.ShouldBe(double.NaN);
        strong.Notes.Single().Code.ShouldBe("zero-values");
        InequalityResult nothing = Estimate([0, 0]);
        new[] { nothing.Gini, nothing.TheilT, nothing.Herfindahl, nothing.Hoover, nothing.CoefficientOfVariation }
            .ShouldAllBe(value => double.IsNaN(value));
        nothing.Notes.Single().Code.ShouldBe("all-zero");
    }

    [Fact]
    public void One_value_has_no_normalised_index()
    {
        InequalityResult one = Estimate([7]);

        (one.Gini, one.Herfindahl, one.TheilT, one.NumbersEquivalent).ShouldBe((0, 1, 0, 1));
        (one.GiniNormalised, one.HerfindahlNormalised, one.CoefficientOfVariation).ShouldBe((double.NaN, double.NaN, double.NaN));
        Estimate([7], new() { SdDenominator = VarianceDivisor.N }).CoefficientOfVariation.ShouldBe(0);
        one.Notes.Single().Code.ShouldBe("one-unit");
    }

    [Fact]
    public void The_Gini_index_is_half_the_mean_distance_of_all_pairs_over_the_mean() => Whole.Sample(x =>
    {
        double pairs = x.Sum(left => x.Sum(right => (double)Math.Abs(left - right)));
        return Bits.Close([Estimate([.. x]).Gini], [pairs / (2.0 * x.Length * x.Sum())], relative: 1e-12);
    });

    [Fact]
    public void Order_and_scale_change_nothing_beyond_rounding() => Whole.Sample(x =>
    {
        double[] numbers = Numbers(Estimate([.. x]));
        return Bits.Close(numbers, Numbers(Estimate([.. x.Reverse()])), relative: 1e-12)
            && Bits.Close(numbers, Numbers(Estimate([.. x.Select(value => value * 7.0)])), relative: 1e-12);
    });

    [Fact]
    public void Every_unit_twice_leaves_the_indices_that_count_shares_of_units() => Whole.Sample(x =>
    {
        InequalityResult one = Estimate([.. x]);
        InequalityResult two = Estimate([.. x, .. x]);
        return Bits.Close(
            [one.Gini, one.TheilT, one.TheilL, one.Atkinson, one.Hoover, one.Herfindahl],
            [two.Gini, two.TheilT, two.TheilL, two.Atkinson, two.Hoover, two.Herfindahl * 2], relative: 1e-12);
    });

    [Fact]
    public void A_transfer_from_poor_to_rich_raises_inequality() => Whole.Where(x => x.Min() < x.Max()).Sample(x =>
    {
        int[] sorted = [.. x.Order()];
        double[] after = [.. sorted];
        (after[0], after[^1]) = (after[0] - 0.5, after[^1] + 0.5);
        InequalityResult before = Estimate([.. sorted]);
        InequalityResult result = Estimate(after);
        return result.Gini > before.Gini && result.TheilT > before.TheilT && result.TheilL > before.TheilL
            && result.Atkinson > before.Atkinson && result.Herfindahl > before.Herfindahl;
    });

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([]));
        Should.Throw<ArgumentException>(() => Estimate([1, -1])).Message.ShouldContain("value 2 was -1");
        Should.Throw<ArgumentException>(() => Estimate([1, double.NaN]));
        Should.Throw<ArgumentException>(() => Estimate([1, 2], reference: [1]));
        Should.Throw<ArgumentException>(() => Estimate([1, 2], reference: [0, 0]));
        Should.Throw<ArgumentException>(() => Estimate([1, 2], reference: [double.NaN, 1]));
        Should.Throw<ArgumentException>(() => new InequalityOptions { Epsilon = -0.1 });
        Should.Throw<ArgumentException>(() => new InequalityOptions { Epsilon = double.NaN });
    }

    private static double[] Numbers(InequalityResult result) => [.. result.ToOutputs().All.Values.Select(output => output.Numbers![0])];

    private static InequalityResult Estimate(double[] values, InequalityOptions? options = null, double[]? reference = null) =>
        Inequality.Estimate(
            new InequalitySample(values) { Reference = reference }, options,
            cancellationToken: TestContext.Current.CancellationToken);
}

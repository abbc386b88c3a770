using CsCheck;
using Karkhana.CollectiveEfficiency;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.CollectiveEfficiency;

public sealed class CutOffTests
{
    private static readonly double[] Values = [0, 1, 2, 2, 5, double.NaN];

    private static readonly Gen<CutOff> CutOffs =
        from rule in Gen.Enum<CutOffRule>()
        from probability in Gen.Double[0, 1]
        from level in Gen.Int[0, 9]
        from count in Gen.Int[1, 12]
        from strict in Gen.Bool
        from zeros in Gen.Bool
        select new CutOff { Rule = rule, Probability = probability, Level = level, Count = count, Strict = strict, IncludesZeros = zeros };

    private static readonly Gen<double[]> Samples = Gen.Int[-1, 9].Select(value => value < 0 ? double.NaN : value).Array[0, 12];

    [Theory]
    [InlineData(CutOffRule.Median, true, 2, "5")]
    [InlineData(CutOffRule.Median, false, 2, "225")]
    [InlineData(CutOffRule.Mean, true, 2.5, "5")]
    [InlineData(CutOffRule.Percentile, true, 2.75, "5")]
    [InlineData(CutOffRule.Absolute, true, 1, "225")]
    [InlineData(CutOffRule.Absolute, false, 1, "1225")]
    [InlineData(CutOffRule.TopCount, true, 2, "5")]
    [InlineData(CutOffRule.TopCount, false, 2, "225")]
    public void Each_rule_draws_its_line(CutOffRule rule, bool strict, double line, string high)
    {
        // Above zero: 1, 2, 2, 5. Quantile 0.75: position 2.25, so 2 + 0.25 · 3. Top 2: 5, and two that are tied at 2.
        CutOff cutOff = new() { Rule = rule, Strict = strict, Probability = 0.75, Level = 1, Count = 2 };

        cutOff.LineOf(Values).ShouldBe(line);
        string.Concat(Values.Where((_, i) => cutOff.HighAmong(Values)[i])).ShouldBe(high);
    }

    [Fact]
    public void Zeros_can_enter_the_line() => new CutOff { Rule = CutOffRule.Mean, IncludesZeros = true }.LineOf(Values).ShouldBe(2);

    [Fact]
    public void A_top_with_room_for_all_tied_firms_takes_them() =>
        new CutOff { Rule = CutOffRule.TopCount, Count = 3 }.HighAmong(Values).Count(high => high).ShouldBe(3);

    [Fact]
    public void Zero_and_unknown_are_never_high() => Gen.Select(CutOffs, Samples).Sample((cutOff, values) =>
        cutOff.HighAmong(values).Zip(values).All(pair => !pair.First || pair.Second > 0));

    [Fact]
    public void High_firms_are_above_low_ones_and_strict_takes_no_more() => Gen.Select(CutOffs, Samples).Sample((cutOff, values) =>
    {
        bool[] high = (cutOff with { Strict = false }).HighAmong(values);
        bool[] strict = (cutOff with { Strict = true }).HighAmong(values);
        double least = values.Where((_, i) => high[i]).DefaultIfEmpty(double.PositiveInfinity).Min();
        return values.Where((value, i) => !high[i] && !double.IsNaN(value)).All(value => value < least)
            && strict.Zip(high).All(pair => !pair.First || pair.Second);
    });

    [Fact]
    public void A_strict_top_has_at_most_k_firms_and_one_that_is_not_at_least_k_of_those_above_zero() =>
        Gen.Select(Gen.Int[1, 12], Samples).Sample((count, values) =>
        {
            CutOff top = new() { Rule = CutOffRule.TopCount, Count = count };
            int positive = values.Count(value => value > 0);
            return top.HighAmong(values).Count(high => high) <= count
                && (top with { Strict = false }).HighAmong(values).Count(high => high) >= Math.Min(count, positive);
        });

    [Fact]
    public void A_cut_off_says_what_it_is()
    {
        new CutOff().Words.ShouldBe("median");
        new CutOff { Rule = CutOffRule.Percentile, Probability = 0.6, Strict = false }.Words.ShouldBe("percentile 0.6, not strict");
        new CutOff { Rule = CutOffRule.TopCount, Count = 3, IncludesZeros = true }.Words.ShouldBe("top 3, with zeros");
        new CutOff { Rule = CutOffRule.Absolute, Level = 1.5 }.Words.ShouldBe("absolute 1.5");
    }
}

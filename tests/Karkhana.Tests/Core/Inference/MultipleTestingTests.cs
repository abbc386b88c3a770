using CsCheck;
using Karkhana.Core.Inference;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Inference;

public sealed class MultipleTestingTests
{
    private static readonly Gen<double[]> PValues = Gen.Int[0, 100].Select(p => p / 100.0).Array[1, 15];

    [Fact]
    public void Five_p_values_are_adjusted_by_hand()
    {
        // 5·0.01/1 = 0.05, 5·0.02/2 = 0.05, 5·0.03/3 = 0.05, 5·0.04/4 = 0.05, 5·0.5/5 = 0.5
        double[] adjusted = MultipleTesting.BenjaminiHochberg([0.5, 0.03, 0.01, 0.04, 0.02]);

        Bits.Close(adjusted, [0.5, 0.05, 0.05, 0.05, 0.05], relative: 1e-12).ShouldBeTrue();
    }

    [Fact]
    public void A_smaller_p_value_is_never_adjusted_above_a_greater_one()
    {
        // 3·0.01 = 0.03; 3·0.04/2 = 0.06 is brought down to 3·0.05/3 = 0.05.
        Bits.Close(MultipleTesting.BenjaminiHochberg([0.01, 0.04, 0.05]), [0.03, 0.05, 0.05], relative: 1e-12).ShouldBeTrue();
        MultipleTesting.BenjaminiHochberg([0.9, 1]).ShouldBe([1, 1]);
    }

    [Fact]
    public void What_was_not_tested_does_not_count()
    {
        Bits.Close(
            MultipleTesting.BenjaminiHochberg([double.NaN, 0.01, double.NaN, 0.04]), [double.NaN, 0.02, double.NaN, 0.04], relative: 1e-12).ShouldBeTrue();
        MultipleTesting.BenjaminiHochberg([]).ShouldBeEmpty();
        MultipleTesting.BenjaminiHochberg([double.NaN]).ShouldBe([double.NaN]);
    }

    [Fact]
    public void Adjusted_values_are_the_least_over_all_greater_ones() => PValues.Sample(values =>
    {
        double[] expected = [.. values.Select(own => values.Where(other => other >= own)
            .Min(other => Math.Min(1, other * values.Length / values.Count(any => any <= other))))];
        double[] adjusted = MultipleTesting.BenjaminiHochberg(values);
        return Bits.Close(adjusted, expected, relative: 1e-12)
            && Bits.Same([.. MultipleTesting.BenjaminiHochberg([.. values.Reverse()]).Reverse()], adjusted)
            && adjusted.Zip(values).All(pair => pair.First >= pair.Second - 1e-12 && pair.First <= 1);
    });
}

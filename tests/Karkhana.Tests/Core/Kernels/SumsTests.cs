using CsCheck;
using Karkhana.Core.Kernels;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Kernels;

public sealed class SumsTests
{
    private static readonly Gen<double[]> Values = Gen.Double[-1e6, 1e6].Array[0, 67];

    [Fact]
    public void The_sum_has_the_bits_of_its_scalar_twin() => Values.Sample(values =>
        BitConverter.DoubleToInt64Bits(Sums.Sum(values)) == BitConverter.DoubleToInt64Bits(TwinSum(values, value => value)));

    [Fact]
    public void The_dot_product_has_the_bits_of_its_scalar_twin() => Values.Sample(values =>
    {
        double[] other = [.. values.Reverse()];
        int next = 0;
        double twin = TwinSum([.. values.Select(value => value * other[next++])], value => value);
        return BitConverter.DoubleToInt64Bits(Sums.Dot(values, other)) == BitConverter.DoubleToInt64Bits(twin);
    });

    [Fact]
    public void Mean_and_variance_of_a_hand_case_are_exact()
    {
        double[] values = [2, 4, 4, 4, 5, 5, 7, 9];

        Sums.Mean(values).ShouldBe(5);
        Sums.Variance(values).ShouldBe(32.0 / 7, tolerance: 1e-15);
        Sums.Sum([]).ShouldBe(0);
        Sums.Mean([]).ShouldBe(double.NaN);
        Sums.Variance([3]).ShouldBe(double.NaN);
    }

    [Fact]
    public void A_large_common_part_does_not_spoil_the_variance()
    {
        double[] values = [1e9 + 1, 1e9 + 2, 1e9 + 3];

        Sums.Variance(values).ShouldBe(1, tolerance: 1e-9);
    }

    [Fact]
    public void Rows_of_different_length_are_refused() =>
        Should.Throw<ArgumentException>(() => Sums.Dot([1, 2], [1])).Message.ShouldContain("must have 2 values; it had 1");

    private static double TwinSum(double[] values, Func<double, double> of)
    {
        double[] lanes = new double[4];
        int whole = values.Length / 4 * 4;
        for (int i = 0; i < whole; i++)
        {
            lanes[i % 4] += of(values[i]);
        }

        double sum = (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
        for (int i = whole; i < values.Length; i++)
        {
            sum += of(values[i]);
        }

        return sum;
    }
}

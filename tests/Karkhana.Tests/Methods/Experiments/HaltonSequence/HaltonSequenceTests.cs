using CsCheck;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class HaltonSequenceTests
{
    private static readonly int[] Primes = [2, 3, 5, 7, 11, 13, 17, 19];

    [Fact]
    public void The_first_points_are_mirrored_digits() =>
        Estimate(new() { Dimensions = 2, Count = 5 }).Points.Values.ShouldBe([0, 0, 1 / 2.0, 1 / 3.0, 1 / 4.0, 2 / 3.0, 3 / 4.0, 1 / 9.0, 1 / 8.0, 4 / 9.0]);

    [Fact]
    public void The_thousandth_base_is_the_thousandth_prime() =>
        Estimate(new() { Dimensions = 1000, Count = 1, Skip = 1 }).Points[0, 999].ShouldBe(1 / 7919.0);

    [Fact]
    public void An_aligned_run_of_a_power_of_the_base_has_one_point_in_each_stratum() =>
        Gen.Select(Gen.Int[0, 7], Gen.Int[1, 3], Gen.Int[0, 500]).Sample((dimension, power, run) =>
        {
            int count = (int)Math.Pow(Primes[dimension], power);
            double[] column = Estimate(new() { Dimensions = dimension + 1, Count = count, Skip = run * count }).Points.Column(dimension);
            return column.Select(value => (int)((value * count) + 1e-9)).Order().SequenceEqual(Enumerable.Range(0, count));
        });

    [Fact]
    public void A_coordinate_is_the_sum_of_its_digits_over_powers_of_the_base() =>
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 1_000_000_000]).Sample((dimension, index) =>
        {
            double sum = 0;
            double place = 1.0 / Primes[dimension];
            for (int rest = index; rest > 0; rest /= Primes[dimension])
            {
                sum += rest % Primes[dimension] * place;
                place /= Primes[dimension];
            }

            double value = Estimate(new() { Dimensions = dimension + 1, Count = 1, Skip = index }).Points[0, dimension];
            return value is >= 0 and < 1 && Math.Abs(value - sum) < 1e-14;
        });

    [Fact]
    public void Few_points_in_many_dimensions_are_noted()
    {
        Estimate(new() { Dimensions = 20, Count = 100 }).Notes.ShouldHaveSingleItem().Text.ShouldContain("67 and 71; below 4757 points (there are 100)");
        Estimate(new() { Dimensions = 2, Count = 6 }).Notes.ShouldBeEmpty();
        Estimate(new() { Dimensions = 1, Count = 2 }).Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new HaltonSequenceOptions { Dimensions = 1001, Count = 1 }).Message.ShouldContain("[1, 1000]; it was 1001");
        Should.Throw<ArgumentOutOfRangeException>(() => new HaltonSequenceOptions { Dimensions = 1, Count = -3 }).Message.ShouldContain("it was -3");
    }

    private static PointSequenceResult Estimate(HaltonSequenceOptions options) =>
        HaltonSequence.Estimate(options, cancellationToken: TestContext.Current.CancellationToken);
}

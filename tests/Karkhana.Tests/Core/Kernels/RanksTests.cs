using CsCheck;
using Karkhana.Core.Kernels;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Kernels;

public sealed class RanksTests
{
    private static readonly Gen<double[]> Values = Gen.Int[-1, 6].Select(value => value < 0 ? double.NaN : value).Array[0, 20];

    [Fact]
    public void Ties_share_the_mean_of_their_ranks_and_missing_values_have_none()
    {
        Ranks.Of([30, 10, double.NaN, 20, 10]).ShouldBe([4, 1.5, double.NaN, 3, 1.5]);
        Ranks.Of([double.NegativeInfinity, 0, double.PositiveInfinity]).ShouldBe([1, 2, 3]);
        Ranks.Of([]).ShouldBeEmpty();
    }

    [Fact]
    public void Normalised_ranks_lie_between_zero_and_one()
    {
        Ranks.Normalise([30, 10, double.NaN, 20, 10]).ShouldBe([0.875, 0.25, double.NaN, 0.625, 0.25]);
        Ranks.Normalise([7, 7, 7]).ShouldBe([0.5, 0.5, 0.5]);
        Ranks.Normalise([5]).ShouldBe([0.5]);
        Ranks.Normalise([double.NaN]).ShouldBe([double.NaN]);
    }

    [Fact]
    public void A_rank_counts_the_values_below_and_half_of_the_equal_ones() => Values.Sample(values => Bits.Same(
        Ranks.Of(values),
        [.. values.Select(own => double.IsNaN(own)
            ? double.NaN
            : values.Count(other => other < own) + ((values.Count(other => other == own) + 1) / 2.0))]));

    [Fact]
    public void Only_the_order_counts() => Values.Sample(values =>
    {
        double[] stretched = [.. values.Select(value => Math.Exp(value) - 100)];
        double[] turned = [.. Ranks.Of([.. values.Reverse()]).Reverse()];
        return Bits.Same(Ranks.Of(stretched), Ranks.Of(values)) && Bits.Same(turned, Ranks.Of(values));
    });

    [Fact]
    public void Normalised_ranks_have_a_mean_of_one_half() => Values.Where(values => values.Any(value => !double.IsNaN(value))).Sample(values =>
        Bits.Close([Ranks.Normalise(values).Where(rank => !double.IsNaN(rank)).Average()], [0.5], relative: 1e-12));
}

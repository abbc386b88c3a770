using CsCheck;
using Karkhana.Core.Inference;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Inference;

public sealed class WilsonIntervalTests
{
    [Fact]
    public void Half_of_four_with_two_deviations_is_worked_out_by_hand()
    {
        // z² = n = 4: ½ + ½ shrinks by 2 to ½, and 2√(1/16 + 1/16) by 2 to √(1/8).
        (double low, double high) = WilsonInterval.Of(0.5, 4, 2);

        low.ShouldBe(0.5 - Math.Sqrt(0.125), tolerance: 1e-15);
        high.ShouldBe(0.5 + Math.Sqrt(0.125), tolerance: 1e-15);
        WilsonInterval.Of(0.5, 0, 2).ShouldBe((double.NaN, double.NaN));
    }

    [Fact]
    public void None_and_all_end_exactly_at_the_ends_and_shares_mirror_each_other() => Gen.Select(Gen.Int[1, 1000], Gen.Double[0, 1], Gen.Double[0.1, 5]).Sample(
        (n, share, z) =>
        {
            (double low, double high) = WilsonInterval.Of(share, n, z);
            (double lowRest, double highRest) = WilsonInterval.Of(1 - share, n, z);
            return WilsonInterval.Of(0, n, z).Low == 0
                && WilsonInterval.Of(1, n, z).High == 1
                && low <= share + 1e-15 && share <= high + 1e-15 && low >= 0 && high <= 1
                && Math.Abs(low - (1 - highRest)) < 1e-12 && Math.Abs(high - (1 - lowRest)) < 1e-12;
        });
}

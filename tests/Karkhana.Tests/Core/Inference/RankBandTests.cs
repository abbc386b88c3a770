using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Inference;

public sealed class RankBandTests
{
    private static readonly ReplicateRows Crossing = new(2, [1, 4, 2, 3, 3, 2, 4, 1]);

    [Fact]
    public void Four_curves_give_the_bands_and_shares_computed_by_hand()
    {
        RankBand first = RankBand.OfRank(Crossing, 1);
        RankBand second = RankBand.OfRank(Crossing, 2);

        first.Lower.ShouldBe([1, 1]);
        first.Upper.ShouldBe([4, 4]);
        (first.ShareBelow, first.ShareAbove, first.ShareAny).ShouldBe((0, 0, 0));
        second.Lower.ShouldBe([2, 2]);
        second.Upper.ShouldBe([3, 3]);
        (second.ShareBelow, second.ShareAbove, second.ShareAny).ShouldBe((0.5, 0.5, 0.5));
    }

    [Fact]
    public void The_global_band_is_the_narrowest_whose_share_does_not_exceed_the_risk() =>
        Gen.Select(Gen.Int[-9, 9].Array[60], Gen.Int[0, 10]).Sample((values, tenths) =>
        {
            ReplicateRows curves = new(3, [.. values.Select(value => (double)value)]);
            double alpha = tenths / 10.0;
            RankBand band = RankBand.Global(curves, alpha);
            bool wide = band.ShareAbove <= alpha + 1e-9 && band.ShareBelow <= alpha + 1e-9;
            bool narrow = band.UpperRank == curves.Count || RankBand.OfRank(curves, band.UpperRank + 1).ShareAbove > alpha;
            return wide && narrow;
        });

    [Fact]
    public void Values_that_are_not_defined_never_cross()
    {
        RankBand band = RankBand.OfRank(new ReplicateRows(2, [double.NaN, 1, double.NaN, 2, double.NaN, 3]), 2);

        band.Lower.ShouldBe([double.NaN, 2]);
        band.ShareAbove.ShouldBe(1 / 3.0);
    }

    [Fact]
    public void A_rank_beyond_the_curves_is_refused()
    {
        Should.Throw<ArgumentException>(() => RankBand.OfRank(Crossing, 0));
        Should.Throw<ArgumentException>(() => RankBand.OfRank(Crossing, 5));
        Should.Throw<ArgumentException>(() => RankBand.Global(new ReplicateRows(2, []), 0.05));
        Should.Throw<ArgumentException>(() => RankBand.Global(Crossing, 1.5));
    }

    [Fact]
    public void The_greatest_studentised_deviation_of_three_curves_is_that_computed_by_hand()
    {
        // Second distance: 0, 2 and 7 have mean 3 and variance 13; the first one says nothing.
        GreatestDeviation test = GreatestDeviation.Of([5, 7], new ReplicateRows(2, [5, 0, 5, 2]));

        test.PValue.ShouldBe(1 / 3.0);
        test.Peak.ShouldBe(1);
        test.Deviation.ShouldBe(4 / Math.Sqrt(13), tolerance: 1e-15);
    }

    [Fact]
    public void Curves_without_spread_give_no_evidence()
    {
        GreatestDeviation test = GreatestDeviation.Of([1, double.NaN], new ReplicateRows(2, [1, 2, 1, 3]));

        test.ShouldBe(new GreatestDeviation(double.NaN, 0, double.NaN));
        Should.Throw<ArgumentException>(() => GreatestDeviation.Of([1], new ReplicateRows(2, [1, 2])));
    }
}

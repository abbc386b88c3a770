using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class SpatialWeightsTests
{
    [Fact]
    public void Rows_hold_the_neighbours_by_position_whatever_the_order_of_the_links()
    {
        SpatialWeights weights = SpatialWeights.Of(["a", "b", "c"], [2, 0, 2, 0], [1, 2, 0, 1], [4, 2, 3, 1]);

        weights.NeighboursOf(0).ToArray().ShouldBe([1, 2]);
        weights.WeightsOf(0).ToArray().ShouldBe([1, 2]);
        weights.NeighboursOf(1).ToArray().ShouldBeEmpty();
        weights.NeighboursOf(2).ToArray().ShouldBe([0, 1]);
        weights.WeightsOf(2).ToArray().ShouldBe([3, 4]);
        (weights.Count, weights.Links, weights.S0).ShouldBe((3, 4, 10));
        weights.Lag(2, [10, 100, 0]).ShouldBe(430);
        weights.Lag(1, [10, 100, 0]).ShouldBe(0);
        weights.RowSum(0).ShouldBe(3);
    }

    [Fact]
    public void The_codings_of_a_line_of_four_are_those_computed_by_hand()
    {
        Row(WeightsStyle.AsGiven, 1).ShouldBe([1, 1]);
        Row(WeightsStyle.RowStandardised, 1).ShouldBe([0.5, 0.5]);
        Row(WeightsStyle.GloballyStandardised, 1).ShouldBe([4 / 6.0, 4 / 6.0]);
        Row(WeightsStyle.UnitSum, 1).ShouldBe([1 / 6.0, 1 / 6.0]);
        double sum = 2 + (4 / Math.Sqrt(2)); // rows of one weigh 1, rows of two 1/√2 each
        Row(WeightsStyle.VarianceStabilising, 0)[0].ShouldBe(4 / sum, tolerance: 1e-15);
        Row(WeightsStyle.VarianceStabilising, 1)[0].ShouldBe(4 / sum / Math.Sqrt(2), tolerance: 1e-15);

        static double[] Row(WeightsStyle style, int unit) => SpatialSamples.Path.Coded(style).WeightsOf(unit).ToArray();
    }

    [Fact]
    public void Constants_are_those_computed_by_hand()
    {
        SpatialSamples.Path.Constants().ShouldBe(new WeightsConstants(6, 12, 40));
        SpatialWeights oneWay = SpatialWeights.Of(["a", "b"], [0], [1], [3]);
        oneWay.Constants().ShouldBe(new WeightsConstants(3, 9, 18)); // ½(3² + 3²); 3² + 3²
        SpatialWeights.Of(["a"], [0], [0], [2]).Constants().ShouldBe(new WeightsConstants(2, 8, 16));
    }

    [Fact]
    public void Constants_agree_with_the_full_matrix() => SpatialSamples.Random.Sample(input =>
    {
        int n = input.Weights.Count;
        double[,] w = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int link = 0; link < input.Weights.NeighboursOf(i).Length; link++)
            {
                w[i, input.Weights.NeighboursOf(i)[link]] = input.Weights.WeightsOf(i)[link];
            }
        }

        int[] all = [.. Enumerable.Range(0, n)];
        double s1 = 0.5 * all.Sum(i => all.Sum(j => Math.Pow(w[i, j] + w[j, i], 2)));
        double s2 = all.Sum(i => Math.Pow(all.Sum(j => w[i, j] + w[j, i]), 2));
        WeightsConstants constants = input.Weights.Constants();
        return Bits.Close([constants.S1, constants.S2], [s1, s2], relative: 1e-12);
    });

    [Fact]
    public void Every_coding_keeps_the_links_and_its_sum() => SpatialSamples.Random.Sample(input => SpatialSamples.Styles.All(style =>
    {
        SpatialWeights weights = input.Weights;
        SpatialWeights coded = weights.Coded(style);
        double wanted = style switch
        {
            WeightsStyle.AsGiven => weights.S0,
            WeightsStyle.Binary => weights.Links,
            WeightsStyle.RowStandardised => weights.Count - weights.Islands().Count,
            WeightsStyle.UnitSum => 1,
            _ => weights.Count,
        };
        return coded.Links == weights.Links && Enumerable.Range(0, weights.Count).All(unit =>
            coded.NeighboursOf(unit).SequenceEqual(weights.NeighboursOf(unit)))
            && (weights.Links == 0 || Bits.Close([coded.S0], [wanted], relative: 1e-12));
    }));

    [Fact]
    public void Turning_the_links_twice_changes_no_bit() => SpatialSamples.Random.Sample(input =>
    {
        SpatialWeights back = input.Weights.Transposed().Transposed();
        return Enumerable.Range(0, back.Count).All(unit => back.NeighboursOf(unit).SequenceEqual(input.Weights.NeighboursOf(unit))
            && Bits.Same(back.WeightsOf(unit).ToArray(), input.Weights.WeightsOf(unit).ToArray()));
    });

    [Fact]
    public void A_turned_row_holds_the_links_to_the_unit()
    {
        SpatialWeights turned = SpatialSamples.Uneven.Transposed();

        turned.NeighboursOf(0).ToArray().ShouldBe([2, 3]);
        turned.WeightsOf(0).ToArray().ShouldBe([3, 1]);
        turned.NeighboursOf(4).ToArray().ShouldBeEmpty();
    }

    [Fact]
    public void Islands_stay_among_the_units_and_are_found()
    {
        SpatialSamples.Uneven.Islands().ShouldBe([4]);
        SpatialSamples.Uneven.Count.ShouldBe(5);
        SpatialSamples.Path.Islands().ShouldBeEmpty();
        SpatialWeights.Of(["a", "b"], [], []).Islands().ShouldBe([0, 1]);
        foreach (WeightsStyle style in SpatialSamples.Styles)
        {
            SpatialWeights.Of(["a", "b"], [], []).Coded(style).S0.ShouldBe(0);
        }
    }

    [Fact]
    public void Components_count_parts_and_islands_whatever_the_direction()
    {
        SpatialSamples.Path.Components().ShouldBe(1);
        SpatialSamples.Uneven.Components().ShouldBe(2);
        SpatialWeights.Of(["a", "b", "c", "d"], [3, 2], [0, 3]).Components().ShouldBe(2);
        SpatialWeights.Of([], [], []).Components().ShouldBe(0);
    }

    [Fact]
    public void A_unit_is_linked_with_itself_once_and_in_its_place()
    {
        SpatialWeights self = SpatialWeights.Of(["a", "b", "c"], [0, 1, 1], [2, 0, 1], [5, 6, 7]).WithSelf(2);

        self.NeighboursOf(0).ToArray().ShouldBe([0, 2]);
        self.WeightsOf(0).ToArray().ShouldBe([2, 5]);
        self.NeighboursOf(1).ToArray().ShouldBe([0, 1]);
        self.WeightsOf(1).ToArray().ShouldBe([6, 7]);
        self.NeighboursOf(2).ToArray().ShouldBe([2]);
        self.WithSelf(9).S0.ShouldBe(self.S0);
        Should.Throw<ArgumentException>(() => self.WithSelf(-1)).Message.ShouldContain("weight");
    }

    [Fact]
    public void Wrong_links_are_refused()
    {
        Refused([0], [3], null).ShouldContain("[0, 1]");
        Refused([-1], [0], null).ShouldContain("from");
        Refused([0, 0], [1, 1], null).ShouldContain("a to b came again");
        Refused([0], [1], [-1]).ShouldContain("weights");
        Refused([0], [1], [double.NaN]).ShouldContain("weights");
        Refused([0], [1], [1, 2]).ShouldContain("weights must have 1");
        Refused([0, 1], [1], null).ShouldContain("to must have 2");

        static string Refused(int[] from, int[] to, double[]? weights) =>
            Should.Throw<ArgumentException>(() => SpatialWeights.Of(["a", "b"], from, to, weights)).Message;
    }
}

using CsCheck;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class JoinCountTests
{
    [Fact]
    public void Two_red_and_two_white_side_by_side_have_the_joins_counted_by_hand()
    {
        JoinCountResult result = Run.JoinCount(new(["red", "red", "white", "white"], SpatialSamples.Path));

        result.Rows.Select(row => row.Colour).ShouldBe(["red:red", "white:white", "white:red", "total"]);
        result.Rows.Select(row => row.Estimate).ShouldBe([1, 1, 1, 1]);
        result.Rows.Select(row => row.Expectation).ShouldBe([0.5, 0.5, 2, 2]);
        result.Rows[2].PValue.ShouldBe(double.NaN);
        result.Rows[0].PValue.ShouldBeLessThan(0.5);
    }

    [Fact]
    public void Moments_are_those_over_all_orders_of_the_colours_islands_among_them()
    {
        string[] colours = ["r", "s", "r", "t", "s"];
        foreach (WeightsStyle style in SpatialSamples.Styles)
        {
            BinaryCodingOptions options = new() { Style = style };
            JoinCountResult[] all = [.. SpatialSamples.Orders(5).Select(order => Run.JoinCount(new([.. order.Select(i => colours[i])], SpatialSamples.Uneven), options))];
            JoinCountResult result = Run.JoinCount(new(colours, SpatialSamples.Uneven), options);
            for (int row = 0; row < result.Rows.Count; row++)
            {
                (double mean, double variance) = SpatialSamples.Moments(all.Select(one => one.Rows[row].Estimate));
                result.Rows[row].Expectation.ShouldBe(mean, tolerance: 1e-12);
                result.Rows[row].Variance.ShouldBe(variance, tolerance: 1e-12);
            }
        }
    }

    [Fact]
    public void All_joins_add_up_to_half_the_weights_whatever_the_order() => SpatialSamples.Random.Sample(input =>
    {
        SpatialColours colours = Coloured(input);
        JoinCountResult result = Run.JoinCount(colours);
        JoinCountResult turned = Run.JoinCount(new([.. colours.Colours.Reverse()], SpatialSamples.Turned(input.Weights)));
        return Bits.Close([result.Rows.SkipLast(1).Sum(row => row.Estimate)], [input.Weights.Links / 2.0], relative: 1e-12)
            && Bits.Close([.. result.Rows.Select(row => row.Variance)], [.. turned.Rows.Select(row => row.Variance)], relative: 1e-9)
            && Bits.Close([result.Rows[^1].Expectation], [result.Rows.SkipLast(1).Where(row => double.IsNaN(row.PValue) && row.Colour[0] != row.Colour[2]).Sum(row => row.Expectation)], relative: 1e-10);
    });

    [Fact]
    public void One_colour_alone_has_no_test_and_no_links_say_so()
    {
        JoinCountRow same = Run.JoinCount(new(["r", "r", "r", "r"], SpatialSamples.Path)).Rows[0];
        (same.Estimate, same.Expectation, same.Variance, same.Z).ShouldBe((3, 3, 0, double.NaN));
        JoinCountResult alone = Run.JoinCount(new(["r", "r", "s", "s"], SpatialWeights.Of(["a", "b", "c", "d"], [], [])));
        alone.Rows.ShouldAllBe(row => row.Estimate == 0 && double.IsNaN(row.Z));
        alone.Notes.Select(note => note.Code).ShouldBe(["islands", "no-links"]);
    }

    [Fact]
    public void A_colour_of_one_unit_has_no_joins_of_its_own() =>
        Run.JoinCount(new(["r", "s", "s", "s"], SpatialSamples.Path)).Rows[0].Expectation.ShouldBe(0);

    [Fact]
    public void Few_units_other_lengths_and_links_with_oneself_are_refused()
    {
        Should.Throw<ArgumentException>(() => Run.JoinCount(new(["r", "s"], SpatialWeights.Of(["a", "b"], [0], [1])))).Message.ShouldContain("at least 4 units");
        Should.Throw<ArgumentException>(() => Run.JoinCount(new(["r", "s"], SpatialSamples.Path))).Message.ShouldContain("4 values");
        Should.Throw<ArgumentException>(() => Run.JoinCount(new(["r", "s", "r", "s"], SpatialSamples.Path.WithSelf()))).Message.ShouldContain("itself");
    }

    private static SpatialColours Coloured(SpatialValues input) => new([.. input.Values.Select(value => value < -20 ? "a" : value < 20 ? "b" : "c")], input.Weights);
}

using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class ClarkEvansTests
{
    [Fact]
    public void Four_corners_give_the_values_computed_by_hand()
    {
        // Mean 1; λ = 4 / 2.25, E = 0.5 × 0.75 = 0.375.
        ClarkEvansResult none = Estimate(SampleWindows.FourCorners);
        none.Index.ShouldBe(1 / 0.375, tolerance: 1e-15);
        none.Z.ShouldBe(((1 / 0.375) - 1) / Math.Sqrt(((4 / Math.PI) - 1) / 4), tolerance: 1e-14);
        none.PValue.ShouldBe(1.807541e-10, tolerance: 1e-15);
        none.PointCount.ShouldBe(4);

        // Donnelly: 0.375 + (0.0514 + 0.0412 / 2) × 6 / 4.
        Estimate(SampleWindows.FourCorners, ClarkEvansCorrection.Donnelly).Index.ShouldBe(1 / 0.483, tolerance: 1e-14);
    }

    [Fact]
    public void The_area_of_a_polygon_is_its_own()
    {
        WindowedPattern two = new(new PointPattern { X = [0.5, 1], Y = [0.5, 0.5] }, SampleWindows.Ell);
        Estimate(two).Index.ShouldBe(0.5 / (0.5 / Math.Sqrt(2 / 3.0)), tolerance: 1e-15);
        Should.Throw<ArgumentException>(() => Estimate(two, ClarkEvansCorrection.Donnelly)).Message.ShouldContain("rectangle");
    }

    [Fact]
    public void Order_and_scale_do_not_matter() => SampleWindows.OnGrid.Sample(pattern =>
        Bits.Close([Estimate(pattern).Index, Estimate(pattern).PValue], [Estimate(SampleWindows.Reversed(pattern)).Index, Estimate(SampleWindows.Reversed(pattern)).PValue], relative: 1e-12)
        && Bits.Close([Estimate(pattern).Index], [Estimate(SampleWindows.FourTimes(pattern)).Index], relative: 1e-12));

    [Fact]
    public void An_even_scatter_is_near_one_and_a_heap_near_zero()
    {
        Estimate(new WindowedPattern(Patterns.Uniform(4000, 2), ObservationWindow.Rectangle(0, 1000, 0, 1000)), ClarkEvansCorrection.Donnelly)
            .Index.ShouldBe(1, tolerance: 0.03);
        Estimate(new WindowedPattern(new PointPattern { X = [1, 1, 1], Y = [1, 1, 1] }, SampleWindows.Square)).Index.ShouldBe(0);
    }

    [Fact]
    public void One_point_or_none_says_nothing_and_bad_input_is_refused()
    {
        foreach (double[] x in new double[][] { [], [1] })
        {
            ClarkEvansResult result = Estimate(new WindowedPattern(new PointPattern { X = x, Y = x }, SampleWindows.Square), ClarkEvansCorrection.Donnelly);
            result.Index.ShouldBe(double.NaN);
            result.PValue.ShouldBe(double.NaN);
            result.Notes.ShouldContain(note => note.Code == "too-few-points");
        }

        SampleWindows.Bad().ShouldAllBe(pattern => RipleyKTests.Throws(() => Estimate(pattern, ClarkEvansCorrection.None)));
    }

    private static ClarkEvansResult Estimate(WindowedPattern pattern, ClarkEvansCorrection correction = ClarkEvansCorrection.None) =>
        ClarkEvans.Estimate(pattern, new() { Correction = correction }, cancellationToken: TestContext.Current.CancellationToken);
}

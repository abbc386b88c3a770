using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class QuadratTestTests
{
    [Fact]
    public void Tiles_come_from_the_top_and_own_their_right_and_upper_border()
    {
        // Tiles of 3 × 3 in the square of side 6: (3, 3) is on both inner borders, so left and low.
        WindowedPattern pattern = new(new PointPattern { X = [1, 3, 3.1, 0, 6], Y = [5, 3, 3.1, 0, 6] }, SampleWindows.Square);

        QuadratTestResult result = Estimate(pattern, 2, 2);
        result.Counts.ShouldBe([1, 2, 2, 0]);
        result.Statistic.ShouldBe((((0.25 * 0.25) + (2 * 0.75 * 0.75) + (1.25 * 1.25)) / 1.25), tolerance: 1e-15);
        result.DegreesOfFreedom.ShouldBe(3);
        result.PValue.ShouldBe(0.9361032576, tolerance: 1e-10); // Q = erfc(√(s/2)) + √(2s/π) exp(−s/2) for three degrees, and 2 (1 − Q)
        result.Notes.ShouldContain(note => note.Code == "small-expected-counts");
    }

    [Fact]
    public void A_tenth_of_a_border_is_on_the_border()
    {
        // 0.1 + 0.2 is a little more than 0.3: still the third of ten tiles.
        WindowedPattern pattern = new(new PointPattern { X = [0.1 + 0.2], Y = [0.5] }, ObservationWindow.Rectangle(0, 1, 0, 1));
        Estimate(pattern, 10, 1).Counts.ShouldBe([0, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
    }

    [Fact]
    public void Counts_add_up_whatever_the_order_and_scale() => SampleWindows.OnGrid.Sample(pattern =>
    {
        WindowedPattern square = pattern with { Window = SampleWindows.Square };
        QuadratTestResult result = Estimate(square, 4, 3);
        return result.Counts.Sum() == pattern.Points.Count
            && result.Counts.SequenceEqual(Estimate(SampleWindows.Reversed(square), 4, 3).Counts)
            && result.Counts.SequenceEqual(Estimate(SampleWindows.FourTimes(square), 4, 3).Counts)
            && result.PValue is >= 0 and <= 1.0000001;
    });

    [Fact]
    public void No_points_and_one_tile_have_no_test()
    {
        QuadratTestResult empty = Estimate(new WindowedPattern(new PointPattern { X = [], Y = [] }, SampleWindows.Square), 2, 2);
        empty.Statistic.ShouldBe(double.NaN);
        empty.PValue.ShouldBe(double.NaN);
        empty.Notes.ShouldContain(note => note.Code == "too-few-points");
        Estimate(SampleWindows.FourCorners, 1, 1).PValue.ShouldBe(double.NaN);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        SampleWindows.Bad().ShouldAllBe(pattern => RipleyKTests.Throws(() => Estimate(pattern, 2, 2)));
        Should.Throw<ArgumentException>(() => Estimate(SampleWindows.FourCorners, 0, 2));
        Should.Throw<ArgumentException>(() => Estimate(SampleWindows.FourCorners, 2, 10_001));
        Should.Throw<ArgumentException>(() => Estimate(new WindowedPattern(new PointPattern { X = [0.5], Y = [0.5] }, SampleWindows.Ell), 2, 2))
            .Message.ShouldContain("rectangle");
    }

    private static QuadratTestResult Estimate(WindowedPattern pattern, int nx, int ny) =>
        QuadratTest.Estimate(pattern, new() { Nx = nx, Ny = ny }, cancellationToken: TestContext.Current.CancellationToken);
}

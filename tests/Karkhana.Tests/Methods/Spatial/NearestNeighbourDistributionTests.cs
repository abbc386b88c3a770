using CsCheck;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class NearestNeighbourDistributionTests
{
    private static readonly double[] Radii = [3, 0, 0.5, 1, 2.5];

    [Fact]
    public void Workshops_on_a_street_give_the_shares_counted_by_hand()
    {
        // Nearest distances 1, 1, 0, 0, 4; distances to the border 1, 2, 3, 3, 1.
        WindowedPattern street = new(new PointPattern { X = [1, 2, 4, 4, 8], Y = [3, 3, 3, 3, 3] }, ObservationWindow.Rectangle(0, 9, 0, 6));

        Estimate(street, NearestNeighbourCorrection.None, 0, 1, 3.9, 4).Values.ShouldBe([0.4, 0.8, 0.8, 1]);
        DistanceCurveResult border = Estimate(street, NearestNeighbourCorrection.Border, 0, 1, 2, 3, 3.1);
        border.Values.ShouldBe([0.4, 0.8, 1, 1, double.NaN]);
        border.Notes.ShouldContain(note => note.Code == "no-point-inside-border");
    }

    [Fact]
    public void It_agrees_with_the_nearest_distances_and_rises_without_correction() => SampleWindows.OnGrid.Sample(pattern =>
    {
        IReadOnlyList<double> nearest = NearestNeighbour.Estimate(pattern.Points, new(), cancellationToken: TestContext.Current.CancellationToken).Distances;
        double[] expected = [.. Radii.Select(radius =>
        {
            int[] inside = [.. Enumerable.Range(0, nearest.Count).Where(i => PairTwin.Counts(pattern, i, radius, EdgeCorrection.Border))];
            return inside.Length == 0 ? double.NaN : inside.Count(i => nearest[i] <= radius) / (double)inside.Length;
        })];
        IReadOnlyList<double> none = Estimate(pattern, NearestNeighbourCorrection.None, [.. Radii.Order()]).Values;
        return Bits.Same(Estimate(pattern, NearestNeighbourCorrection.Border, Radii).Values, expected)
            && none.Zip(none.Skip(1)).All(pair => pair.First <= pair.Second);
    });

    [Fact]
    public void Order_and_scale_do_not_matter() => SampleWindows.OnGrid.Sample(pattern =>
        Bits.Same(Estimate(pattern, NearestNeighbourCorrection.Border, Radii).Values, Estimate(SampleWindows.Reversed(pattern), NearestNeighbourCorrection.Border, Radii).Values)
        && Bits.Same(
            Estimate(pattern, NearestNeighbourCorrection.Border, Radii).Values,
            Estimate(SampleWindows.FourTimes(pattern), NearestNeighbourCorrection.Border, [.. Radii.Select(r => 4 * r)]).Values));

    [Fact]
    public void One_point_says_nothing_and_bad_input_is_refused()
    {
        DistanceCurveResult one = Estimate(new WindowedPattern(new PointPattern { X = [1], Y = [1] }, SampleWindows.Square), NearestNeighbourCorrection.None, 1);
        one.Values.ShouldBe([double.NaN]);
        one.Notes.ShouldContain(note => note.Code == "too-few-points");
        SampleWindows.Bad().ShouldAllBe(pattern => RipleyKTests.Throws(() => Estimate(pattern, NearestNeighbourCorrection.None, 1)));
        Should.Throw<ArgumentException>(() => Estimate(SampleWindows.FourCorners, NearestNeighbourCorrection.None));
        Should.Throw<ArgumentException>(() => Estimate(SampleWindows.FourCorners, NearestNeighbourCorrection.None, double.NaN));
    }

    private static DistanceCurveResult Estimate(WindowedPattern pattern, NearestNeighbourCorrection correction, params double[] distances) =>
        NearestNeighbourDistribution.Estimate(
            pattern, new() { Distances = distances, Correction = correction }, cancellationToken: TestContext.Current.CancellationToken);
}

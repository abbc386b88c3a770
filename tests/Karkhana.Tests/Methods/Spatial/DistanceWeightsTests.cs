using CsCheck;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class DistanceWeightsTests
{
    private static readonly PointPattern Line = new() { X = [0, 1, 3, 6], Y = [0, 0, 0, 0] };

    /// <summary>Places all over the globe, crowded at the poles and at the antimeridian, some of them twice.</summary>
    private static readonly Gen<PointPattern> Globe =
        Gen.Select(
            Gen.OneOf(Gen.Int[-180, 180].Select(lon => (double)lon), Gen.Double[179, 181], Gen.Double[73, 74]),
            Gen.OneOf(Gen.Int[-90, 90].Select(lat => (double)lat), Gen.Double[89.9, 90], Gen.Double[31, 32])).Array[3, 60]
        .Select(places => new PointPattern { X = [.. places.Select(place => place.Item1)], Y = [.. places.Select(place => place.Item2)] });

    [Fact]
    public void A_crowd_on_one_spot_is_refused_as_its_neighbours_would_be_arbitrary()
    {
        PointPattern crowd = new() { X = new double[5001], Y = new double[5001] };

        Should.Throw<ArgumentException>(() => DistanceWeights.Estimate(crowd, cancellationToken: TestContext.Current.CancellationToken))
            .Message.ShouldContain("on one spot");
        Should.Throw<ArgumentException>(() => GraphWeights.Estimate(crowd, new GraphWeightsOptions(), cancellationToken: TestContext.Current.CancellationToken))
            .Message.ShouldContain("on one spot");
    }

    [Fact]
    public void Four_points_on_a_line_have_the_nearest_found_by_hand()
    {
        WeightsResult result = Run.DistanceWeights(Line, new() { K = 1 });

        Neighbours(result).ShouldBe(["1", "0", "1", "2"]);
        double.IsNaN(result.Upper).ShouldBeTrue();
        Neighbours(Run.DistanceWeights(Line, new() { K = 1, Symmetric = true })).ShouldBe(["1", "0 2", "1 3", "2"]);
        WeightsResult band = Run.DistanceWeights(Line, new() { Kind = NeighbourRule.Band });
        band.Upper.ShouldBe(3);
        Neighbours(band).ShouldBe(["1 2", "0 2", "0 1 3", "2"]);
    }

    [Fact]
    public void Weights_fall_with_distance_as_computed_by_hand()
    {
        DistanceWeightsOptions inverse = new() { Kind = NeighbourRule.Band, Decay = WeightDecay.Inverse, Alpha = 2 };
        Run.DistanceWeights(Line, inverse).Weights.WeightsOf(2).ToArray().ShouldBe([1 / 9.0, 1 / 4.0, 1 / 9.0], tolerance: 1e-15);
        Run.DistanceWeights(Line, inverse with { Style = WeightsStyle.RowStandardised }).Weights.WeightsOf(0).ToArray().ShouldBe([0.9, 0.1], tolerance: 1e-15);
        Run.DistanceWeights(Line, new() { K = 1, Decay = WeightDecay.Exponential, Alpha = 0.5 }).Weights.WeightsOf(3)[0].ShouldBe(Math.Exp(-1.5), tolerance: 1e-15);
    }

    [Fact]
    public void Nearest_have_the_links_of_the_scalar_twin_ties_by_position() => Patterns.OnGrid.Sample(points =>
        Agrees(points, DistanceMetric.Planar, (i, j) => Math.Sqrt(Square(points.X[i] - points.X[j]) + Square(points.Y[i] - points.Y[j]))));

    [Fact]
    public void Nearest_on_the_globe_have_the_links_of_the_scalar_twin_across_poles_and_antimeridian() => Globe.Sample(points =>
        Agrees(points, DistanceMetric.GreatCircle, (i, j) => GreatCircle.Kilometres(points.X[i], points.Y[i], points.X[j], points.Y[j])));

    [Fact]
    public void Coincident_points_are_neighbours_in_a_band_and_may_be_the_nearest()
    {
        PointPattern twins = new() { X = [0, 0, 5], Y = [0, 0, 0] };

        Neighbours(Run.DistanceWeights(twins, new() { Kind = NeighbourRule.Band, Upper = 0 })).ShouldBe(["1", "0", ""]);
        Neighbours(Run.DistanceWeights(twins, new() { K = 1 })).ShouldBe(["1", "0", "0"]);
        Should.Throw<ArgumentException>(() => Run.DistanceWeights(twins, new() { K = 1, Decay = WeightDecay.Inverse })).Message.ShouldContain("points 1 and 2");
    }

    [Fact]
    public void A_point_beyond_the_limit_stays_and_is_named()
    {
        WeightsResult result = Run.DistanceWeights(Line, new() { Kind = NeighbourRule.Band, Upper = 2 });

        Neighbours(result).ShouldBe(["1", "0 2", "1", ""]);
        result.Notes.ShouldHaveSingleItem().Text.ShouldEndWith(": 4.");
        result.Weights.Components().ShouldBe(2);
        Run.DistanceWeights(Line, new() { Kind = NeighbourRule.Band }).Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_limit_no_point_is_alone() => Patterns.OnGrid.Sample(points =>
        Run.DistanceWeights(points, new() { Kind = NeighbourRule.Band }).Weights.Islands().Count == 0);

    [Fact]
    public void Outputs_name_points_by_their_row()
    {
        WeightsResult result = Run.DistanceWeights(Line, new() { K = 1 });

        result.ToOutputs().All["to"].Numbers!.ShouldBe([2, 1, 2, 3]);
        result.ToTable().RowCount.ShouldBe(4);
    }

    [Fact]
    public void Too_few_points_bad_coordinates_and_options_are_refused()
    {
        Should.Throw<ArgumentException>(() => Run.DistanceWeights(Line)).Message.ShouldContain("[1, 3]");
        Should.Throw<ArgumentException>(() => Run.DistanceWeights(new PointPattern { X = [0], Y = [0] })).Message.ShouldContain("at least 2");
        Should.Throw<ArgumentException>(() => Run.DistanceWeights(Line with { X = [0, 1, double.NaN, 2] })).Message.ShouldContain("point 3");
        Should.Throw<ArgumentException>(() => Run.DistanceWeights(Line with { Y = [0, 1, 100, 2] }, new() { K = 1, Metric = DistanceMetric.GreatCircle })).Message.ShouldContain("latitude");
        Should.Throw<ArgumentException>(() => new DistanceWeightsOptions { Upper = -1 }).Message.ShouldContain("Upper");
        Should.Throw<ArgumentException>(() => new DistanceWeightsOptions { Alpha = 0 }).Message.ShouldContain("Alpha");
        Should.Throw<ArgumentException>(() => new DistanceWeightsOptions { K = 0 }).Message.ShouldContain("K");
    }

    private static bool Agrees(PointPattern points, DistanceMetric metric, Func<int, int, double> distance)
    {
        int k = Math.Min(4, points.Count - 1);
        int[][] nearest = [.. Enumerable.Range(0, points.Count).Select(i =>
            Others(points, i).OrderBy(j => distance(i, j)).ThenBy(j => j).Take(k).Order().ToArray())];
        double upper = Enumerable.Range(0, points.Count).Max(i => Others(points, i).Min(j => distance(i, j)));
        WeightsResult found = Run.DistanceWeights(points, new() { K = k, Metric = metric, Decay = WeightDecay.Exponential, Alpha = 0.001 });
        WeightsResult band = Run.DistanceWeights(points, new() { Kind = NeighbourRule.Band, Metric = metric });
        return band.Upper.Equals(upper) && Enumerable.Range(0, points.Count).All(i =>
            found.Weights.NeighboursOf(i).SequenceEqual(nearest[i])
            && Bits.Same(found.Weights.WeightsOf(i).ToArray(), [.. nearest[i].Select(j => Math.Exp(-0.001 * distance(i, j)))])
            && band.Weights.NeighboursOf(i).SequenceEqual(Others(points, i).Where(j => distance(i, j) <= upper).ToArray()));
    }

    private static IEnumerable<int> Others(PointPattern points, int point) => Enumerable.Range(0, points.Count).Where(other => other != point);

    private static double Square(double value) => value * value;

    private static string[] Neighbours(WeightsResult result) =>
        [.. Enumerable.Range(0, result.Weights.Count).Select(unit => string.Join(' ', result.Weights.NeighboursOf(unit).ToArray()))];
}

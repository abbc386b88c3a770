using CsCheck;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

public sealed class ForceLayoutTests
{
    [Fact]
    public void The_same_seed_gives_the_same_drawing_and_another_seed_another()
    {
        IReadOnlyList<(double X, double Y)> layout = Estimate(SampleNetworks.EightFirms, 7);

        layout.ShouldBe(Estimate(SampleNetworks.EightFirms, 7));
        layout.ShouldNotBe(Estimate(SampleNetworks.EightFirms, 8));
    }

    [Fact]
    public void Every_node_of_any_network_lies_in_the_unit_square() => SampleNetworks.Matrices.Sample(matrix =>
    {
        IReadOnlyList<(double X, double Y)> layout = Estimate(SampleNetworks.Of(matrix), 1);
        return layout.Count == matrix.GetLength(0) && layout.All(place => place.X is >= 0 and <= 1 && place.Y is >= 0 and <= 1);
    });

    [Fact]
    public void A_network_of_two_hundred_nodes_has_no_NaN_and_no_two_nodes_in_one_place()
    {
        RandomStream stream = new(11, RandomPurpose.Example, 0);
        Graph graph = Graph.Of(
            [.. Enumerable.Range(0, 200).Select(i => $"n{i}")],
            Enumerable.Range(0, 500).Select(_ => (stream.NextInt(200), stream.NextInt(200), 1.0)));

        IReadOnlyList<(double X, double Y)> layout = Estimate(graph, 3);

        layout.ShouldAllBe(place => double.IsFinite(place.X) && double.IsFinite(place.Y));
        layout.Distinct().Count().ShouldBe(200);
    }

    [Fact]
    public void Isolates_lie_in_a_margin_below_the_others()
    {
        IReadOnlyList<(double X, double Y)> layout = Estimate(SampleNetworks.EightFirms, 5);

        double lowest = layout.Take(6).Min(place => place.Y);
        layout.Skip(6).ShouldAllBe(place => place.Y < lowest);
        layout[6].X.ShouldNotBe(layout[7].X);
    }

    [Fact]
    public void Tied_nodes_lie_nearer_than_untied_ones()
    {
        // Two triangles joined by one tie.
        Graph graph = Graph.Of(
            ["a", "b", "c", "d", "e", "f"], [(0, 1, 1), (1, 2, 1), (2, 0, 1), (3, 4, 1), (4, 5, 1), (5, 3, 1), (2, 3, 1)]);
        Graph merged = graph.Undirected();
        IReadOnlyList<(double X, double Y)> layout = Estimate(graph, 2);

        double Mean(bool tied) => Enumerable.Range(0, 36)
            .Where(cell => cell / 6 < cell % 6 && merged.Has(cell / 6, cell % 6) == tied)
            .Average(cell =>
            {
                (double dx, double dy) = (layout[cell / 6].X - layout[cell % 6].X, layout[cell / 6].Y - layout[cell % 6].Y);
                return Math.Sqrt((dx * dx) + (dy * dy));
            });
        Mean(tied: true).ShouldBeLessThan(Mean(tied: false));
    }

    [Fact]
    public void A_network_without_nodes_or_without_ties_can_be_drawn()
    {
        Estimate(Graph.Of([], []), 1).ShouldBeEmpty();
        Estimate(Graph.Of(["a", "b"], []), 1).Distinct().Count().ShouldBe(2);
    }

    private static IReadOnlyList<(double X, double Y)> Estimate(Graph graph, ulong seed) =>
        ForceLayout.Estimate(graph, seed, TestContext.Current.CancellationToken);
}

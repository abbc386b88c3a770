using CsCheck;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

public sealed class RewiredRingTests
{
    [Fact]
    public void Without_rewiring_each_node_knows_its_nearest() =>
        Draw(6, 4, 0).ShouldBe([(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 0), (0, 2), (1, 3), (2, 4), (3, 5), (4, 0), (5, 1)]);

    [Fact]
    public void Links_stay_as_many_with_their_near_end_and_no_pair_comes_twice() =>
        Gen.Select(Gen.Int[3, 30], Gen.Int[1, 14], Gen.Double[0, 1], Gen.Int[0, 1000]).Sample((nodes, half, rewiring, seed) =>
        {
            int degree = 2 * Math.Min(half, (nodes - 1) / 2);
            (int From, int To)[] links = Draw(nodes, degree, rewiring, (ulong)seed);
            return links.Length == nodes * degree / 2
                && links.All(link => link.From != link.To && link.To >= 0 && link.To < nodes)
                && links.Select(link => (Math.Min(link.From, link.To), Math.Max(link.From, link.To))).Distinct().Count() == links.Length
                && links.GroupBy(link => link.From).All(own => own.Count() == degree / 2);
        });

    [Fact]
    public void A_complete_graph_has_no_place_to_move_a_link_to() => Draw(7, 6, 1).ShouldBe(Draw(7, 6, 0));

    [Fact]
    public void The_share_of_links_laid_anew_is_the_probability()
    {
        (int From, int To)[] ring = Draw(5000, 4, 0);
        double moved = Draw(5000, 4, 0.2).Zip(ring).Count(pair => pair.First != pair.Second) / 10_000.0;

        moved.ShouldBe(0.2, 0.012); // three standard errors of 10,000 draws
    }

    [Fact]
    public void A_few_new_links_shorten_paths_while_neighbours_still_know_each_other()
    {
        (double clusteredRing, double pathRing) = Structure(0);
        (double clustered, double path) = Structure(0.05);
        (double clusteredRandom, double pathRandom) = Structure(1);

        clusteredRing.ShouldBe(2.0 / 3, 1e-12); // 3(k − 2)/(4(k − 1)) with k = 10
        clustered.ShouldBeGreaterThan(0.75 * clusteredRing);
        clusteredRandom.ShouldBeLessThan(0.1 * clusteredRing);
        path.ShouldBeLessThan(0.4 * pathRing);
        path.ShouldBeLessThan(2 * pathRandom);
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => Draw(2, 2, 0));
        Should.Throw<ArgumentException>(() => Draw(6, 6, 0));
        Should.Throw<ArgumentException>(() => Draw(6, 3, 0)).Message.ShouldContain("even");
        Should.Throw<ArgumentException>(() => Draw(6, 2, 1.5)).Message.ShouldContain("1.5");
    }

    private static (double Clustering, double Path) Structure(double rewiring)
    {
        const int Nodes = 400;
        Graph graph = Graph.Of(
            [.. Enumerable.Range(0, Nodes).Select(node => $"n{node}")], Draw(Nodes, 10, rewiring).SelectMany(link => new[] { (link.From, link.To, 1.0), (link.To, link.From, 1.0) }));
        double path = Enumerable.Range(0, Nodes / 20).Average(start => Steps(graph, 20 * start).Where(steps => steps > 0).Average());
        return (Clustering.Estimate(graph, cancellationToken: TestContext.Current.CancellationToken).Estimate.Average(), path);
    }

    private static int[] Steps(Graph graph, int start)
    {
        int[] steps = new int[graph.NodeCount];
        Queue<int> open = new([start]);
        while (open.TryDequeue(out int node))
        {
            foreach (int next in graph.Targets(node))
            {
                if (next != start && steps[next] == 0)
                {
                    steps[next] = steps[node] + 1;
                    open.Enqueue(next);
                }
            }
        }

        return steps;
    }

    private static (int From, int To)[] Draw(int nodes, int degree, double rewiring, ulong seed = 7) =>
        RewiredRing.Draw(nodes, degree, rewiring, new RandomStream(seed, RandomPurpose.Example, 0));
}

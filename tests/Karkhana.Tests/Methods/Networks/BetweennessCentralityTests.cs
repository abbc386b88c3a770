using CsCheck;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

public sealed class BetweennessCentralityTests
{
    [Fact]
    public void Eight_firms_have_the_betweenness_computed_by_hand() =>
        Estimate(SampleNetworks.EightFirms).ShouldBe([4, 2, 0, 0, 0, 0, 0, 0]);

    [Fact]
    public void Two_paths_of_equal_length_share_a_pair_and_count_twice_as_stress()
    {
        Graph diamond = Graph.Of(["a", "b", "c", "d"], [(0, 1, 1), (0, 2, 1), (1, 3, 1), (2, 3, 1)]);

        Estimate(diamond).ShouldBe([0, 0.5, 0.5, 0]);
        Estimate(diamond, new() { Count = PathCount.Paths }).ShouldBe([0, 1, 1, 0]);
    }

    [Fact]
    public void The_middle_of_a_star_lies_between_all_others_and_no_one_does_when_all_are_tied()
    {
        Estimate(SampleNetworks.Star(5)).ShouldBe([12, 0, 0, 0, 0]);
        Estimate(SampleNetworks.Star(5), new() { Directed = false }).ShouldBe([6, 0, 0, 0, 0]);
        Estimate(SampleNetworks.Star(5), new() { Normalised = true }).ShouldBe([1, 0, 0, 0, 0]);
        Estimate(SampleNetworks.Star(5), new() { Directed = false, Normalised = true }).ShouldBe([1, 0, 0, 0, 0]);
        Estimate(SampleNetworks.Complete(5)).ShouldAllBe(score => score == 0);
    }

    [Theory]
    [InlineData(true, PathCount.Share)]
    [InlineData(true, PathCount.Paths)]
    [InlineData(false, PathCount.Share)]
    [InlineData(false, PathCount.Paths)]
    public void It_agrees_with_counting_all_shortest_paths_but_for_the_order_of_addition(bool directed, PathCount count) =>
        SampleNetworks.Matrices.Sample(matrix =>
        {
            double[,] ties = SampleNetworks.Binary(directed ? matrix : SampleNetworks.Merged(matrix));
            double[] twin = [.. Twin(ties, count).Select(score => directed ? score : score / 2)];
            return Bits.Close(Estimate(SampleNetworks.Of(matrix), new() { Directed = directed, Count = count }), twin, relative: 1e-12);
        });

    [Theory]
    [InlineData(9, 20)]
    [InlineData(200, 700)]
    public void It_has_the_bits_of_the_plain_algorithm_of_Brandes(int nodes, int ties)
    {
        Graph graph = SampleNetworks.Random(nodes, ties);

        Bits.Same(Estimate(graph), Plain(graph)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(ValueMeaning.Strength)]
    [InlineData(ValueMeaning.Length)]
    public void With_values_it_agrees_with_whole_lengths(ValueMeaning meaning) => SampleNetworks.Matrices.Sample(matrix =>
    {
        // Six over 1, 2 or 3 is a whole number, so that the twin knows no rounding and the kernel does.
        double[,] lengths = SampleNetworks.Cells(
            matrix.GetLength(0), (i, j) => matrix[i, j] == 0 ? 0 : meaning == ValueMeaning.Strength ? 6 / matrix[i, j] : matrix[i, j]);
        return Bits.Close(
            Estimate(SampleNetworks.Of(matrix), new() { Weighted = true, ValueMeaning = meaning }), Twin(lengths, PathCount.Share), relative: 1e-12);
    });

    [Fact]
    public void Three_ties_of_a_third_are_as_long_as_one_of_length_one()
    {
        Graph graph = Graph.Of(["a", "b", "c", "d"], [(0, 1, 3), (1, 2, 3), (2, 3, 3), (0, 3, 1)]);
        Graph slightly = Graph.Of(["a", "b", "c", "d"], [(0, 1, 10 / 3.0), (1, 2, 10 / 3.0), (2, 3, 10 / 3.0), (0, 3, 10 / 9.0)]);

        Estimate(graph, new() { Weighted = true }).ShouldBe([0, 1.5, 1.5, 0]);
        Estimate(slightly, new() { Weighted = true }).ShouldBe([0, 1.5, 1.5, 0]);
    }

    [Fact]
    public void A_tie_of_value_1e_minus_300_is_the_longest_and_is_noted()
    {
        // The way from a over b to c has a tie that is lost in the rounding of the first; so has the way back from d.
        Graph graph = Graph.Of(["a", "b", "c", "d"], [(0, 1, 1e-300), (1, 2, 1), (2, 1, 1), (2, 3, 1), (3, 2, 1)]);
        NodeScoresResult result = BetweennessCentrality.Estimate(
            graph, new() { Weighted = true }, cancellationToken: TestContext.Current.CancellationToken);

        result.Estimate.ShouldBe([0, 2, 3, 0]);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("lengths-far-apart");
        result.Provenance.Options.ShouldContain("value_meaning = Strength");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1e-301)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_value_that_is_no_strength_is_refused_by_the_names_of_its_ends(double value) =>
        Should.Throw<ArgumentException>(() => Estimate(Graph.Of(["a", "b"], [(0, 1, value)]), new() { Weighted = true }))
            .Message.ShouldContain("from a to b");

    [Fact]
    public void More_shortest_paths_than_a_number_can_hold_are_refused()
    {
        // 1100 diamonds in a row: 2 to the power of 1100 shortest paths.
        Graph diamonds = Graph.Of(
            SampleNetworks.Empty((3 * 1100) + 1).Nodes,
            Enumerable.Range(0, 1100).Select(i => 3 * i).SelectMany(
                i => new[] { (i, i + 1, 1.0), (i, i + 2, 1.0), (i + 1, i + 3, 1.0), (i + 2, i + 3, 1.0) }));

        Should.Throw<ArgumentException>(() => Estimate(diamonds)).Message.ShouldContain("shortest paths");
    }

    [Fact]
    public void Normalising_two_nodes_is_not_defined_and_noted()
    {
        NodeScoresResult result = BetweennessCentrality.Estimate(
            SampleNetworks.Complete(2), new() { Normalised = true }, cancellationToken: TestContext.Current.CancellationToken);

        result.Estimate.ShouldBe([double.NaN, double.NaN]);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("too-few-nodes");
    }

    private static IReadOnlyList<double> Estimate(Graph graph, BetweennessCentralityOptions? options = null) =>
        BetweennessCentrality.Estimate(graph, options, cancellationToken: TestContext.Current.CancellationToken).Estimate;

    private static double[] Twin(double[,] lengths, PathCount count)
    {
        double[,] distances = SampleNetworks.Distances(lengths);
        int[] nodes = SampleNetworks.Range(lengths);
        // Paths grow from their end: those from s to t are those to the nodes just before t.
        double Paths(int s, int t) => s == t ? 1 : nodes.Where(v => v != t && lengths[v, t] != 0 && distances[s, v] + lengths[v, t] == distances[s, t])
            .Sum(v => Paths(s, v));
        double[,] paths = SampleNetworks.Cells(nodes.Length, (s, t) => double.IsFinite(distances[s, t]) ? Paths(s, t) : 0);
        double[] scores = new double[nodes.Length];
        foreach ((int s, int t, int v) in nodes.SelectMany(s => nodes.SelectMany(t => nodes.Select(v => (s, t, v)))))
        {
            bool between = s != t && s != v && t != v && double.IsFinite(distances[s, t]) && distances[s, v] + distances[v, t] == distances[s, t];
            scores[v] += between ? paths[s, v] * paths[v, t] / (count == PathCount.Share ? paths[s, t] : 1) : 0;
        }

        return scores;
    }

    // Lists of nodes in place of compressed rows; blocks of 64 sources, as the kernel adds them up.
    private static double[] Plain(Graph graph)
    {
        double[] scores = new double[graph.NodeCount];
        foreach (int[] block in Enumerable.Range(0, graph.NodeCount).Chunk(64))
        {
            double[] sums = new double[graph.NodeCount];
            foreach (int source in block)
            {
                Plain(graph, source, sums);
            }

            scores = [.. scores.Zip(sums, (score, sum) => score + sum)];
        }

        return scores;
    }

    private static void Plain(Graph graph, int source, double[] sums)
    {
        Dictionary<int, int> steps = new() { [source] = 0 };
        Dictionary<int, double> paths = new() { [source] = 1 };
        List<int> order = [source];
        for (int place = 0; place < order.Count; place++)
        {
            foreach (int target in graph.Targets(order[place]))
            {
                if (steps.TryAdd(target, steps[order[place]] + 1))
                {
                    order.Add(target);
                }

                if (steps[target] == steps[order[place]] + 1)
                {
                    paths[target] = paths.GetValueOrDefault(target) + paths[order[place]];
                }
            }
        }

        Dictionary<int, double> dependency = [];
        foreach (int node in Enumerable.Reverse(order))
        {
            double sum = 0;
            foreach (int target in graph.Targets(node))
            {
                sum += steps[target] == steps[node] + 1 ? (1 + dependency[target]) / paths[target] : 0;
            }

            dependency[node] = paths[node] * sum;
            sums[node] += node == source ? 0 : dependency[node];
        }
    }
}

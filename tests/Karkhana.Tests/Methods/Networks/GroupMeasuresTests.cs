using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

/// <summary>Brokerage, the E-I index, modularity and the diversity of tie values.</summary>
public sealed class GroupMeasuresTests
{
    private static readonly string[] Places = ["north", "north", "north", "south", "south", "south", "south", "east"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Eight_firms_broker_as_counted_by_hand()
    {
        BrokerageResult result = Brokerage.Estimate(new(SampleNetworks.EightFirms, Places), null, null, Token);

        result.Of(2).ShouldBe([4, 2, 0, 0, 0, 0, 0, 0]); // B and C through A to D and E; A and C through B to F
        result.Of(5).ShouldBe([4, 2, 0, 0, 0, 0, 0, 0]);
        result.ToOutputs().All["count"].Numbers.ShouldBe([0, 0, 6, 0, 0, 6]);
    }

    [Fact]
    public void Two_paths_are_classified_by_the_groups_of_the_three() => SampleNetworks.Matrices.Sample(matrix =>
    {
        int[] nodes = SampleNetworks.Range(matrix);
        string[] groups = [.. nodes.Select(node => $"g{node % 3}")];
        int Role(int i, int v, int k) => (i % 3 == v % 3, v % 3 == k % 3, i % 3 == k % 3) switch
        {
            (true, true, _) => 0,
            (_, _, true) => 1,
            (true, _, _) => 2,
            (_, true, _) => 3,
            _ => 4,
        };
        double Count(int v, int role) => nodes.Sum(i => nodes.Count(k =>
            i != k && matrix[i, v] != 0 && matrix[v, k] != 0 && matrix[i, k] == 0 && (role == 5 || Role(i, v, k) == role)));
        BrokerageResult result = Brokerage.Estimate(new(SampleNetworks.Of(matrix), groups), null, null, Token);
        return Enumerable.Range(0, 6).All(role => result.Of(role).SequenceEqual(nodes.Select(v => Count(v, role))));
    });

    [Fact]
    public void Expectation_and_z_are_those_over_all_networks_of_four_nodes()
    {
        string[] groups = ["x", "x", "y", "z"];
        Graph[] all = [.. Enumerable.Range(0, 4096).Select(OfBits)];
        Graph observed = OfBits(0b101100010110);
        double density = observed.TieCount / 12.0;
        double[] chances = [.. all.Select(graph => Math.Pow(density, graph.TieCount) * Math.Pow(1 - density, 12 - graph.TieCount))];
        BrokerageResult[] results = [.. all.Select(graph => Brokerage.Estimate(new(graph, groups), null, new ExecutionOptions { Workers = 1 }, Token))];
        BrokerageResult result = Brokerage.Estimate(new(observed, groups), null, null, Token);

        for (int cell = 0; cell < 24; cell++)
        {
            double mean = results.Zip(chances, (one, chance) => one.Counts[cell] * chance).Sum();
            double variance = results.Zip(chances, (one, chance) => one.Counts[cell] * one.Counts[cell] * chance).Sum() - (mean * mean);
            result.Expected[cell].ShouldBe(mean, 1e-12);
            Bits.Close([result.Z[cell]], [variance < 1e-12 ? double.NaN : (result.Counts[cell] - mean) / Math.Sqrt(variance)], 1e-9).ShouldBeTrue();
        }
    }

    [Fact]
    public void Brokerage_of_special_networks_is_defined()
    {
        Brokerage.Estimate(new(SampleNetworks.Empty(0), []), null, null, Token).Counts.ShouldBeEmpty();
        BrokerageResult one = Brokerage.Estimate(new(SampleNetworks.Empty(1), ["x"]), null, null, Token);
        one.Counts.ShouldAllBe(count => count == 0);
        one.Notes.Single().Code.ShouldBe("too-few-nodes");
        BrokerageResult complete = Brokerage.Estimate(new(SampleNetworks.Complete(5), ["x", "x", "y", "y", "z"]), null, null, Token);
        complete.Counts.ShouldAllBe(count => count == 0);
        complete.Z.ShouldAllBe(z => double.IsNaN(z));
        Brokerage.Estimate(new(SampleNetworks.Star(5), ["x", "x", "y", "y", "z"]), null, null, Token).Of(5).ShouldBe([12, 0, 0, 0, 0]);
        Should.Throw<ArgumentException>(() => Brokerage.Estimate(new(SampleNetworks.Ring(3), ["x", null, "y"]), null, null, Token)).Message.ShouldContain("n1 had none");
        Should.Throw<ArgumentException>(() => Brokerage.Estimate(new(SampleNetworks.Ring(3), ["x"]), null, null, Token)).Message.ShouldContain("3 values");
    }

    [Fact]
    public void Three_of_eleven_ties_of_the_eight_firms_leave_their_group()
    {
        EiIndexResult result = EiIndex.Estimate(new(SampleNetworks.EightFirms, Places), null, null, Token);

        result.Estimate.ShouldBe(-5 / 11.0);
        (result.External, result.Internal).ShouldBe((3, 8));
        result.Groups.ShouldBe(["east", "north", "south"]);
        result.GroupEstimate.ShouldBe([double.NaN, -9 / 15.0, -1 / 7.0]);
        result.Mixing.ShouldBe([0, 0, 0, 0, 6, 3, 0, 0, 2]);
        result.Expected.ShouldBe(((56 - 18) - 18) / 56.0, 1e-15); // 3·2 + 4·3 pairs within
        result.NodeEstimate[0].ShouldBe(-2 / 6.0);
        result.NodeEstimate[7].ShouldBe(double.NaN);
        result.PermutedMean.ShouldBe(result.Expected, 0.05);
        result.PValue.ShouldBeInRange(0.01, 0.4);
    }

    [Fact]
    public void The_index_does_not_depend_on_names_of_groups_and_turns_when_ties_within_go_out() => Gen.Select(SampleNetworks.Matrices, Gen.Int[2, 4]).Sample((matrix, count) =>
    {
        int[] nodes = SampleNetworks.Range(matrix);
        double external = nodes.Sum(i => nodes.Count(j => matrix[i, j] != 0 && i % count != j % count));
        double ties = matrix.Cast<double>().Count(cell => cell != 0);
        EiIndexResult result = EiIndex.Estimate(new(SampleNetworks.Of(matrix), [.. nodes.Select(i => $"group {9 - (i % count)}")]), new() { Replicates = 19 }, null, Token);
        double Node(int i) => nodes.Sum(j => (matrix[i, j] != 0 ? Sign(i, j) : 0) + (matrix[j, i] != 0 ? Sign(i, j) : 0))
            / nodes.Sum(j => (matrix[i, j] != 0 ? 1.0 : 0) + (matrix[j, i] != 0 ? 1 : 0));
        double Sign(int i, int j) => i % count != j % count ? 1 : -1;
        return Bits.Close([result.Estimate], [(external - (ties - external)) / ties], 1e-14)
            && Bits.Close(result.NodeEstimate, [.. nodes.Select(Node)], 1e-14)
            && result.Mixing.Sum() == ties;
    });

    [Fact]
    public void Permuted_groups_are_the_same_with_any_workers_and_say_nothing_of_a_complete_network()
    {
        GroupedNetwork input = new(SampleNetworks.Random(60, 300), [.. Enumerable.Range(0, 60).Select(i => i < 20 ? "a" : "b")]);
        EiIndexResult one = EiIndex.Estimate(input, null, new ExecutionOptions { Workers = 1 }, Token);
        EiIndexResult four = EiIndex.Estimate(input, null, new ExecutionOptions { Workers = 4 }, Token);
        EiIndexResult complete = EiIndex.Estimate(new(SampleNetworks.Complete(6), ["a", "a", "b", "b", "c", "c"]), null, null, Token);
        EiIndexResult empty = EiIndex.Estimate(new(SampleNetworks.Empty(3), ["a", "a", "b"]), null, null, Token);

        Bits.Same([one.PermutedMean, one.PermutedStandardDeviation, one.PValue], [four.PermutedMean, four.PermutedStandardDeviation, four.PValue]).ShouldBeTrue();
        (complete.PValue, complete.Estimate).ShouldBe((1, complete.Expected));
        (empty.Estimate, empty.PValue).ShouldBe((double.NaN, double.NaN));
        empty.Notes.Single().Code.ShouldBe("no-ties");
        Should.Throw<ArgumentOutOfRangeException>(() => new EiIndexOptions { Replicates = 18 }).Message.ShouldContain("18");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Modularity_is_its_definition_over_pairs(bool directed) => Gen.Select(SampleNetworks.Matrices, Gen.Double[0, 2]).Sample((matrix, resolution) =>
    {
        double[,] w = directed ? matrix : SampleNetworks.Merged(matrix);
        int[] nodes = SampleNetworks.Range(w);
        double total = w.Cast<double>().Sum();
        double twin = nodes.Sum(i => nodes.Where(j => i % 2 == j % 2).Sum(j =>
            w[i, j] - (resolution * nodes.Sum(k => w[i, k]) * nodes.Sum(k => w[k, j]) / total))) / total;
        ModularityOptions options = new() { Directed = directed, Weighted = true, Resolution = resolution };
        return Bits.Close([Of(SampleNetworks.Of(matrix), [.. nodes.Select(i => $"{i % 2}")], options)], [twin], 1e-12);
    });

    [Fact]
    public void Modularity_of_one_group_is_nothing_and_of_apart_pairs_a_half()
    {
        Of(SampleNetworks.Ring(5), ["x", "x", "x", "x", "x"]).ShouldBe(0, 1e-15);
        Of(Graph.Of(["a", "b", "c", "d"], [(0, 1, 1), (2, 3, 1)]), ["x", "x", "y", "y"]).ShouldBe(0.5);
        Of(SampleNetworks.EightFirms, Places, new() { Directed = false }).ShouldBe((4 / 7.0) - (106 / 196.0), 1e-15);
        ModularityResult empty = Modularity.Estimate(new(SampleNetworks.Empty(2), ["x", "y"]), null, null, Token);
        empty.Estimate.ShouldBe(double.NaN);
        empty.Notes.Single().Code.ShouldBe("no-ties");
        Should.Throw<ArgumentOutOfRangeException>(() => new ModularityOptions { Resolution = -1 }).Message.ShouldContain("-1");
        Should.Throw<ArgumentException>(() => Of(SampleNetworks.Ring(2), ["x", null])).Message.ShouldContain("n1 had none");
    }

    [Fact]
    public void Diversity_is_the_entropy_of_shares()
    {
        Graph graph = Graph.Of(["a", "b", "c", "d", "e"], [(0, 1, 6), (0, 2, 2), (3, 0, 2), (1, 2, 2)]);
        IReadOnlyList<double> result = Diversity(graph);

        result[0].ShouldBe(-((0.6 * Math.Log(0.6)) + (0.4 * Math.Log(0.2))) / Math.Log(3), 1e-15);
        result[2].ShouldBe(1, 1e-15);
        (result[3], result[4]).ShouldBe((0, double.NaN));
        Diversity(SampleNetworks.Empty(0)).ShouldBeEmpty();
        Diversity(Graph.Of(["a", "b", "c"], [(0, 1, 1e-300), (0, 2, 1e300)]))[0].ShouldBe(0, 1e-15);
        Should.Throw<ArgumentException>(() => Diversity(Graph.Of(["a", "b"], [(0, 1, -2)]))).Message.ShouldContain("-2");
    }

    [Fact]
    public void Diversity_lies_between_0_and_1_and_does_not_depend_on_the_unit() => Gen.Select(SampleNetworks.Matrices, Gen.Double[0.01, 100]).Sample((matrix, unit) =>
    {
        IReadOnlyList<double> result = Diversity(SampleNetworks.Of(matrix));
        double[,] scaled = SampleNetworks.Cells(matrix.GetLength(0), (i, j) => matrix[i, j] * unit);
        return result.All(value => double.IsNaN(value) || value is >= 0 and <= 1 + 1e-12) && Bits.Close(result, Diversity(SampleNetworks.Of(scaled)), 1e-11);
    });

    private static Graph OfBits(int bits) => Graph.Of(
        ["a", "b", "c", "d"],
        Enumerable.Range(0, 12).Where(cell => (bits >> cell & 1) == 1).Select(cell => (cell / 3, cell % 3 < cell / 3 ? cell % 3 : (cell % 3) + 1, 1.0)));

    private static double Of(Graph graph, string?[] groups, ModularityOptions? options = null) =>
        Modularity.Estimate(new(graph, groups), options, null, Token).Estimate;

    private static IReadOnlyList<double> Diversity(Graph graph) => WeightedDiversity.Estimate(graph, null, null, Token).Estimate;
}

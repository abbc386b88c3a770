using System.Text.Json;
using CsCheck;
using Karkhana.Measures;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

public sealed class AssortativityTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Two_pairs_of_like_firms_are_as_alike_as_computed_by_hand()
    {
        // Ties within x: ab, ba; within y: cd; between: bc. e_xx = 2/4, e_yy = 1/4, a = (3/4, 1/4), b = (2/4, 2/4).
        Graph graph = Graph.Of(["a", "b", "c", "d"], [(0, 1, 1), (1, 0, 1), (2, 3, 1), (1, 2, 1)]);

        Estimate(new(graph, Groups: ["x", "x", "y", "y"]), AssortativityCriterion.Group).ShouldBe((0.75 - 0.5) / (1 - 0.5));
        // Values 1, 2, 4, 8: sources 1 2 2 4, targets 2 1 4 8.
        Estimate(new(graph, Values: [1, 2, 4, 8]), AssortativityCriterion.Value)
            .ShouldBe(10.25 / Math.Sqrt(4.75 * 28.75), tolerance: 1e-14);
    }

    [Fact]
    public void Hubs_tied_to_leaves_only_are_the_opposite_of_alike()
    {
        Estimate(new(SampleNetworks.Star(5)), AssortativityCriterion.Degree, directed: false).ShouldBe(-1, tolerance: 1e-14);
        Estimate(new(Graph.Of(["a", "b", "c", "d"], [(0, 1, 1), (2, 3, 1)]), Groups: ["x", "x", "y", "y"]), AssortativityCriterion.Group).ShouldBe(1);
    }

    [Theory]
    [InlineData(AssortativityCriterion.Degree, true)]
    [InlineData(AssortativityCriterion.Degree, false)]
    [InlineData(AssortativityCriterion.Strength, true)]
    [InlineData(AssortativityCriterion.Strength, false)]
    [InlineData(AssortativityCriterion.Value, true)]
    [InlineData(AssortativityCriterion.Value, false)]
    public void Numbers_are_correlated_over_the_ties(AssortativityCriterion by, bool directed) => SampleNetworks.Matrices.Sample(matrix =>
    {
        double[,] w = directed ? matrix : SampleNetworks.Merged(matrix);
        int[] nodes = SampleNetworks.Range(w);
        double Count(double cell) => by == AssortativityCriterion.Strength ? cell : cell != 0 ? 1 : 0;
        double[] values = [.. nodes.Select(i => (double)(i * i))];
        double Sent(int i) => by == AssortativityCriterion.Value ? values[i] : nodes.Sum(j => Count(w[i, j]));
        double Received(int i) => by == AssortativityCriterion.Value ? values[i] : nodes.Sum(j => Count(w[j, i]));
        (double X, double Y)[] ends = [.. nodes.SelectMany(i => nodes.Where(j => w[i, j] != 0).Select(j => (Sent(i), Received(j))))];
        (double meanX, double meanY) = ends.Length == 0 ? (0, 0) : (ends.Average(end => end.X), ends.Average(end => end.Y));
        double xx = ends.Sum(end => (end.X - meanX) * (end.X - meanX));
        double yy = ends.Sum(end => (end.Y - meanY) * (end.Y - meanY));
        double twin = xx < 1e-9 || yy < 1e-9 ? double.NaN : ends.Sum(end => (end.X - meanX) * (end.Y - meanY)) / Math.Sqrt(xx * yy);
        return Bits.Close([Estimate(new(SampleNetworks.Of(matrix), Values: values), by, directed)], [twin], relative: 1e-12);
    });

    [Fact]
    public void Groups_are_compared_by_the_table_of_who_is_tied_to_whom() => Gen.Select(SampleNetworks.Matrices, Gen.Bool).Sample((matrix, directed) =>
    {
        double[,] w = SampleNetworks.Binary(directed ? matrix : SampleNetworks.Merged(matrix));
        int[] nodes = SampleNetworks.Range(w);
        double ties = w.Cast<double>().Sum();
        double[,] e = SampleNetworks.Cells(3, (r, s) => nodes.Sum(i => nodes.Where(j => i % 3 == r && j % 3 == s).Sum(j => w[i, j])) / ties);
        double expected = Enumerable.Range(0, 3).Sum(r => Enumerable.Range(0, 3).Sum(s => e[r, s]) * Enumerable.Range(0, 3).Sum(s => e[s, r]));
        double twin = Math.Abs(expected - 1) < 1e-12 ? double.NaN : (e[0, 0] + e[1, 1] + e[2, 2] - expected) / (1 - expected);
        AssortativityInput input = new(SampleNetworks.Of(matrix), Groups: [.. nodes.Select(i => $"group {i % 3}")]);
        return Bits.Close([Estimate(input, AssortativityCriterion.Group, directed)], [twin], relative: 1e-12);
    });

    [Fact]
    public void What_does_not_vary_gives_no_number_and_a_note()
    {
        AssortativityResult ring = Assortativity.Estimate(new(SampleNetworks.Ring(7)), null, null, Token);
        AssortativityResult one = Assortativity.Estimate(
            new(SampleNetworks.Ring(3), Values: [0.1, 0.1, 0.1], Groups: ["x", "x", "x"]), new() { By = AssortativityCriterion.Group }, null, Token);
        AssortativityResult same = Assortativity.Estimate(
            new(SampleNetworks.Ring(3), Values: [0.1, 0.1, 0.1]), new() { By = AssortativityCriterion.Value }, null, Token);
        AssortativityResult empty = Assortativity.Estimate(new(SampleNetworks.Empty(3)), null, null, Token);

        new[] { ring, one, same, empty }.ShouldAllBe(result => double.IsNaN(result.Estimate));
        new[] { ring, one, same, empty }.Select(result => result.Notes.Single().Code)
            .ShouldBe(["constant-values", "constant-values", "constant-values", "no-ties"]);
    }

    [Fact]
    public void Attributes_are_matched_by_id_and_gaps_are_refused_only_where_there_is_a_tie()
    {
        Compute("""["b", "x"], ["a", "x"], ["d", "y"], ["c", "y"], ["z", "w"]""", "group").ShouldBe(0.5);
        Compute("""["b", 2], ["a", 1], ["d", 8], ["c", 4]""", "value").ShouldBe(10.25 / Math.Sqrt(4.75 * 28.75), tolerance: 1e-14);
        Should.Throw<ArgumentException>(() => Compute("""["b", 2], ["a", 1], ["d", "many"], ["c", 4]""", "value")).Message.ShouldContain("d had none");
        Should.Throw<ArgumentException>(() => Compute("""["b", "x"], ["a", "x"], ["d", "y"]""", "group")).Message.ShouldContain("c had none");
        Should.Throw<ArgumentException>(() => Compute("""["b", "x"], ["b", "y"]""", "group")).Message.ShouldContain("b came more than once");
        Should.Throw<ArgumentException>(() => Estimate(new(SampleNetworks.Ring(3)), AssortativityCriterion.Group)).Message.ShouldContain("missing");
        Should.Throw<ArgumentException>(() => Estimate(new(SampleNetworks.Ring(3)), AssortativityCriterion.Value)).Message.ShouldContain("missing");
        Should.Throw<ArgumentException>(() => Estimate(new(SampleNetworks.Ring(3), Values: [1]), AssortativityCriterion.Value)).Message.ShouldContain("3 values");
        Should.Throw<ArgumentNullException>(() => Assortativity.Estimate(null!, cancellationToken: Token));
        Graph isolate = Graph.Of(["a", "b", "c"], [(0, 1, 1), (1, 0, 1)]);
        Estimate(new(isolate, Values: [1, 2, double.NaN]), AssortativityCriterion.Value).ShouldBe(-1, tolerance: 1e-14);
    }

    private static double Compute(string rows, string by)
    {
        using JsonDocument request = JsonDocument.Parse($$$"""
            {"input": {"network": {"columns": ["from", "to"], "values": [["a", "b"], ["b", "a"], ["c", "d"], ["b", "c"]]},
                       "attributes": {"columns": ["id", "value"], "values": [{{{rows}}}]}},
             "options": {"by": "{{{by}}}"}}
            """);
        return MeasureCatalogue.All.Find("networks.assortativity")!
            .Compute(InlineRequest.Read(request.RootElement), cancellationToken: Token)
            .ToOutputs().All["estimate"].Numbers![0];
    }

    private static double Estimate(AssortativityInput input, AssortativityCriterion by, bool directed = true) =>
        Assortativity.Estimate(input, new() { By = by, Directed = directed }, null, Token).Estimate;
}

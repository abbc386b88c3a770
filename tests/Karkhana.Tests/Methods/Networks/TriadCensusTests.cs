using CsCheck;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

public sealed class TriadCensusTests
{
    // One example of each type, as its figure is drawn in the literature.
    private static readonly (string Type, string[] Ties)[] Examples =
    [
        ("003", []), ("012", ["AB"]), ("102", ["AB", "BA"]), ("021D", ["BA", "BC"]), ("021U", ["AB", "CB"]), ("021C", ["AB", "BC"]),
        ("111D", ["AB", "BA", "CB"]), ("111U", ["AB", "BA", "BC"]), ("030T", ["AB", "CB", "AC"]), ("030C", ["BA", "CB", "AC"]),
        ("201", ["AB", "BA", "BC", "CB"]), ("120D", ["BA", "BC", "AC", "CA"]), ("120U", ["AB", "CB", "AC", "CA"]),
        ("120C", ["AB", "BC", "AC", "CA"]), ("210", ["AB", "BC", "CB", "AC", "CA"]), ("300", ["AB", "BA", "BC", "CB", "AC", "CA"]),
    ];

    [Fact]
    public void Each_type_is_known_by_its_figure()
    {
        TriadCensusResult.Types.ShouldBe(Examples.Select(example => example.Type));
        foreach ((string type, string[] ties) in Examples)
        {
            Graph graph = Graph.Of(["A", "B", "C"], ties.Select(tie => (tie[0] - 'A', tie[1] - 'A', 1.0)));
            Estimate(graph).ShouldBe(TriadCensusResult.Types.Select(name => name == type ? 1.0 : 0), type);
        }
    }

    [Fact]
    public void Every_triple_is_counted_under_the_figure_that_it_equals() => SampleNetworks.Matrices.Sample(matrix =>
    {
        int[] nodes = SampleNetworks.Range(matrix);
        double[] twin = new double[16];
        foreach ((int a, int b, int c) in nodes.SelectMany(a => nodes.Where(b => b > a).SelectMany(b => nodes.Where(c => c > b).Select(c => (a, b, c)))))
        {
            int[][] turns = [[a, b, c], [a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]];
            int type = Array.FindIndex(Examples, example => turns.Any(turn => Pattern(matrix, turn).SetEquals(example.Ties)));
            twin[type]++;
        }

        return Bits.Same(Estimate(SampleNetworks.Of(matrix)), twin)
            && Bits.Same(Estimate(SampleNetworks.Of(SampleNetworks.Turned(matrix))), twin);
    });

    [Fact]
    public void Turning_all_ties_round_swaps_up_and_down() => SampleNetworks.Matrices.Sample(matrix =>
    {
        Dictionary<string, double> there = Named(SampleNetworks.Of(matrix));
        Dictionary<string, double> back = Named(SampleNetworks.Of(SampleNetworks.Transposed(matrix)));
        return there["021D"] == back["021U"] && there["111D"] == back["111U"] && there["120D"] == back["120U"] && there["030T"] == back["030T"];
    });

    [Fact]
    public void The_counts_of_large_networks_are_whole_and_add_up()
    {
        Graph graph = SampleNetworks.Random(2000, 9000);
        IReadOnlyList<double> counts = Estimate(graph);

        counts.Sum().ShouldBe(2000.0 * 1999 * 1998 / 6);
        Estimate(SampleNetworks.Empty(2)).ShouldAllBe(count => count == 0);
        Estimate(SampleNetworks.Empty(0)).ShouldAllBe(count => count == 0);
        Estimate(SampleNetworks.Complete(6))[^1].ShouldBe(20);
        Estimate(SampleNetworks.Star(5)).ShouldBe([4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0]);
        Should.Throw<ArgumentNullException>(() => Estimate(null!));
    }

    private static HashSet<string> Pattern(double[,] matrix, int[] turn) =>
    [
        .. Enumerable.Range(0, 9).Where(cell => matrix[turn[cell / 3], turn[cell % 3]] != 0).Select(cell => $"{(char)('A' + (cell / 3))}{(char)('A' + (cell % 3))}"),
    ];

    private static Dictionary<string, double> Named(Graph graph) =>
        TriadCensusResult.Types.Zip(Estimate(graph)).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);

    private static IReadOnlyList<double> Estimate(Graph graph) =>
        TriadCensus.Estimate(graph, cancellationToken: TestContext.Current.CancellationToken).Count;
}

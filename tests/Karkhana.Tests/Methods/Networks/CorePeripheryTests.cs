using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

public sealed class CorePeripheryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Six_firms_have_the_core_found_by_hand()
    {
        Graph six = Graph.Of(["A", "B", "C", "D", "E", "F"], SampleNetworks.EightFirms.Ties());
        CorePeripheryResult result = Estimate(six, new());

        result.Core.ShouldBe(["A", "B"]);
        result.Correlation.ShouldBe(1.8 / Math.Sqrt(56 / 15.0 * 3.6), 1e-14);
        result.Coreness.ShouldBe([1, 1, 0, 0, 0, 0]);
        Estimate(SampleNetworks.EightFirms, new()).Notes.Select(note => note.Code).ShouldContain("isolates");
    }

    [Theory]
    [InlineData(CorePattern.CoreOrAttached)]
    [InlineData(CorePattern.CoreOnly)]
    public void The_core_of_a_small_network_is_the_best_of_all(CorePattern pattern) => Gen.Select(SampleNetworks.Matrices, Gen.Bool).Sample(
        (matrix, weighted) =>
        {
            double[,] merged = SampleNetworks.Merged(matrix);
            double[,] w = weighted ? merged : SampleNetworks.Binary(merged);
            int n = w.GetLength(0);
            double best = Enumerable.Range(0, 1 << n).Select(set => Fit(w, set, pattern)).Where(fit => !double.IsNaN(fit)).DefaultIfEmpty(double.NaN).Max();
            CorePeripheryResult result = Estimate(SampleNetworks.Of(matrix), new() { Pattern = pattern, Weighted = weighted });
            int core = result.Core.Sum(id => 1 << int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture));
            return Bits.Close([result.Correlation], [best], 1e-10) && (double.IsNaN(best) || Bits.Close([Fit(w, core, pattern)], [best], 1e-10));
        },
        iter: 60);

    [Theory]
    [InlineData(CorePattern.CoreOrAttached)]
    [InlineData(CorePattern.CoreOnly)]
    public void A_perfect_core_is_found_where_not_all_can_be_tried(CorePattern pattern)
    {
        bool attached = pattern == CorePattern.CoreOrAttached;
        Graph graph = Graph.Of(
            SampleNetworks.Empty(60).Nodes,
            Enumerable.Range(0, 3600).Select(cell => (cell / 60, cell % 60)).Where(pair => attached
                ? pair.Item1 % 7 == 0 || pair.Item2 % 7 == 0
                : (pair.Item1 % 7 == 0 && pair.Item2 % 7 == 0) || (pair.Item1 % 7 == 0 && pair.Item2 % 7 == 1)).Select(pair => (pair.Item1, pair.Item2, 1.0)));
        CorePeripheryResult one = CorePeriphery.Estimate(graph, new() { Pattern = pattern }, new ExecutionOptions { Workers = 1 }, Token);
        CorePeripheryResult four = CorePeriphery.Estimate(graph, new() { Pattern = pattern }, new ExecutionOptions { Workers = 4 }, Token);

        one.Correlation.ShouldBe(1, 1e-12);
        one.Core.ShouldBe(Enumerable.Range(0, 9).Select(i => $"n{7 * i}"));
        one.Notes.Select(note => note.Code).ShouldContain("not-exhaustive");
        Bits.Same([one.Correlation, .. one.Coreness], [four.Correlation, .. four.Coreness]).ShouldBeTrue();
    }

    [Fact]
    public void The_search_is_as_good_as_trying_all() => SampleNetworks.Matrices.Where(matrix => matrix.GetLength(0) > 4).Sample(
        matrix =>
        {
            // The same network with twelve more isolates is too large to be tried out.
            Graph small = SampleNetworks.Of(matrix);
            Graph large = Graph.Of(SampleNetworks.Empty(small.NodeCount + 17).Nodes, small.Ties());
            CorePeripheryResult result = Estimate(large, new() { Starts = 10 });
            double[,] w = SampleNetworks.Binary(SampleNetworks.Merged(SampleNetworks.Cells(
                large.NodeCount, (i, j) => i < small.NodeCount && j < small.NodeCount ? matrix[i, j] : 0)));
            double best = Enumerable.Range(1, (1 << small.NodeCount) - 1).Select(set => Fit(w, set, CorePattern.CoreOrAttached))
                .Where(fit => !double.IsNaN(fit)).DefaultIfEmpty(double.NaN).Max();
            return Bits.Close([result.Correlation], [best], 1e-10);
        },
        iter: 15);

    [Fact]
    public void Products_of_corenesses_are_fitted_without_residual()
    {
        double[] c = [2, 1.5, 1, 0.5, 0.25, 0.1];
        Graph graph = Graph.Of(
            SampleNetworks.Empty(6).Nodes, Enumerable.Range(0, 36).Where(cell => cell / 6 < cell % 6).Select(cell => (cell / 6, cell % 6, c[cell / 6] * c[cell % 6])));
        CorePeripheryResult result = Estimate(graph, new() { Pattern = CorePattern.Continuous, Weighted = true });

        Bits.Close(result.Coreness, c, 1e-9).ShouldBeTrue();
        result.Residual.ShouldBe(0, 1e-12);
        result.Correlation.ShouldBe(1, 1e-9);
        result.Core.ShouldBeEmpty();
    }

    [Fact]
    public void No_small_change_of_a_coreness_lowers_the_residual() => SampleNetworks.Matrices.Where(matrix => matrix.GetLength(0) > 2).Sample(
        matrix =>
        {
            double[,] w = SampleNetworks.Binary(SampleNetworks.Merged(matrix));
            int[] nodes = SampleNetworks.Range(w);
            CorePeripheryResult result = Estimate(SampleNetworks.Of(matrix), new() { Pattern = CorePattern.Continuous, Starts = 3 });
            double Left(double[] c) => nodes.Sum(i => nodes.Where(j => i != j).Sum(j => Math.Pow(w[i, j] - (c[i] * c[j]), 2)));
            double[] c = [.. result.Coreness];
            return double.IsNaN(result.Residual) || (Math.Abs(Left(c) - result.Residual) < 1e-9 && nodes.All(node => new[] { -1e-3, 1e-3 }.All(step =>
            {
                double[] moved = [.. c];
                moved[node] += step;
                return Left(moved) >= result.Residual - 1e-9;
            })));
        },
        iter: 50);

    [Fact]
    public void Special_networks_are_defined()
    {
        foreach (CorePattern pattern in Enum.GetValues<CorePattern>())
        {
            CorePeripheryOptions options = new() { Pattern = pattern };
            foreach (Graph graph in new[] { SampleNetworks.Empty(0), SampleNetworks.Empty(1), SampleNetworks.Empty(4) })
            {
                CorePeripheryResult empty = Estimate(graph, options);
                empty.Correlation.ShouldBe(double.NaN);
                empty.Notes.Single().Code.ShouldBe("no-ties");
            }

            CorePeripheryResult complete = Estimate(SampleNetworks.Complete(5), options);
            complete.Correlation.ShouldBe(double.NaN);
            complete.Notes.Single().Code.ShouldBe("constant-values");
        }

        Estimate(SampleNetworks.Star(6), new()).Core.ShouldBe(["n0"]);
        Estimate(SampleNetworks.Star(6), new()).Correlation.ShouldBe(1, 1e-14);
        Estimate(SampleNetworks.Star(30), new()).Core.ShouldBe(["n0"]);
        Should.Throw<ArgumentException>(() => Estimate(Graph.Of(["a", "b"], [(0, 1, -1)]), new() { Weighted = true })).Message.ShouldContain("-1");
        Should.Throw<ArgumentOutOfRangeException>(() => new CorePeripheryOptions { Starts = 0 }).Message.ShouldContain("[1, 1000]");
    }

    private static double Fit(double[,] w, int core, CorePattern pattern)
    {
        List<(double Tie, double Ideal)> pairs = [];
        for (int i = 0; i < w.GetLength(0); i++)
        {
            for (int j = i + 1; j < w.GetLength(0); j++)
            {
                (bool first, bool second) = ((core >> i & 1) == 1, (core >> j & 1) == 1);
                if (pattern == CorePattern.CoreOrAttached || first == second)
                {
                    pairs.Add((w[i, j], pattern == CorePattern.CoreOrAttached ? (first || second ? 1 : 0) : first && second ? 1 : 0));
                }
            }
        }

        if (pairs.Count == 0)
        {
            return double.NaN;
        }

        (double x, double y) = (pairs.Average(pair => pair.Tie), pairs.Average(pair => pair.Ideal));
        double spreads = pairs.Sum(pair => Math.Pow(pair.Tie - x, 2)) * pairs.Sum(pair => Math.Pow(pair.Ideal - y, 2));
        return spreads < 1e-12 ? double.NaN : pairs.Sum(pair => (pair.Tie - x) * (pair.Ideal - y)) / Math.Sqrt(spreads);
    }

    private static CorePeripheryResult Estimate(Graph graph, CorePeripheryOptions options) => CorePeriphery.Estimate(graph, options, null, Token);
}

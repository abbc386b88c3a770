using CsCheck;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

public sealed class CohesionTests
{
    [Fact]
    public void Eight_firms_have_the_cohesion_computed_by_hand()
    {
        CohesionResult result = Estimate(SampleNetworks.EightFirms);

        result.Nodes.ShouldBe(8);
        result.Density.ShouldBe(11 / 56.0);
        (result.Mutual, result.Asymmetric, result.Null).ShouldBe((4, 3, 21));
        result.ReciprocityEdgewise.ShouldBe(8 / 11.0);
        result.ReciprocityNonnull.ShouldBe(4 / 7.0);
        result.ReciprocityDyadic.ShouldBe(25 / 28.0);
        result.TransitiveTriples.ShouldBe(8);
        result.Transitivity.ShouldBe(8 / 14.0);
        result.WeakComponents.ShouldBe(3);
        result.StrongComponents.ShouldBe(5); // ABC, DE, F, G, H
        result.Connectedness.ShouldBe(15 / 28.0);
        result.Hierarchy.ShouldBe(1 - (4 / 13.0), tolerance: 1e-15);
        result.Efficiency.ShouldBe(1 - (6 / 25.0), tolerance: 1e-15);
    }

    [Fact]
    public void The_undirected_eight_firms_have_the_transitivity_of_the_framework() =>
        Estimate(SampleNetworks.EightFirms.Undirected()).Transitivity.ShouldBe(0.5);

    [Fact]
    public void Counts_have_the_bits_of_their_scalar_twin_and_ratios_agree() => SampleNetworks.Matrices.Sample(matrix =>
    {
        CohesionResult result = Estimate(SampleNetworks.Of(matrix));
        return Bits.Same(Counts(result), CountsTwin(matrix)) && Bits.Close(Ratios(result), RatiosTwin(matrix), relative: 1e-12);
    });

    [Fact]
    public void The_order_of_nodes_and_the_values_of_ties_do_not_matter() => SampleNetworks.Matrices.Sample(matrix =>
    {
        Graph graph = SampleNetworks.Of(matrix);
        CohesionResult result = Estimate(graph);
        CohesionResult turned = Estimate(SampleNetworks.Of(SampleNetworks.Turned(matrix)));
        CohesionResult valued = Estimate(Graph.Of(graph.Nodes, graph.Ties().Select(tie => (tie.From, tie.To, 0.1 * tie.Value))));
        return Bits.Same(Counts(result), Counts(turned)) && Bits.Close(Ratios(result), Ratios(turned), relative: 1e-12)
            && Bits.Same([.. Counts(result), .. Ratios(result)], [.. Counts(valued), .. Ratios(valued)]);
    });

    [Fact]
    public void A_complete_network_is_dense_mutual_transitive_and_without_hierarchy()
    {
        CohesionResult result = Estimate(Graph.Of(
            ["a", "b", "c", "d"], Enumerable.Range(0, 16).Select(cell => (cell / 4, cell % 4, 1.0))));

        new[] { result.Density, result.ReciprocityEdgewise, result.Transitivity, result.Connectedness }.ShouldAllBe(value => value == 1);
        (result.Hierarchy, result.Efficiency, result.StrongComponents).ShouldBe((0, 0, 1));
    }

    [Fact]
    public void An_out_tree_is_pure_hierarchy_and_efficient()
    {
        CohesionResult result = Estimate(Graph.Of(["a", "b", "c", "d"], [(0, 1, 1), (0, 2, 1), (1, 3, 1)]));

        (result.Hierarchy, result.Efficiency, result.Connectedness).ShouldBe((1, 1, 1));
        (result.WeakComponents, result.StrongComponents).ShouldBe((1, 4));
    }

    [Fact]
    public void A_long_chain_needs_no_deep_stack()
    {
        const int Length = 3000;
        CohesionResult result = Estimate(Graph.Of(
            [.. Enumerable.Range(0, Length).Select(i => $"n{i}")], Enumerable.Range(0, Length - 1).Select(i => (i, i + 1, 1.0))));

        (result.StrongComponents, result.WeakComponents).ShouldBe((Length, 1));
    }

    [Fact]
    public void Ratios_without_cases_are_not_defined()
    {
        CohesionResult result = Estimate(Graph.Of(["a", "b"], []));

        result.Density.ShouldBe(0);
        new[] { result.ReciprocityEdgewise, result.ReciprocityNonnull, result.Transitivity, result.Hierarchy }
            .ShouldAllBe(value => double.IsNaN(value));
    }

    private static CohesionResult Estimate(Graph graph) =>
        Cohesion.Estimate(graph, cancellationToken: TestContext.Current.CancellationToken);

    private static double[] Counts(CohesionResult result) =>
    [
        result.Nodes, result.Mutual, result.Asymmetric, result.Null, result.TransitiveTriples, result.WeakComponents,
        result.StrongComponents,
    ];

    private static double[] Ratios(CohesionResult result) =>
    [
        result.Density, result.ReciprocityDyadic, result.ReciprocityNonnull, result.ReciprocityEdgewise, result.ReciprocityCorrelation,
        result.Transitivity, result.Connectedness, result.Hierarchy, result.Efficiency,
    ];

    private static double[] CountsTwin(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        (int mutual, int asymmetric, int none) = (0, 0, 0);
        foreach ((int i, int j) in Pairs(n))
        {
            (bool there, bool back) = (matrix[i, j] != 0, matrix[j, i] != 0);
            mutual += there && back ? 1 : 0;
            asymmetric += there != back ? 1 : 0;
            none += !there && !back ? 1 : 0;
        }

        (int _, int closed) = Triples(matrix);
        int[,] directed = SampleNetworks.ShortestPaths(matrix).Lengths;
        int[,] merged = SampleNetworks.ShortestPaths(Merged(matrix)).Lengths;
        // A part is counted at its first node: the one that no node before it shares a part with.
        int weak = Enumerable.Range(0, n).Count(i => Enumerable.Range(0, i).All(j => merged[i, j] >= 1000));
        int strong = Enumerable.Range(0, n).Count(i => Enumerable.Range(0, i).All(j => directed[i, j] >= 1000 || directed[j, i] >= 1000));
        return [n, mutual, asymmetric, none, closed, weak, strong];
    }

    private static double[] RatiosTwin(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        double[] counts = CountsTwin(matrix);
        (double mutual, double asymmetric, double none) = (counts[1], counts[2], counts[3]);
        (int paths, int closed) = Triples(matrix);
        int[,] directed = SampleNetworks.ShortestPaths(matrix).Lengths;
        int[,] merged = SampleNetworks.ShortestPaths(Merged(matrix)).Lengths;
        double joined = Pairs(n).Count(pair => merged[pair.I, pair.J] < 1000);
        double reach = Pairs(n).Count(pair => directed[pair.I, pair.J] < 1000 || directed[pair.J, pair.I] < 1000);
        double both = Pairs(n).Count(pair => directed[pair.I, pair.J] < 1000 && directed[pair.J, pair.I] < 1000);
        double ties = (2 * mutual) + asymmetric;
        (double needed, double most) = (n - counts[5], 0);
        for (int i = 0; i < n; i++)
        {
            double size = Enumerable.Range(0, n).Count(j => merged[i, j] < 1000);
            most += (size - 1) * (size - 1) / size;
        }

        return
        [
            ties / (n * (n - 1.0)), (mutual + none) / (mutual + asymmetric + none), mutual / (mutual + asymmetric), 2 * mutual / ties,
            Correlation(matrix), closed / (double)paths, joined / (n * (n - 1.0) / 2), 1 - (both / reach),
            most > 1e-9 ? 1 - ((ties - needed) / most) : double.NaN,
        ];
    }

    /// <summary>Pearson's correlation of a tie with its return over ordered pairs.</summary>
    private static double Correlation(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        (double A, double B)[] cells =
        [
            .. Pairs(n).SelectMany(pair => new[] { pair, (I: pair.J, J: pair.I) })
                .Select(pair => ((double)Math.Sign(matrix[pair.I, pair.J]), (double)Math.Sign(matrix[pair.J, pair.I]))),
        ];
        if (cells.Length == 0 || cells.Select(cell => cell.A).Distinct().Count() == 1)
        {
            return double.NaN;
        }

        double mean = cells.Average(cell => cell.A);
        return cells.Sum(cell => (cell.A - mean) * (cell.B - mean)) / cells.Sum(cell => (cell.A - mean) * (cell.A - mean));
    }

    private static (int Paths, int Closed) Triples(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        (int paths, int closed) = (0, 0);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                for (int k = 0; k < n; k++)
                {
                    bool path = i != j && j != k && i != k && matrix[i, j] != 0 && matrix[j, k] != 0;
                    paths += path ? 1 : 0;
                    closed += path && matrix[i, k] != 0 ? 1 : 0;
                }
            }
        }

        return (paths, closed);
    }

    private static double[,] Merged(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        double[,] merged = new double[n, n];
        foreach ((int i, int j) in Pairs(n))
        {
            merged[i, j] = merged[j, i] = matrix[i, j] + matrix[j, i];
        }

        return merged;
    }

    private static IEnumerable<(int I, int J)> Pairs(int n) =>
        Enumerable.Range(0, n).SelectMany(i => Enumerable.Range(i + 1, n - i - 1).Select(j => (i, j)));
}

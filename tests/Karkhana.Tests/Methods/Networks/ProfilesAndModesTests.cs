using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

/// <summary>Structural equivalence, the disparity filter and two-mode networks.</summary>
public sealed class ProfilesAndModesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void D_and_E_of_the_eight_firms_can_take_each_others_place()
    {
        IReadOnlyList<double> distances = Compare(SampleNetworks.EightFirms, ProfileComparison.Euclidean);

        distances[(3 * 8) + 4].ShouldBe(0);
        distances[1].ShouldBe(Math.Sqrt(3), 1e-15); // what A and B send to D, E and F
        Compare(SampleNetworks.EightFirms, ProfileComparison.Hamming)[1].ShouldBe(3);
        Compare(SampleNetworks.EightFirms, ProfileComparison.Jaccard)[1].ShouldBe(1 / 6.0); // C, of A, B, C, D, E, F
        Compare(SampleNetworks.EightFirms, ProfileComparison.Jaccard)[(6 * 8) + 7].ShouldBe(0);
        Compare(SampleNetworks.EightFirms, ProfileComparison.Correlation)[(6 * 8) + 7].ShouldBe(double.NaN);
    }

    [Theory]
    [InlineData(ProfileComparison.Euclidean)]
    [InlineData(ProfileComparison.Hamming)]
    [InlineData(ProfileComparison.Jaccard)]
    [InlineData(ProfileComparison.Correlation)]
    public void Profiles_are_compared_over_third_nodes(ProfileComparison method) => Gen.Select(SampleNetworks.Matrices, Gen.Bool).Sample((matrix, weighted) =>
    {
        double[,] w = weighted ? matrix : SampleNetworks.Binary(matrix);
        int[] nodes = SampleNetworks.Range(w);
        double[] twin = [.. nodes.SelectMany(i => nodes.Select(j => Twin(w, i, j, method)))];
        return Bits.Close(Compare(SampleNetworks.Of(matrix), method, weighted), twin, 1e-12);
    });

    [Fact]
    public void Workers_do_not_change_the_comparison_and_special_networks_are_defined()
    {
        Graph graph = SampleNetworks.Random(100, 700);
        StructuralEquivalenceResult one = StructuralEquivalence.Estimate(graph, null, new ExecutionOptions { Workers = 1 }, Token);
        StructuralEquivalenceResult four = StructuralEquivalence.Estimate(graph, null, new ExecutionOptions { Workers = 4 }, Token);

        Bits.Same(one.Estimate, four.Estimate).ShouldBeTrue();
        one.ToTable().RowCount.ShouldBe(4950);
        foreach (Graph alike in new[] { SampleNetworks.Empty(4), SampleNetworks.Complete(4), SampleNetworks.Empty(1), SampleNetworks.Empty(0) })
        {
            Compare(alike, ProfileComparison.Euclidean).ShouldAllBe(distance => distance == 0);
        }

        StructuralEquivalence.Estimate(SampleNetworks.Complete(4), new() { Method = ProfileComparison.Correlation }, null, Token).Notes.Single().Code.ShouldBe("constant-values");
        Should.Throw<ArgumentException>(() => Compare(Graph.Of(["a", "b"], [(0, 1, double.PositiveInfinity)]), ProfileComparison.Hamming, true)).Message.ShouldContain("finite");
    }

    [Fact]
    public void One_tie_of_the_valued_network_carries_more_than_its_share()
    {
        Graph graph = Graph.Of(["A", "B", "C", "D", "E"], [(0, 1, 6), (0, 2, 2), (0, 3, 1), (0, 4, 1), (1, 2, 3), (3, 4, 4)]);
        DisparityFilterResult result = DisparityFilter.Estimate(graph, new() { Alpha = 0.1 }, null, Token);

        Bits.Close(result.PValue, [0.064, 0.512, 0.729, 0.729, 1, 1], 1e-14).ShouldBeTrue();
        result.Kept.ShouldBe(1);
        result.Weight.ShouldBe([6, 2, 1, 1, 3, 4]);
        DisparityFilter.Estimate(graph, new() { Side = StrengthSide.In }, null, Token).PValue[1].ShouldBe(1 - (2 / 5.0), 1e-15);
    }

    [Fact]
    public void The_filter_is_its_formula_on_either_side_and_the_unit_does_not_matter() => Gen.Select(SampleNetworks.Matrices, Gen.Bool, Gen.Bool).Sample((matrix, sender, length) =>
    {
        double[,] w = SampleNetworks.Cells(matrix.GetLength(0), (i, j) => matrix[i, j] == 0 ? 0 : length ? 1 / matrix[i, j] : matrix[i, j]);
        int[] nodes = SampleNetworks.Range(w);
        double[] twin = [.. nodes.SelectMany(i => nodes.Where(j => w[i, j] > 0).Select(j =>
        {
            double[] ties = [.. nodes.Select(k => sender ? w[i, k] : w[k, j]).Where(value => value > 0)];
            return ties.Length == 1 ? 1 : Math.Pow(1 - (w[i, j] / ties.Sum()), ties.Length - 1);
        }))];
        DisparityFilterOptions options = new()
        {
            Side = sender ? StrengthSide.Out : StrengthSide.In,
            ValueMeaning = length ? ValueMeaning.Length : ValueMeaning.Strength,
            Alpha = 0.3,
        };
        DisparityFilterResult result = DisparityFilter.Estimate(SampleNetworks.Of(matrix), options, null, Token);
        double[,] larger = SampleNetworks.Cells(matrix.GetLength(0), (i, j) => 1024 * matrix[i, j]);
        return Bits.Close(result.PValue, twin, 1e-12)
            && result.Kept == result.PValue.Count(p => p < 0.3)
            && Bits.Same(result.PValue, DisparityFilter.Estimate(SampleNetworks.Of(larger), options, null, Token).PValue);
    });

    [Fact]
    public void The_filter_refuses_what_is_no_strength()
    {
        DisparityFilter.Estimate(SampleNetworks.Empty(2), null, null, Token).Notes.Single().Code.ShouldBe("no-ties");
        DisparityFilter.Estimate(Graph.Of(["a", "b", "c"], [(0, 1, 1e-300), (0, 2, 1e300)]), null, null, Token).PValue.ShouldBe([1, 0]);
        Should.Throw<ArgumentException>(() => DisparityFilter.Estimate(Graph.Of(["a", "b"], [(0, 1, -1)]), null, null, Token)).Message.ShouldContain("-1");
        Should.Throw<ArgumentOutOfRangeException>(() => new DisparityFilterOptions { Alpha = 0 }).Message.ShouldContain("0");
    }

    [Fact]
    public void Four_firms_meet_as_computed_by_hand()
    {
        Affiliations affiliations = Affiliations.Of(
            ["A", "A", "B", "B", "C", "C", "D", "D"], ["chamber", "fair", "chamber", "fair", "chamber", "school", "school", "school"]);
        TwoModeResult result = TwoMode.Estimate(affiliations, null, null, Token);

        result.Density.ShouldBe(7 / 12.0);
        result.RobinsAlexander.ShouldBe(4 / 9.0);
        Bits.Close(result.Clustering, [2 / 3.0, 2 / 3.0, ((1 / 3.0) + (1 / 3.0) + 0.5) / 3, 0.5], 1e-15).ShouldBeTrue();
        result.DegreeCentrality.ShouldBe([2 / 3.0, 2 / 3.0, 2 / 3.0, 1 / 3.0, 0.75, 0.5, 0.5]);
        result.Projection.ShouldBe([0, 2, 1, 0, 2, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0]);
        TwoMode.Estimate(affiliations, new() { Projection = AffiliationWeight.Newman }, null, Token).Projection[1].ShouldBe(1.5);
    }

    [Fact]
    public void Two_modes_are_counted_over_all_fours() => Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5], Gen.Bool.Array[25]).Sample((actors, events, ties) =>
    {
        bool Tied(int actor, int at) => actor < actors && at < events && ties[(actor * 5) + at];
        (int, int)[] all = [.. Enumerable.Range(0, 25).Where(cell => Tied(cell / 5, cell % 5)).Select(cell => (cell / 5, cell % 5))];
        TwoModeResult result = TwoMode.Estimate(Affiliations.Of([.. all.Select(tie => $"a{tie.Item1}")], [.. all.Select(tie => $"e{tie.Item2}")]), new() { Projection = AffiliationWeight.Newman }, null, Token);
        (double cycles, double paths) = Walks(Tied);
        double sum = all.GroupBy(tie => tie.Item2).Select(members => members.Count()).Where(size => size > 1).Sum();
        return Bits.Close([result.RobinsAlexander], [4 * cycles / paths], 1e-12)
            && Bits.Close([result.Projection.Sum()], [sum], 1e-12)
            && result.Density.Equals(all.Length / ((double)all.Select(tie => tie.Item1).Distinct().Count() * all.Select(tie => tie.Item2).Distinct().Count()));
    });

    [Fact]
    public void Two_modes_without_ties_have_no_density_and_modes_do_not_mix()
    {
        TwoModeResult empty = TwoMode.Estimate(Affiliations.Of([], []), null, null, Token);
        empty.Density.ShouldBe(double.NaN);
        empty.Notes.Single().Code.ShouldBe("no-ties");
        TwoMode.Estimate(Affiliations.Of(["a"], ["x"]), null, null, Token).RobinsAlexander.ShouldBe(double.NaN);
        Should.Throw<ArgumentException>(() => Affiliations.Of(["a", "b"], ["b", "x"])).Message.ShouldContain("b is both");
        Should.Throw<ArgumentException>(() => Affiliations.Of(["a"], [])).Message.ShouldContain("1 values");
    }

    private static IReadOnlyList<double> Compare(Graph graph, ProfileComparison method, bool weighted = false) =>
        StructuralEquivalence.Estimate(graph, new() { Method = method, Weighted = weighted }, null, Token).Estimate;

    private static double Twin(double[,] w, int i, int j, ProfileComparison method)
    {
        int[] nodes = SampleNetworks.Range(w);
        (double X, double Y)[] profile = [.. nodes.Where(k => k != i && k != j).SelectMany(k => new[] { (w[i, k], w[j, k]), (w[k, i], w[k, j]) })];
        bool likeness = method is ProfileComparison.Jaccard or ProfileComparison.Correlation;
        return (i == j, method) switch
        {
            (true, _) => likeness ? 1 : 0,
            (_, ProfileComparison.Euclidean) => Math.Sqrt(profile.Sum(cell => (cell.X - cell.Y) * (cell.X - cell.Y))),
            (_, ProfileComparison.Hamming) => profile.Sum(cell => Math.Abs(cell.X - cell.Y)),
            (_, ProfileComparison.Jaccard) => Jaccard([.. nodes.Where(k => w[i, k] != 0)], [.. nodes.Where(k => w[j, k] != 0)]),
            _ => Correlation(profile),
        };
    }

    private static double Jaccard(HashSet<int> first, HashSet<int> second)
    {
        double union = first.Union(second).Count();
        return union == 0 ? 0 : first.Intersect(second).Count() / union;
    }

    private static double Correlation((double X, double Y)[] profile)
    {
        (double x, double y) = profile.Length == 0 ? (0, 0) : (profile.Average(cell => cell.X), profile.Average(cell => cell.Y));
        double spreads = profile.Sum(cell => (cell.X - x) * (cell.X - x)) * profile.Sum(cell => (cell.Y - y) * (cell.Y - y));
        return spreads < 1e-12 ? double.NaN : profile.Sum(cell => (cell.X - x) * (cell.Y - y)) / Math.Sqrt(spreads);
    }

    /// <summary>Counts paths a, x, b, y of three ties, each once from its actor, and those that close to a
    /// four-cycle.</summary>
    private static (double Cycles, double Paths) Walks(Func<int, int, bool> tied)
    {
        (double cycles, double paths) = (0, 0);
        for (int cell = 0; cell < 625; cell++)
        {
            (int a, int b, int x, int y) = (cell / 125, cell / 25 % 5, cell / 5 % 5, cell % 5);
            bool path = a != b && x != y && tied(a, x) && tied(b, x) && tied(b, y);
            paths += path ? 1 : 0;
            cycles += path && tied(a, y) ? 0.25 : 0;
        }

        return (cycles, paths);
    }
}

using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

public sealed class StructuralHolesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Eight_firms_are_constrained_as_computed_by_hand()
    {
        StructuralHolesResult result = Estimate(SampleNetworks.EightFirms);

        // Firm A: 1/3 of its ties each with B and C, 1/6 each with D and E.
        result.Constraint[0].ShouldBe(0.25 + Square(7 / 15.0) + (2 * Square(5 / 18.0)), tolerance: 1e-14);
        result.EffectiveSize[0].ShouldBe(3, tolerance: 1e-14);
        result.Efficiency[0].ShouldBe(0.75, tolerance: 1e-14);
        result.Degree.ShouldBe([4, 3, 2, 2, 2, 1, 0, 0]);
        result.Constraint[5].ShouldBe(1);
        result.Hierarchy[5].ShouldBe(double.NaN);
        result.Constraint.Skip(6).ShouldBe([double.NaN, double.NaN]);
        result.Notes.Single().Code.ShouldBe("isolates");
    }

    [Theory]
    [InlineData(false, ValueMeaning.Strength)]
    [InlineData(true, ValueMeaning.Strength)]
    [InlineData(true, ValueMeaning.Length)]
    public void The_measures_are_the_formulas_on_the_whole_matrix(bool weighted, ValueMeaning meaning) => SampleNetworks.Matrices.Sample(matrix =>
    {
        StructuralHolesResult result = Estimate(SampleNetworks.Of(matrix), new() { Weighted = weighted, ValueMeaning = meaning });
        double[,] w = SampleNetworks.Merged(Strengths(matrix, weighted, meaning));
        int[] nodes = SampleNetworks.Range(w);
        double P(int i, int j) => w[i, j] / nodes.Sum(q => w[i, q]);
        double M(int j, int q) => w[j, q] / nodes.Max(k => w[j, k]);
        double[] Parts(int i) => [.. nodes.Where(j => w[i, j] > 0).Select(j =>
            Square(P(i, j) + nodes.Where(q => w[i, q] > 0 && w[q, j] > 0 && q != j).Sum(q => P(i, q) * P(q, j))))];
        double Effective(int i) => nodes.Where(j => w[i, j] > 0).Sum(j => 1 - nodes.Where(q => q != i && q != j && w[i, q] > 0).Sum(q => P(i, q) * M(j, q)));
        double Defined(int i, double value) => Parts(i).Length == 0 ? double.NaN : value;
        return Bits.Close(result.Constraint, [.. nodes.Select(i => Defined(i, Parts(i).Sum()))], 1e-12)
            && Bits.Close(result.EffectiveSize, [.. nodes.Select(i => Defined(i, Effective(i)))], 1e-12)
            && Bits.Close(result.Efficiency, [.. nodes.Select(i => Effective(i) / Parts(i).Length)], 1e-12)
            && Bits.Close(result.Hierarchy, [.. nodes.Select(i => Hierarchy(Parts(i)))], 1e-11);
    });

    [Fact]
    public void Turning_ties_round_changes_nothing_so_that_receivers_have_their_numbers() => SampleNetworks.Matrices.Sample(matrix =>
        Bits.Close(
            Estimate(SampleNetworks.Of(matrix)).Constraint, Estimate(SampleNetworks.Of(SampleNetworks.Transposed(matrix))).Constraint, 1e-13));

    [Fact]
    public void Special_networks_have_known_values()
    {
        Estimate(SampleNetworks.Star(5)).Constraint.ShouldBe([0.25, 1, 1, 1, 1]);
        Estimate(SampleNetworks.Star(5)).EffectiveSize.ShouldBe([4, 1, 1, 1, 1]);
        StructuralHolesResult complete = Estimate(SampleNetworks.Complete(5));
        Bits.Close(complete.EffectiveSize, [.. Enumerable.Repeat(1.0, 5)], 1e-14).ShouldBeTrue();
        Bits.Close(complete.Constraint, [.. Enumerable.Repeat(4 * Square(0.25 + (3 / 16.0)), 5)], 1e-14).ShouldBeTrue();
        Bits.Close(complete.Hierarchy, [0, 0, 0, 0, 0], 1e-14).ShouldBeTrue();
        Estimate(SampleNetworks.Empty(0)).Constraint.ShouldBeEmpty();
        Estimate(SampleNetworks.Empty(1)).Constraint.ShouldBe([double.NaN]);
    }

    [Fact]
    public void Tiny_and_huge_values_give_numbers_and_bad_ones_are_refused()
    {
        Graph tiny = Graph.Of(["a", "b", "c"], [(0, 1, 1e-300), (1, 2, 1e-300), (0, 2, 1e300), (1, 1, 5), (0, 1, 0)]);
        StructuralHolesResult result = Estimate(tiny, new() { Weighted = true });

        result.Constraint.ShouldAllBe(value => double.IsFinite(value));
        result.Hierarchy.ShouldAllBe(value => double.IsFinite(value));
        Should.Throw<ArgumentException>(() => Estimate(Graph.Of(["a", "b"], [(0, 1, -1)]), new() { Weighted = true })).Message.ShouldContain("-1");
        Estimate(Graph.Of(["a", "b"], [(0, 1, -1)])).Constraint.ShouldBe([1, 1]);
    }

    [Fact]
    public void Workers_do_not_change_the_bits()
    {
        Graph graph = SampleNetworks.Random(1500, 6000);
        StructuralHolesResult one = StructuralHoles.Estimate(graph, null, new ExecutionOptions { Workers = 1 }, Token);
        StructuralHolesResult four = StructuralHoles.Estimate(graph, null, new ExecutionOptions { Workers = 4 }, Token);

        Bits.Same(one.Constraint, four.Constraint).ShouldBeTrue();
        Bits.Same(one.Hierarchy, four.Hierarchy).ShouldBeTrue();
    }

    private static double[,] Strengths(double[,] matrix, bool weighted, ValueMeaning meaning) => SampleNetworks.Cells(
        matrix.GetLength(0), (i, j) => matrix[i, j] == 0 ? 0 : !weighted ? 1 : meaning == ValueMeaning.Length ? 1 / matrix[i, j] : matrix[i, j]);

    private static double Hierarchy(double[] parts) => parts.Length < 2
        ? double.NaN
        : parts.Sum(part => part / parts.Average() * Math.Log(part / parts.Average())) / (parts.Length * Math.Log(parts.Length));

    private static double Square(double value) => value * value;

    private static StructuralHolesResult Estimate(Graph graph, StructuralHolesOptions? options = null) => StructuralHoles.Estimate(graph, options, null, Token);
}

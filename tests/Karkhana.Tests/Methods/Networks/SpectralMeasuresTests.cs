using CsCheck;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Methods.Networks;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

/// <summary>Measures that are eigenvectors, or sums over walks: compared with dense linear algebra.</summary>
public sealed class SpectralMeasuresTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_star_has_the_scores_known_in_closed_form()
    {
        // Four leaves: λ = √4, the middle √4 times a leaf, although the network has cycles of even length only.
        EigenvectorCentralityResult result = EigenvectorCentrality.Estimate(SampleNetworks.Star(5), new() { Directed = false }, null, Token);

        result.Eigenvalue.ShouldBe(2, tolerance: 1e-12);
        result.Estimate.ShouldBe([1, 0.5, 0.5, 0.5, 0.5], tolerance: 1e-12);
        result.Notes.ShouldBeEmpty();
        EigenvectorCentrality.Estimate(SampleNetworks.Star(5), new() { Scale = VectorScale.UnitLength }, null, Token).Estimate
            .ShouldBe([Math.Sqrt(0.5), .. Enumerable.Repeat(Math.Sqrt(0.125), 4)], tolerance: 1e-12);
        // Katz: m = 1 + 4αl, l = 1 + αm.
        double middle = (1 + (4 * 0.05)) / (1 - (4 * 0.05 * 0.05));
        KatzCentrality.Estimate(SampleNetworks.Star(5), null, null, Token).Estimate.Take(2).ShouldBe([middle, 1 + (0.05 * middle)], tolerance: 1e-14);
        // exp of the star: cosh 2 in the middle, 1 + (cosh 2 − 1)/4 at a leaf.
        SubgraphCentrality.Estimate(SampleNetworks.Star(5), null, null, Token).Estimate.Take(2)
            .ShouldBe([Math.Cosh(2), 1 + ((Math.Cosh(2) - 1) / 4)], tolerance: 1e-13);
    }

    [Fact]
    public void Eight_firms_pass_on_what_is_computed_by_hand()
    {
        // A, B, C receive from each other only, each from two: equal scores, λ = 2; D = (A + E)/2 with E = D gives 1; F = B/2.
        EigenvectorCentralityResult result = EigenvectorCentrality.Estimate(SampleNetworks.EightFirms, null, null, Token);

        result.Eigenvalue.ShouldBe(2, tolerance: 1e-12);
        result.Estimate.ShouldBe([1, 1, 1, 1, 1, 0.5, 0, 0], tolerance: 1e-11);
        IReadOnlyList<double> ranks = PageRank.Estimate(SampleNetworks.EightFirms, null, null, Token).Estimate;
        ranks.Sum().ShouldBe(1, tolerance: 1e-14);
        // F receives a third of what B passes on, and everyone the same jumps, as G does.
        ranks[5].ShouldBe(ranks[6] + (0.85 * ranks[1] / 3), tolerance: 1e-14);
        ranks[3].ShouldBe(ranks[4], tolerance: 1e-14);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_eigenvector_belongs_to_the_largest_eigenvalue(bool directed) => Gen.Select(SampleNetworks.Matrices, Gen.Bool).Sample((matrix, weighted) =>
    {
        double[,] ties = directed ? matrix : SampleNetworks.Merged(matrix);
        Matrix<double> a = Matrix<double>.Build.DenseOfArray(weighted ? ties : SampleNetworks.Binary(ties));
        EigenvectorCentralityResult found = EigenvectorCentrality.Estimate(
            SampleNetworks.Of(matrix), new() { Directed = directed, Weighted = weighted }, null, Token);
        if (double.IsNaN(found.Estimate[0]))
        {
            // Without cycles some power of the matrix vanishes.
            return found.Eigenvalue == 0 && found.Notes.Single().Code is "no-ties" or "no-cycles" && a.Power(a.RowCount).Enumerate().All(cell => cell == 0);
        }

        // Equal eigenvalues of parts that feed each other are approached without end; this is said.
        if (found.Notes.Count > 0)
        {
            return directed && found.Notes.Single().Code == "not-converged";
        }

        Vector<double> x = Vector<double>.Build.Dense([.. found.Estimate]);
        double largest = a.Evd(directed ? Symmetricity.Asymmetric : Symmetricity.Symmetric).EigenValues.Max(value => value.Real);
        return found.Estimate.All(score => score >= 0) && found.Estimate.Max() == 1 && Bits.Close([found.Eigenvalue], [largest], relative: 1e-7)
            && ((a.Transpose() * x) - (found.Eigenvalue * x)).AbsoluteMaximum() < 1e-10 * largest;
    });

    [Fact]
    public void Hubs_and_authorities_belong_to_the_largest_singular_value() => SampleNetworks.Matrices.Sample(matrix =>
    {
        Matrix<double> a = Matrix<double>.Build.DenseOfArray(SampleNetworks.Binary(matrix));
        HubsAuthoritiesResult found = HubsAuthorities.Estimate(SampleNetworks.Of(matrix), null, null, Token);
        if (a.Enumerate().All(cell => cell == 0))
        {
            return found.Hub.Concat(found.Authority).All(double.IsNaN) && found.Notes.Single().Code == "no-ties";
        }

        Vector<double> hub = Vector<double>.Build.Dense([.. found.Hub]);
        Vector<double> authority = Vector<double>.Build.Dense([.. found.Authority]);
        double largest = Math.Pow(a.Svd().S[0], 2);
        return found.Hub.Max() == 1 && found.Authority.Max() == 1
            && ((a * a.Transpose() * hub) - (largest * hub)).AbsoluteMaximum() < 1e-9
            && ((a.Transpose() * a * authority) - (largest * authority)).AbsoluteMaximum() < 1e-9;
    });

    [Fact]
    public void PageRank_solves_its_equations() => Gen.Select(SampleNetworks.Matrices, Gen.Bool, Gen.Double[0, 0.99]).Sample((matrix, weighted, damping) =>
    {
        int n = matrix.GetLength(0);
        double[,] ties = weighted ? matrix : SampleNetworks.Binary(matrix);
        Matrix<double> steps = Matrix<double>.Build.DenseOfArray(SampleNetworks.Cells(n, (i, j) =>
        {
            double sent = Enumerable.Range(0, n).Sum(k => ties[j, k]);
            return damping * (sent == 0 ? 1.0 / n : ties[j, i] / sent);
        }));
        double[] twin = [.. (Matrix<double>.Build.DenseIdentity(n) - steps).Solve(Vector<double>.Build.Dense(n, (1 - damping) / n))];
        return Bits.Close(
            PageRank.Estimate(SampleNetworks.Of(matrix), new() { Weighted = weighted, Damping = damping }, null, Token).Estimate, twin, relative: 1e-10);
    });

    [Theory]
    [InlineData(0.1)]
    [InlineData(-0.1)]
    [InlineData(2.345)]
    public void Power_and_Katz_solve_their_equations(double factor) => Gen.Select(SampleNetworks.Matrices, Gen.Bool).Sample((matrix, directed) =>
    {
        Graph graph = SampleNetworks.Of(matrix);
        Matrix<double> a = Matrix<double>.Build.DenseOfArray(SampleNetworks.Binary(directed ? matrix : SampleNetworks.Merged(matrix)));
        Vector<double> katz = Vector<double>.Build.Dense(
            [.. KatzCentrality.Estimate(graph, new() { Directed = directed, Alpha = factor }, null, Token).Estimate]);
        NodeScoresResult found = BonacichPower.Estimate(graph, new() { Directed = directed, Beta = factor }, null, Token);
        Vector<double> power = Vector<double>.Build.Dense([.. found.Estimate]);
        double size = 1 + katz.AbsoluteMaximum();
        // c is a multiple of the degrees after the inverse is taken off again.
        Vector<double> degrees = a.RowSums();
        Vector<double> rest = power - (factor * (a * power));
        return (katz - (factor * (a.Transpose() * katz)) - 1).AbsoluteMaximum() < 1e-9 * size
            && (graph.TieCount == 0
                ? found.Notes.Single().Code == "no-ties"
                : Math.Abs((power * power) - graph.NodeCount) < 1e-9
                    && ((rest * degrees.L2Norm()) - (degrees * rest.L2Norm())).AbsoluteMaximum() < 1e-7 * size);
    });

    [Fact]
    public void A_factor_beyond_the_largest_eigenvalue_is_noted_and_its_inverse_refused()
    {
        KatzCentrality.Estimate(SampleNetworks.Complete(4), new() { Alpha = 0.33 }, null, Token).Notes.ShouldBeEmpty();
        KatzCentrality.Estimate(SampleNetworks.Complete(4), new() { Alpha = 0.34 }, null, Token).Notes.ShouldHaveSingleItem().Code
            .ShouldBe("beyond-largest-eigenvalue");
        BonacichPower.Estimate(SampleNetworks.Complete(4), new() { Beta = -0.34 }, null, Token).Notes.ShouldHaveSingleItem();
        Should.Throw<ArgumentException>(() => KatzCentrality.Estimate(SampleNetworks.Ring(3), new() { Alpha = 1 }, null, Token))
            .Message.ShouldContain("it was 1");
    }

    [Fact]
    public void Above_a_thousand_nodes_the_series_is_added_up_or_refused()
    {
        KatzCentrality.Estimate(SampleNetworks.Ring(1200), new() { Alpha = 0.5 }, null, Token).Estimate
            .ShouldAllBe(score => Math.Abs(score - 2) < 1e-12);
        BonacichPower.Estimate(SampleNetworks.Ring(1200), new() { Beta = -0.5 }, null, Token).Estimate
            .ShouldAllBe(score => Math.Abs(score - 1) < 1e-12);
        Should.Throw<ArgumentException>(() => KatzCentrality.Estimate(SampleNetworks.Ring(1200), new() { Alpha = 1.5 }, null, Token))
            .Message.ShouldContain("1000 nodes");
    }

    [Fact]
    public void Closed_walks_are_those_of_the_series_of_powers() => SampleNetworks.Matrices.Sample(matrix =>
    {
        Matrix<double> a = Matrix<double>.Build.DenseOfArray(SampleNetworks.Binary(SampleNetworks.Merged(matrix)));
        Matrix<double> term = Matrix<double>.Build.DenseIdentity(a.RowCount);
        Matrix<double> sum = term;
        for (int k = 1; k < 60; k++)
        {
            term = term * a / k;
            sum += term;
        }

        return Bits.Close(SubgraphCentrality.Estimate(SampleNetworks.Of(matrix), null, null, Token).Estimate, [.. sum.Diagonal()], relative: 1e-12);
    });

    [Fact]
    public void Closed_walks_beyond_all_numbers_come_as_infinite_with_a_note()
    {
        NodeScoresResult result = SubgraphCentrality.Estimate(SampleNetworks.Complete(720), null, null, Token);

        result.Estimate.ShouldAllBe(score => double.IsPositiveInfinity(score));
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("beyond-numbers");
        SubgraphCentrality.Estimate(SampleNetworks.Complete(50), null, null, Token).Estimate[0]
            .ShouldBe((Math.Exp(49) + (49 * Math.Exp(-1))) / 50, tolerance: 1e-12 * Math.Exp(49));
    }

    [Fact]
    public void Too_few_iterations_are_said_with_what_was_reached()
    {
        IReadOnlyList<Note>[] notes =
        [
            EigenvectorCentrality.Estimate(SampleNetworks.EightFirms, new() { MaxIterations = 3 }, null, Token).Notes,
            PageRank.Estimate(SampleNetworks.EightFirms, new() { MaxIterations = 3 }, null, Token).Notes,
            HubsAuthorities.Estimate(SampleNetworks.EightFirms, new() { MaxIterations = 3 }, null, Token).Notes,
        ];

        notes.ShouldAllBe(list => list.Single().Code == "not-converged" && list.Single().Text.Contains("After 3 iterations", StringComparison.Ordinal));
    }

    [Fact]
    public void Tiny_values_give_the_scores_of_large_ones_and_length_turns_strength_round()
    {
        Graph tiny = Graph.Of(SampleNetworks.EightFirms.Nodes, SampleNetworks.EightFirms.Ties().Select(tie => (tie.From, tie.To, 1e-300)));
        Graph halves = Graph.Of(SampleNetworks.EightFirms.Nodes, SampleNetworks.EightFirms.Ties().Select(tie => (tie.From, tie.To, tie.To == 0 ? 0.5 : 1)));
        Graph doubles = Graph.Of(halves.Nodes, halves.Ties().Select(tie => (tie.From, tie.To, 1 / tie.Value)));

        EigenvectorCentralityResult found = EigenvectorCentrality.Estimate(tiny, new() { Weighted = true }, null, Token);
        found.Eigenvalue.ShouldBe(2e-300, tolerance: 1e-311);
        Bits.Close(found.Estimate, EigenvectorCentrality.Estimate(SampleNetworks.EightFirms, null, null, Token).Estimate, relative: 1e-12).ShouldBeTrue();
        Bits.Close(PageRank.Estimate(tiny, new() { Weighted = true }, null, Token).Estimate, PageRank.Estimate(tiny, null, null, Token).Estimate, 1e-12).ShouldBeTrue();
        Bits.Close(HubsAuthorities.Estimate(tiny, new() { Weighted = true }, null, Token).Hub, HubsAuthorities.Estimate(tiny, null, null, Token).Hub, 1e-12).ShouldBeTrue();
        PageRankOptions lengths = new() { Weighted = true, ValueMeaning = ValueMeaning.Length };
        Bits.Same(PageRank.Estimate(halves, lengths, null, Token).Estimate, PageRank.Estimate(doubles, new() { Weighted = true }, null, Token).Estimate).ShouldBeTrue();
        PageRank.Estimate(halves, lengths, null, Token).Provenance.Options.ShouldContain("value_meaning = Length");
    }

    [Fact]
    public void Wrong_options_and_values_are_refused()
    {
        Graph negative = Graph.Of(["a", "b"], [(0, 1, -1), (1, 0, 1)]);

        Should.Throw<ArgumentException>(() => EigenvectorCentrality.Estimate(negative, new() { Weighted = true }, null, Token));
        Should.Throw<ArgumentException>(() => PageRank.Estimate(negative, new() { Weighted = true }, null, Token));
        Should.Throw<ArgumentException>(() => HubsAuthorities.Estimate(negative, new() { Weighted = true }, null, Token));
        Should.Throw<ArgumentException>(() => new PageRankOptions { Damping = 1 }).Message.ShouldContain("Damping");
        Should.Throw<ArgumentException>(() => new EigenvectorCentralityOptions { MaxIterations = 0 });
        Should.Throw<ArgumentException>(() => new HubsAuthoritiesOptions { MaxIterations = 0 });
        Should.Throw<ArgumentException>(() => new BonacichPowerOptions { Beta = double.NaN });
        Should.Throw<ArgumentException>(() => new KatzCentralityOptions { Alpha = double.PositiveInfinity });
        OptionBinder.Describe(typeof(PageRankOptions)).Select(option => option.Name)
            .ShouldBe(["damping", "max_iterations", "directed", "weighted", "value_meaning"]);
    }
}

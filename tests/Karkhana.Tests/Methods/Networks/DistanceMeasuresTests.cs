using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

/// <summary>Measures that add up distances: distribution, eccentricity, closeness, prestige, efficiency.</summary>
public sealed class DistanceMeasuresTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Eight_firms_lie_apart_as_counted_by_hand()
    {
        // From A: 4 at one step, F at two; B: A, C, F and then D, E; C: A, B and then D, E, F; D: E; E: D.
        GeodesicDistributionResult result = GeodesicDistribution.Estimate(SampleNetworks.EightFirms, cancellationToken: Token);

        result.Distance.ShouldBe([0, 1, 2, double.PositiveInfinity]);
        result.Count.ShouldBe([8, 11, 6, 39]);
        (result.MeanDistance, result.Diameter).ShouldBe((23 / 17.0, 2));
        Eccentricity.Estimate(SampleNetworks.EightFirms, cancellationToken: Token).Estimate.ShouldBe([2, 2, 2, 1, 1, 0, 0, 0]);
        ProximityPrestigeResult prestige = ProximityPrestige.Estimate(SampleNetworks.EightFirms, cancellationToken: Token);
        prestige.Domain.ShouldBe([2, 2, 2, 4, 4, 3, 0, 0]);
        prestige.Proximity.ShouldBe([2 / 7.0, 2 / 7.0, 2 / 7.0, 4 / 7.0 / 1.5, 4 / 7.0 / 1.5, 3 / 7.0 / (5 / 3.0), 0, 0], tolerance: 1e-15);
    }

    [Fact]
    public void Eight_firms_have_the_closeness_computed_by_hand()
    {
        Closeness(new()).ShouldBe([1 / 6.0, 1 / 7.0, 1 / 8.0, 1, 1, double.NaN, double.NaN, double.NaN]);
        Closeness(new() { Normalised = true }).Take(2).ShouldBe([5 / 6.0, 5 / 7.0]);
        Closeness(new() { Mode = PathDirection.In }).Take(4).ShouldBe([1 / 2.0, 1 / 2.0, 1 / 2.0, 1 / 6.0]);
        Closeness(new() { Variant = ClosenessVariant.WassermanFaust }).ShouldBe(
            [25 / 42.0, 25 / 49.0, 25 / 56.0, 1 / 7.0, 1 / 7.0, 0, 0, 0], tolerance: 1e-15);
        Closeness(new() { Variant = ClosenessVariant.Harmonic }).ShouldBe([4.5, 4, 3.5, 1, 1, 0, 0, 0]);
        Closeness(new() { Variant = ClosenessVariant.Harmonic, Normalised = true })[0].ShouldBe(4.5 / 7);
        Closeness(new() { Variant = ClosenessVariant.AllOrZero }).ShouldAllBe(score => score == 0);

        static IReadOnlyList<double> Closeness(ClosenessCentralityOptions options) =>
            ClosenessCentrality.Estimate(SampleNetworks.EightFirms, options, null, Token).Estimate;
    }

    [Theory]
    [InlineData(ClosenessVariant.Reachable)]
    [InlineData(ClosenessVariant.WassermanFaust)]
    [InlineData(ClosenessVariant.AllOrZero)]
    [InlineData(ClosenessVariant.Harmonic)]
    public void Closeness_is_that_of_the_distances_in_every_reading(ClosenessVariant variant) =>
        Gen.Select(SampleNetworks.Matrices, Gen.Bool, Gen.Bool, Gen.Bool).Sample((matrix, weighted, inwards, normalised) =>
        {
            double[,] lengths = SampleNetworks.Cells(matrix.GetLength(0), (i, j) => matrix[i, j] == 0 ? 0 : weighted ? 1 / matrix[i, j] : 1);
            double[,] distances = SampleNetworks.Distances(inwards ? SampleNetworks.Transposed(lengths) : lengths);
            int[] nodes = SampleNetworks.Range(matrix);
            double others = nodes.Length - 1;
            double[] twin = [.. nodes.Select(i => Twin(
                variant, [.. nodes.Where(j => j != i && double.IsFinite(distances[i, j])).Select(j => distances[i, j])], others, normalised))];
            ClosenessCentralityOptions options = new()
            {
                Variant = variant,
                Weighted = weighted,
                Mode = inwards ? PathDirection.In : PathDirection.Out,
                Normalised = normalised,
            };
            return Bits.Close(ClosenessCentrality.Estimate(SampleNetworks.Of(matrix), options, null, Token).Estimate, twin, relative: 1e-13);
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Distribution_eccentricity_and_prestige_are_those_of_the_distances(bool directed) => SampleNetworks.Matrices.Sample(matrix =>
    {
        Graph graph = SampleNetworks.Of(matrix);
        double[,] distances = SampleNetworks.Distances(SampleNetworks.Binary(directed ? matrix : SampleNetworks.Merged(matrix)));
        int[] nodes = SampleNetworks.Range(matrix);
        double[] all = [.. nodes.SelectMany(i => nodes.Select(j => distances[i, j]))];
        NetworkDirectionOptions options = new() { Directed = directed };
        GeodesicDistributionResult found = GeodesicDistribution.Estimate(graph, options, null, Token);
        ProximityPrestigeResult prestige = ProximityPrestige.Estimate(directed ? graph : graph.Undirected(), null, null, Token);
        double[] finite = [.. all.Where(d => d > 0 && double.IsFinite(d))];
        return found.Distance.Zip(found.Count).All(pair => all.Count(d => d == pair.First) == pair.Second)
            && found.Count.Sum() == all.Length
            && Bits.Close([found.MeanDistance, found.Diameter], [finite.Length == 0 ? double.NaN : finite.Average(), finite.DefaultIfEmpty(0).Max()], relative: 1e-14)
            && Bits.Same(
                Eccentricity.Estimate(graph, options, null, Token).Estimate,
                [.. nodes.Select(i => nodes.Select(j => distances[i, j]).Where(double.IsFinite).Max())])
            && Bits.Same(prestige.Domain, [.. nodes.Select(i => (double)nodes.Count(j => j != i && double.IsFinite(distances[j, i])))]);
    });

    [Fact]
    public void Efficiency_of_eight_firms_is_that_computed_by_hand()
    {
        // Merged: A-B, A-C, A-D, A-E, B-C, B-F, D-E. Pairs: 7 at one, 6 at two (AF BD BE CD CE CF), 2 at three (DF EF).
        EfficiencyResult result = Efficiency.Estimate(SampleNetworks.EightFirms, cancellationToken: Token);

        result.Global.ShouldBe((7 + (6 / 2.0) + (2 / 3.0)) / 28, tolerance: 1e-15);
        // Among the neighbours of A (B, C, D, E): B-C and D-E of six pairs; of B (A, C, F): A-C of three; C, D, E: their one pair.
        result.Local.ShouldBe(((2 / 6.0) + (1 / 3.0) + 1 + 1 + 1) / 8, tolerance: 1e-15);
    }

    [Fact]
    public void Efficiency_is_that_of_the_distances() => SampleNetworks.Matrices.Sample(matrix =>
    {
        double[,] ties = SampleNetworks.Binary(SampleNetworks.Merged(matrix));
        int[] nodes = SampleNetworks.Range(matrix);
        double Mean(int[] kept)
        {
            double[,] distances = SampleNetworks.Distances(SampleNetworks.Cells(kept.Length, (i, j) => ties[kept[i], kept[j]]));
            return kept.Length < 2 ? 0 : distances.Cast<double>().Where(d => d > 0).Sum(d => 1 / d) / (kept.Length * (kept.Length - 1));
        }

        EfficiencyResult result = Efficiency.Estimate(SampleNetworks.Of(matrix), null, null, Token);
        double local = nodes.Average(i => Mean([.. nodes.Where(j => ties[i, j] != 0)]));
        return Bits.Close([result.Global, result.Local], [nodes.Length < 2 ? double.NaN : Mean(nodes), local], relative: 1e-13);
    });

    [Fact]
    public void Networks_without_pairs_are_answered()
    {
        GeodesicDistributionResult none = GeodesicDistribution.Estimate(SampleNetworks.Empty(0), cancellationToken: Token);
        GeodesicDistributionResult one = GeodesicDistribution.Estimate(SampleNetworks.Empty(1), cancellationToken: Token);

        none.Count.ShouldBe([0]);
        (none.MeanDistance, none.Diameter).ShouldBe((double.NaN, double.NaN));
        one.Count.ShouldBe([1, 0]);
        (one.MeanDistance, one.Diameter).ShouldBe((double.NaN, 0));
        GeodesicDistribution.Estimate(SampleNetworks.Empty(3), cancellationToken: Token).Count.ShouldBe([3, 6]);
        Efficiency.Estimate(SampleNetworks.Empty(1), cancellationToken: Token).Notes.ShouldHaveSingleItem().Code.ShouldBe("too-few-nodes");
        Efficiency.Estimate(SampleNetworks.Empty(0), cancellationToken: Token).Local.ShouldBe(double.NaN);
        Efficiency.Estimate(SampleNetworks.Empty(3), cancellationToken: Token).Global.ShouldBe(0);
        Efficiency.Estimate(SampleNetworks.Complete(4), cancellationToken: Token).Local.ShouldBe(1);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        Graph graph = SampleNetworks.Random(700, 2800);
        (ExecutionOptions one, ExecutionOptions three) = (new() { Workers = 1 }, new() { Workers = 3 });
        ClosenessCentralityOptions weighted = new() { Weighted = true };
        BetweennessCentralityOptions between = new() { Weighted = true, Directed = false };

        Bits.Same(
            ClosenessCentrality.Estimate(graph, weighted, one, Token).Estimate,
            ClosenessCentrality.Estimate(graph, weighted, three, Token).Estimate).ShouldBeTrue();
        Bits.Same(
            BetweennessCentrality.Estimate(graph, between, one, Token).Estimate,
            BetweennessCentrality.Estimate(graph, between, three, Token).Estimate).ShouldBeTrue();
        GeodesicDistribution.Estimate(graph, null, one, Token).Count.ShouldBe(GeodesicDistribution.Estimate(graph, null, three, Token).Count);
        Efficiency.Estimate(graph, null, one, Token).Local.ShouldBe(Efficiency.Estimate(graph, null, three, Token).Local);
    }

    [Fact]
    public void Null_is_refused()
    {
        Should.Throw<ArgumentNullException>(() => GeodesicDistribution.Estimate(null!, cancellationToken: Token));
        Should.Throw<ArgumentNullException>(() => Efficiency.Estimate(null!, cancellationToken: Token));
        Should.Throw<ArgumentNullException>(() => ShortestPaths.Estimate(null!, new() { Source = "a" }, cancellationToken: Token));
        Should.Throw<ArgumentNullException>(() => ShortestPaths.Estimate(SampleNetworks.EightFirms, null!, cancellationToken: Token));
    }

    private static double Twin(ClosenessVariant variant, double[] reached, double others, bool normalised)
    {
        (double r, double sum) = (reached.Length, reached.Sum());
        return variant switch
        {
            ClosenessVariant.Reachable => r == 0 ? double.NaN : normalised ? r / sum : 1 / sum,
            ClosenessVariant.WassermanFaust => others == 0 ? double.NaN : r == 0 ? 0 : r / others * r / sum,
            ClosenessVariant.AllOrZero => others == 0 ? double.NaN : r == others ? others / sum : 0,
            _ => reached.Sum(d => 1 / d) / (normalised ? others : 1),
        };
    }
}

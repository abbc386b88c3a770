using CsCheck;
using Karkhana.CollectiveEfficiency;
using Karkhana.Methods.Networks;
using Karkhana.Tests.Methods.Networks;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.CollectiveEfficiency;

public sealed class PeerStructureTests
{
    private static readonly Graph Line = Graph.Of(
        ["a", "b", "c", "d"], [(0, 1, 1), (1, 0, 1), (1, 2, 1), (2, 1, 1), (2, 3, 1), (3, 2, 1)]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_examples_of_the_framework_have_ranks_2_and_3(bool rowNormalised)
    {
        PeerStructureOptions options = new() { RowNormalised = rowNormalised };

        PeerStructureResult complete = Estimate(SampleNetworks.Complete(4), options);
        PeerStructureResult line = Estimate(Line, options);

        (complete.Rank, complete.RankConditionHolds).ShouldBe((2, false));
        complete.Notes.Single().Text.ShouldContain("everyone is tied to everyone");
        (line.Rank, line.RankConditionHolds).ShouldBe((3, true));
        line.RankWithFixedEffects.ShouldBe(4);
    }

    [Fact]
    public void The_outcomes_of_the_framework_follow_from_peers_and_instruments()
    {
        // y = 0.3 Gy + x + 0.5 Gx.
        double[] x = [1, 2, 0, 3];
        double[] y = [2.9073101, 3.0243669, 2.2551362, 3.6765409];

        PeerInstruments result = PeerStructure.Instruments(Line, ["x", "y"], [x, y]);

        for (int firm = 0; firm < 4; firm++)
        {
            y[firm].ShouldBe((0.3 * result.OfPeers[1][firm]) + x[firm] + (0.5 * result.OfPeers[0][firm]), tolerance: 1e-7);
        }

        result.OfPeers[0].ShouldBe([2, 0.5, 2.5, 0]);
        result.OfPeersOfPeers[0].ShouldBe([0.5, 2.25, 0.25, 2.5]);
        result.ToTable().Numbers("peers2_x").ShouldBe(result.OfPeersOfPeers[0]);
    }

    [Fact]
    public void A_star_allows_the_model_but_not_with_fixed_effects()
    {
        // Row-normalised, G³ = G.
        PeerStructureResult star = Estimate(SampleNetworks.Star(5), new PeerStructureOptions());

        (star.Rank, star.RankWithFixedEffects).ShouldBe((3, 3));
        star.Notes.Single().Code.ShouldBe("rank-too-low-with-fixed-effects");
    }

    [Fact]
    public void Complete_groups_of_two_sizes_allow_the_model_with_means_of_peers()
    {
        Graph groups = Graph.Of(SampleNetworks.Empty(7).Nodes, [.. SampleNetworks.Complete(3).Ties(), .. SampleNetworks.Complete(4).Ties().Select(tie => (tie.From + 3, tie.To + 3, 1.0))]);

        Estimate(groups, new PeerStructureOptions()).Rank.ShouldBe(3);
    }

    [Fact]
    public void Firms_without_peers_do_not_lift_the_rank()
    {
        Graph withIsolate = Graph.Of(SampleNetworks.Empty(5).Nodes, SampleNetworks.Complete(4).Ties());

        PeerStructureResult result = Estimate(withIsolate, new PeerStructureOptions());

        (result.Rank, result.Isolates).ShouldBe((2, 1));
        result.Notes.Select(note => note.Code).ShouldBe(["rank-too-low", "isolates"]);
        PeerStructure.Instruments(withIsolate, ["x"], [[1, 2, 3, 4, 5]]).Isolates.ShouldBe([false, false, false, false, true]);
    }

    [Fact]
    public void Without_ties_nobody_has_a_peer()
    {
        PeerStructureResult result = Estimate(SampleNetworks.Empty(3), new PeerStructureOptions());

        (result.Rank, result.RankWithFixedEffects, result.Isolates).ShouldBe((0, 0, 3));
        result.Notes[0].Text.ShouldContain("No firm has a peer");
        Estimate(SampleNetworks.Empty(0), new PeerStructureOptions()).Rank.ShouldBe(0);
    }

    [Fact]
    public void Peers_are_those_asked_for()
    {
        Graph chain = Graph.Of(["a", "b"], [(0, 1, 3.0)]);

        Peers(PeerDirection.Givers).ShouldBe([0, 1]);
        Peers(PeerDirection.Receivers).ShouldBe([2, 0]);
        Peers(PeerDirection.Either).ShouldBe([2, 1]);
        PeerStructure.Instruments(chain, ["x"], [[1, 2]], new PeerStructureOptions { ValuedTies = true, RowNormalised = false }).OfPeers[0].ShouldBe([0, 3]);

        double[] Peers(PeerDirection direction) => PeerStructure.Instruments(chain, ["x"], [[1, 2]], new PeerStructureOptions { Direction = direction }).OfPeers[0];
    }

    [Fact]
    public void Ranks_agree_with_singular_values() => Gen.Select(SampleNetworks.Matrices, Gen.Bool, Gen.Bool).Sample((matrix, rowNormalised, valued) =>
    {
        PeerStructureOptions options = new() { Direction = PeerDirection.Receivers, RowNormalised = rowNormalised, ValuedTies = valued };
        PeerStructureResult result = Estimate(SampleNetworks.Of(matrix), options);
        return result.Rank == BySingularValues(matrix, options, 2) && result.RankWithFixedEffects == BySingularValues(matrix, options, 3);
    });

    [Fact]
    public void The_order_of_firms_does_not_matter() => SampleNetworks.Matrices.Sample(matrix =>
        Estimate(SampleNetworks.Of(matrix), new PeerStructureOptions()).Rank
        == Estimate(SampleNetworks.Of(SampleNetworks.Turned(matrix)), new PeerStructureOptions()).Rank);

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => PeerStructure.Instruments(Line, ["x"], [[1, 2, double.NaN, 4]])).Message.ShouldContain("value 3");
        Should.Throw<ArgumentException>(() => PeerStructure.Instruments(Line, ["x"], [[1, 2]]));
        Should.Throw<ArgumentException>(() => PeerStructure.Instruments(Line, ["x", "x"], [[1, 2, 3, 4], [1, 2, 3, 4]])).Message.ShouldContain("once");
        Should.Throw<ArgumentException>(() => Estimate(Graph.Of(["a", "b"], [(0, 1, -1)]), new PeerStructureOptions { ValuedTies = true })).Message.ShouldContain("positive");
    }

    private static PeerStructureResult Estimate(Graph network, PeerStructureOptions options) =>
        PeerStructure.Estimate(network, options, TestContext.Current.CancellationToken);

    private static int BySingularValues(double[,] matrix, PeerStructureOptions options, int powers)
    {
        int n = matrix.GetLength(0);
        Matrix<double> g = Matrix<double>.Build.DenseOfArray(options.ValuedTies ? matrix : SampleNetworks.Binary(matrix));
        int[] kept = [.. Enumerable.Range(0, n).Where(row => g.Row(row).Sum() > 0)];
        if (kept.Length == 0)
        {
            return 0;
        }

        g = options.RowNormalised ? Matrix<double>.Build.Dense(n, n, (i, j) => g[i, j] / Math.Max(g.Row(i).Sum(), 1e-300)) : g;
        Matrix<double>[] all = [Matrix<double>.Build.DenseIdentity(n), g, g * g, g * g * g];
        Matrix<double> cells = Matrix<double>.Build.Dense(kept.Length * n, powers + 1, (cell, power) => all[power][kept[cell / n], cell % n]);
        return cells.Svd(false).S.Count(value => value > 1e-9 * cells.L2Norm());
    }
}

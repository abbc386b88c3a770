using CsCheck;
using Karkhana.Methods.Experiments;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class DegrootLearningTests
{
    private static readonly Gen<(int Nodes, (int From, int To)[] Ties)> Networks =
        from nodes in Gen.Int[2, 9]
        from ties in Gen.Select(Gen.Int[0, nodes - 1], Gen.Int[0, nodes - 1]).Array[0, 30]
        select (nodes, ties);

    [Fact]
    public void Two_who_listen_to_each_other_agree_at_once_and_one_who_only_listens_has_no_influence()
    {
        // a and b average each other; c listens to a: rows (½ ½ 0), (½ ½ 0), (½ 0 ½) with eigenvalues 1, 0, ½.
        DegrootLearningResult result = Estimate(3, [(0, 1), (1, 0), (2, 0)], steps: 1);

        result.Opinion.ShouldBe([0.25, 0.25, 0.5], 1e-15);
        result.Influence.ShouldBe([0.5, 0.5, 0], 1e-15);
        result.Consensus.ShouldBe(0.25, 1e-15);
        result.Spread.ShouldBe(0.25, 1e-15);
        result.SecondEigenvalue.ShouldBe(0.5, 1e-14);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Mutual_ties_give_influence_by_their_number() => Networks.Sample(network =>
    {
        (int, int)[] ring = [.. Enumerable.Range(0, network.Nodes).Select(node => (node, (node + 1) % network.Nodes))];
        (int, int)[] mutual = [.. network.Ties.Concat(ring).SelectMany(tie => new[] { tie, (tie.Item2, tie.Item1) }).Where(tie => tie.Item1 != tie.Item2).Distinct()];
        double[] weights = [.. Enumerable.Range(0, network.Nodes).Select(node => 1.0 + mutual.Count(tie => tie.Item1 == node))];
        return Bits.Close(Estimate(network.Nodes, mutual, 0).Influence, [.. weights.Select(weight => weight / weights.Sum())], relative: 1e-10);
    });

    [Theory]
    [InlineData(9, 1)]
    [InlineData(12, 2)]
    [InlineData(8, 3)]
    public void Symmetric_averaging_keeps_the_mean_and_shrinks_by_the_second_eigenvalue(int nodes, int reach)
    {
        // On a ring lattice W is symmetric; its eigenvalues are (1 + 2 Σ_j cos(2πkj/n))/(1 + 2 reach).
        (int, int)[] ties =
        [
            .. Enumerable.Range(0, nodes).SelectMany(node => Enumerable.Range(1, reach)
                .SelectMany(step => new[] { (node, (node + step) % nodes), (node, (node + nodes - step) % nodes) })),
        ];
        double[] eigenvalues = [.. Enumerable.Range(1, nodes - 1).Select(k => Math.Abs(
            1 + (2 * Enumerable.Range(1, reach).Sum(step => Math.Cos(2 * Math.PI * k * step / nodes)))) / (1 + (2 * reach)))];
        DegrootLearningResult early = Estimate(nodes, ties, 12);
        DegrootLearningResult late = Estimate(nodes, ties, 13);

        early.SecondEigenvalue.ShouldBe(eigenvalues.Max(), 1e-12);
        early.Opinion.Average().ShouldBe(0.5, 1e-13);
        late.Opinion.Average().ShouldBe(0.5, 1e-13);
        early.Consensus.ShouldBe(0.5, 1e-12);
        (late.Spread / early.Spread).ShouldBe(early.SecondEigenvalue, 2e-3);
        Estimate(nodes, ties, 2000).Opinion.ShouldAllBe(opinion => Math.Abs(opinion - 0.5) < 1e-12);
    }

    [Fact]
    public void Opinions_are_those_of_the_matrix_and_tend_to_the_consensus() => Networks.Sample(network =>
    {
        double[][] weights = Matrix(network.Nodes, network.Ties);
        double[] opinion = [.. Enumerable.Range(0, network.Nodes).Select(node => (double)node / (network.Nodes - 1))];
        for (int step = 0; step < 3; step++)
        {
            opinion = [.. weights.Select(row => row.Zip(opinion, (weight, other) => weight * other).Sum())];
        }

        DegrootLearningResult result = Estimate(network.Nodes, network.Ties, 3);
        DegrootLearningResult late = Estimate(network.Nodes, network.Ties, 20_000);
        return Bits.Close(result.Opinion, opinion, relative: 1e-12)
            && (double.IsNaN(result.Consensus)
                ? result.Notes.Single().Code == "several-closed-groups" && Math.Abs(result.SecondEigenvalue - 1) < 1e-9
                : result.SecondEigenvalue < 1 - 1e-9 && late.Opinion.All(value => Math.Abs(value - result.Consensus) < 1e-9)
                    && Bits.Close([result.Influence.Sum()], [1], relative: 1e-12));
    });

    [Fact]
    public void Influence_is_a_left_eigenvector() => Networks.Sample(network =>
    {
        IReadOnlyList<double> influence = Estimate(network.Nodes, network.Ties, 0).Influence;
        double[][] weights = Matrix(network.Nodes, network.Ties);
        double[] product = [.. Enumerable.Range(0, network.Nodes).Select(to => influence.Select((share, from) => share * weights[from][to]).Sum())];
        return double.IsNaN(influence[0]) || Bits.Close(product, influence, relative: 1e-12);
    });

    [Fact]
    public void Large_groups_are_solved_by_repeating_and_say_what_is_left_out()
    {
        const int Nodes = 1101;
        (int, int)[] star = [.. Enumerable.Range(1, Nodes - 1).SelectMany(leaf => new[] { (0, leaf), (leaf, 0) })];
        DegrootLearningResult result = Estimate(Nodes, star, 1);

        result.Influence[0].ShouldBe((double)Nodes / (Nodes + (2 * (Nodes - 1))), 1e-10);
        result.SecondEigenvalue.ShouldBe(double.NaN);
        result.Notes.Select(note => note.Code).ShouldBe(["group-too-large"]);
    }

    [Fact]
    public void Given_opinions_are_used_and_ties_of_no_value_are_none()
    {
        Graph graph = Graph.Of(["a", "b"], [(0, 1, 5), (1, 0, -1)]);
        DegrootLearningResult result = DegrootLearning.Estimate(
            new OpinionNetwork(graph, [4, 8]), new() { Steps = 1 }, cancellationToken: TestContext.Current.CancellationToken);

        result.Opinion.ShouldBe([6, 8]);
        result.Consensus.ShouldBe(8);
    }

    [Fact]
    public void One_node_keeps_its_opinion_and_wrong_calls_are_refused()
    {
        DegrootLearningResult alone = Estimate(1, [], 5);

        (alone.Consensus, alone.Influence[0], alone.SecondEigenvalue).ShouldBe((0, 1, double.NaN));
        Should.Throw<ArgumentException>(() => Estimate(0, [], 1)).Message.ShouldContain("at least one node");
        Should.Throw<ArgumentException>(() => DegrootLearning.Estimate(
            new OpinionNetwork(Graph.Of(["a", "b"], []), [1, double.NaN]), new() { Steps = 1 }, cancellationToken: TestContext.Current.CancellationToken))
            .Message.ShouldContain("b had none");
        Should.Throw<ArgumentOutOfRangeException>(() => new DegrootLearningOptions { Steps = -1 });
    }

    private static double[][] Matrix(int nodes, (int From, int To)[] ties) => [.. Enumerable.Range(0, nodes).Select(from =>
    {
        HashSet<int> heard = [from, .. ties.Where(tie => tie.From == from).Select(tie => tie.To)];
        return Enumerable.Range(0, nodes).Select(to => heard.Contains(to) ? 1.0 / heard.Count : 0).ToArray();
    })];

    private static DegrootLearningResult Estimate(int nodes, (int From, int To)[] ties, int steps) => DegrootLearning.Estimate(
        new OpinionNetwork(Graph.Of([.. Enumerable.Range(0, nodes).Select(node => $"n{node}")], ties.Select(tie => (tie.From, tie.To, 1.0)))),
        new() { Steps = steps },
        cancellationToken: TestContext.Current.CancellationToken);
}

using CsCheck;
using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Execution;
using Karkhana.Methods.Networks;
using Karkhana.Tests.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.CollectiveEfficiency;

public sealed class GatekeeperDependenceTests
{
    private static readonly double[] EightOpenness = [9, 4, 3, 2, 1, 8, 7, 0];
    private static readonly GatekeeperDependenceOptions Quick = new() { Replicates = 99 };

    [Fact]
    public void When_A_leaves_four_of_the_eight_firms_hear_nothing_from_outside()
    {
        GatekeeperDependenceResult result = Estimate(SampleNetworks.EightFirms, EightOpenness);

        // Open: A, F, G. All but H are reached, all of them within two steps; parts {A..F}, G, H.
        result.Standing.ShouldBe(new NetworkStanding(7 / 8.0, 7 / 8.0, 1 - (15 / 28.0), 11 / 56.0));
        result.Gatekeepers.ShouldBe(["A"]);
        // B, C, D, E are cut off; of the 10 pairs joined among B to F, 4 stay joined ({B, C, F}, {D, E}); 5 ties stay.
        result.Losses[0].Reached.ShouldBe(4 / 7.0);
        result.Losses[0].Near.ShouldBe(4 / 7.0);
        result.Losses[0].Fragmentation.ShouldBe(6 / 21.0);
        result.Losses[0].Density.ShouldBe((11 / 56.0) - (5 / 42.0), tolerance: 1e-15);
        DependenceRow reached = result.Rows[0];
        (reached.Worst, reached.WorstFirm, reached.Expected, reached.All).ShouldBe((4 / 7.0, "A", 4 / 7.0, 4 / 7.0));
        // No other firm cuts anyone off.
        reached.AnyFirm.ShouldBe(1 / 14.0, tolerance: 1e-15);
        reached.Random.ShouldBe(1 / 14.0, tolerance: 0.05);
        reached.PValue.ShouldBe(1 / 8.0, tolerance: 0.1);
        result.Notes.ShouldBeEmpty();
        result.ToTable().RowCount.ShouldBe(4);
        result.ToFirms().Texts("firm").ShouldBe(["A"]);
    }

    [Fact]
    public void Losses_agree_with_distances_in_the_smaller_network() => Gen.Select(SampleNetworks.ConnectedMatrices, Gen.Int[0, 5].Array[9]).Sample((matrix, outside) =>
    {
        double[] openness = [.. outside.Take(matrix.GetLength(0)).Select(value => (double)value)];
        Graph network = SampleNetworks.Of(matrix);
        GatekeeperDependenceResult result = Estimate(network, openness);
        bool[] open = Quick.Entry.HighAmong(openness);
        (double Reached, double Near, double Split) before = Standing(matrix, open, -1, -1);
        return result.Gatekeepers.Select((id, g) => (Firm: network.Nodes.ToList().IndexOf(id), Loss: result.Losses[g])).All(one =>
        {
            (double reached, double near, double split) = Standing(matrix, open, -1, one.Firm);
            (double reachedAfter, double nearAfter, double splitAfter) = Standing(matrix, open, one.Firm, one.Firm);
            return Math.Abs(one.Loss.Reached - (reached - reachedAfter)) < 1e-12
                && Math.Abs(one.Loss.Near - (near - nearAfter)) < 1e-12
                && Math.Abs(one.Loss.Fragmentation - (splitAfter - split)) < 1e-12;
        })
        && Math.Abs(result.Standing.Reached - before.Reached) < 1e-12
        && Math.Abs(result.Standing.Fragmentation - before.Split) < 1e-12;
    });

    [Fact]
    public void The_order_of_firms_does_not_matter_to_single_losses() => Gen.Select(SampleNetworks.ConnectedMatrices, Gen.Int[0, 5].Array[9]).Sample((matrix, outside) =>
    {
        double[] openness = [.. outside.Take(matrix.GetLength(0)).Select(value => (double)value)];
        GatekeeperDependenceResult result = Estimate(SampleNetworks.Of(matrix), openness);
        GatekeeperDependenceResult turned = Estimate(SampleNetworks.Of(SampleNetworks.Turned(matrix)), [.. openness.Reverse()]);
        return turned.Losses.Reverse().SequenceEqual(result.Losses) && turned.Standing == result.Standing;
    });

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        Graph network = SampleNetworks.Random(300, 700);
        double[] openness = [.. Enumerable.Range(0, 300).Select(firm => (double)(firm % 7))];
        KnowledgeRolesResult roles = KnowledgeRoles.Estimate(network, openness);

        With(1).ShouldBe(With(3));

        IReadOnlyList<DependenceRow> With(int workers) => GatekeeperDependence.Estimate(
            network, roles, Quick, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken).Rows;
    }

    [Fact]
    public void What_cannot_be_compared_is_said()
    {
        GatekeeperDependenceResult unknown = Estimate(SampleNetworks.Ring(4), [double.NaN, double.NaN, double.NaN, double.NaN]);

        unknown.Rows.ShouldBeEmpty();
        unknown.Notes.Select(note => note.Code).ShouldBe(["no-gatekeepers", "no-open-firms", "unknown-openness"]);
        unknown.Notes[2].Text.ShouldContain("4 of 4");
    }

    [Fact]
    public void When_all_firms_are_gatekeepers_nobody_is_left_to_compare()
    {
        CutOff everyone = new() { Rule = CutOffRule.Absolute, Level = 0 };
        Graph network = SampleNetworks.Complete(3);
        KnowledgeRolesResult roles = KnowledgeRoles.Estimate(network, [1, 1, 1], new KnowledgeRolesOptions { Centrality = everyone, Openness = everyone });

        DependenceRow row = GatekeeperDependence.Estimate(
            network, roles, Quick with { Entry = everyone }, cancellationToken: TestContext.Current.CancellationToken).Rows[0];

        (row.Worst, row.All, row.Random, row.PValue).ShouldBe((0, double.NaN, double.NaN, double.NaN));
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(SampleNetworks.Ring(2), [1, 2])).Message.ShouldContain("it had 2");
        Should.Throw<ArgumentException>(() => GatekeeperDependence.Estimate(
            SampleNetworks.Ring(8), KnowledgeRoles.Estimate(SampleNetworks.EightFirms, EightOpenness))).Message.ShouldContain("firms of the network");
        Should.Throw<ArgumentOutOfRangeException>(() => new GatekeeperDependenceOptions { Replicates = 1 });
    }

    private static GatekeeperDependenceResult Estimate(Graph network, double[] openness) => GatekeeperDependence.Estimate(
        network, KnowledgeRoles.Estimate(network, openness), Quick, cancellationToken: TestContext.Current.CancellationToken);

    // The shares among all firms but one that is not counted, when a firm is cut out of the network or none (−1).
    private static (double Reached, double Near, double Split) Standing(double[,] matrix, bool[] open, int leaves, int uncounted)
    {
        double[,] kept = SampleNetworks.Cells(matrix.GetLength(0), (i, j) => i == leaves || j == leaves ? 0 : matrix[i, j]);
        double[,] steps = SampleNetworks.Distances(SampleNetworks.Binary(kept));
        double[,] joined = SampleNetworks.Distances(SampleNetworks.Binary(SampleNetworks.Merged(kept)));
        int[] counted = [.. SampleNetworks.Range(matrix).Where(firm => firm != uncounted)];
        int[] sources = [.. SampleNetworks.Range(matrix).Where(firm => open[firm] && firm != leaves)];
        double[] from = [.. counted.Select(firm => sources.Select(source => steps[source, firm]).DefaultIfEmpty(double.PositiveInfinity).Min())];
        double apart = counted.Sum(i => counted.Count(j => i != j && double.IsInfinity(joined[i, j])));
        return (from.Count(double.IsFinite) / (double)counted.Length, from.Count(step => step <= 1) / (double)counted.Length,
            apart / (counted.Length * (counted.Length - 1.0)));
    }
}

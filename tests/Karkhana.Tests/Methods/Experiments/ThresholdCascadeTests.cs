using CsCheck;
using Karkhana.Methods.Experiments;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class ThresholdCascadeTests
{
    private static readonly Gen<(int Nodes, (int From, int To)[] Ties, double Threshold, int Seeds)> Cases =
        from nodes in Gen.Int[1, 12]
        from ties in Gen.Select(Gen.Int[0, nodes - 1], Gen.Int[0, nodes - 1]).Array[0, 40]
        from threshold in Gen.Int[0, 10].Select(tenths => tenths / 10.0)
        from seeds in Gen.Int[0, nodes]
        select (nodes, ties, threshold, seeds);

    [Fact]
    public void A_line_of_watchers_falls_one_by_one()
    {
        ThresholdCascadeResult result = Estimate(4, [(1, 0), (2, 1), (3, 2)], 1, seeds: 1);

        result.ActiveCount.ShouldBe([1, 2, 3, 4]);
        result.ActivationStep.ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public void Nobody_to_look_at_is_never_activated_not_even_at_threshold_0()
    {
        ThresholdCascadeResult result = Estimate(3, [(1, 2)], 0, seeds: 0);

        result.ActiveCount.ShouldBe([0, 1]);
        result.ActivationStep.ShouldBe([double.NaN, 1, double.NaN]);
    }

    [Fact]
    public void Granovetters_crowd_hangs_on_one_person()
    {
        // A hundred who all see each other with thresholds 0, 1, …, 99 of 99; without the one of threshold 1 only the first acts.
        double[] thresholds = [.. Enumerable.Range(0, 100).Select(k => k / 99.0)];
        (int, int)[] all = [.. Enumerable.Range(0, 100).SelectMany(i => Enumerable.Range(0, 100).Select(j => (i, j)))];

        Estimate(100, all, 1, 0, thresholds).ActiveCount[^1].ShouldBe(100);
        thresholds[1] = 2 / 99.0;
        Estimate(100, all, 1, 0, thresholds).ActiveCount.ShouldBe([0, 1]);
    }

    [Fact]
    public void Steps_are_those_of_asking_everybody_each_time() => Cases.Sample(given =>
    {
        HashSet<int>[] looked = [.. Enumerable.Range(0, given.Nodes).Select(
            node => given.Ties.Where(tie => tie.From == node && tie.To != node).Select(tie => tie.To).ToHashSet())];
        bool[] active = [.. Enumerable.Range(0, given.Nodes).Select(node => node < given.Seeds)];
        List<int> counts = [active.Count(on => on)];
        while (true)
        {
            bool[] next = [.. active.Select((on, node) => on
                || (looked[node].Count > 0 && (double)looked[node].Count(other => active[other]) / looked[node].Count >= given.Threshold))];
            if (next.SequenceEqual(active))
            {
                break;
            }

            active = next;
            counts.Add(active.Count(on => on));
        }

        ThresholdCascadeResult result = Estimate(given.Nodes, given.Ties, given.Threshold, given.Seeds);
        return result.ActiveCount.SequenceEqual(counts) && result.ActivationStep.Select(step => !double.IsNaN(step)).SequenceEqual(active);
    }, iter: 300);

    [Fact]
    public void More_seeds_and_lower_thresholds_never_end_with_fewer() => Cases.Where(given => given.Seeds < given.Nodes).Sample(given =>
    {
        int end = Estimate(given.Nodes, given.Ties, given.Threshold, given.Seeds).ActiveCount[^1];
        return Estimate(given.Nodes, given.Ties, given.Threshold, given.Seeds + 1).ActiveCount[^1] >= end
            && Estimate(given.Nodes, given.Ties, given.Threshold / 2, given.Seeds).ActiveCount[^1] >= end;
    });

    [Fact]
    public void Seeds_may_be_named_and_ties_below_0_are_none()
    {
        Graph graph = Graph.Of(["a", "b", "c"], [(0, 2, 1), (0, 1, -1), (1, 0, 2)]);
        ThresholdCascadeResult result = ThresholdCascade.Estimate(
            new ThresholdNetwork(graph, [double.NaN, 0.2, double.NaN], [0, double.NaN, 1]), new() { Threshold = 1 },
            cancellationToken: TestContext.Current.CancellationToken);

        result.ActivationStep.ShouldBe([1, 2, 0]);
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(0, [], 0.5, 0)).Message.ShouldContain("at least one node");
        Should.Throw<ArgumentException>(() => Estimate(2, [], 0.5, 3)).Message.ShouldContain("seeds");
        Should.Throw<ArgumentException>(() => Estimate(2, [], 0.5, 1, [0.5, 1.5])).Message.ShouldContain("1.5");
        Should.Throw<ArgumentException>(() => Estimate(2, [], 0.5, 1, [0.5]));
        Should.Throw<ArgumentException>(() => new ThresholdCascadeOptions { Threshold = double.NaN });
    }

    private static ThresholdCascadeResult Estimate(int nodes, (int From, int To)[] ties, double threshold, int seeds, double[]? thresholds = null) =>
        ThresholdCascade.Estimate(
            new ThresholdNetwork(
                Graph.Of([.. Enumerable.Range(0, nodes).Select(node => $"n{node}")], ties.Select(tie => (tie.From, tie.To, 1.0))), thresholds),
            new() { Threshold = threshold, Seeds = seeds },
            cancellationToken: TestContext.Current.CancellationToken);
}

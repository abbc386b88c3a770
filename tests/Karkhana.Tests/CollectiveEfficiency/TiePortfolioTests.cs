using CsCheck;
using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.CollectiveEfficiency;

public sealed class TiePortfolioTests
{
    // advice 0→1, 1→0, 1→2; subcontract 0→1, 2→3; kin 3→2. Firm 4 has no tie.
    private static readonly TieTable Ties = new(
        SampleSurveys.Ids(5), [0, 1, 1, 0, 2, 3], [1, 0, 2, 1, 3, 2],
        ["advice", "advice", "advice", "subcontract", "subcontract", "kin"], [1, 1, 1, 1, 1, 1]);

    [Fact]
    public void Kinds_overlap_and_multiplexity_of_six_ties()
    {
        TiePortfolioResult result = PortfolioOf(Ties, [0, 1, 2, 3, 4]);

        result.Layers.Select(layer => (layer.Kind, layer.Pairs, layer.TiedFirms)).ShouldBe([("advice", 2, 3), ("kin", 1, 2), ("subcontract", 2, 4)]);
        result.Layers[0].Density.ShouldBe(3 / 20.0);
        result.Layers[0].Reciprocity.ShouldBe(2 / 3.0);
        // Pairs 01 (advice, subcontract), 12 (advice), 23 (subcontract, kin).
        result.Multiplexity.ShouldBe(2 / 3.0);
        result.KinOverlap.ShouldBe(1 / 3.0);
        LayerOverlap work = result.Overlaps.Single(overlap => overlap is { First: "advice", Second: "subcontract" });
        (work.Shared, work.Jaccard, work.OfFirst, work.OfSecond).ShouldBe((1, 1 / 3.0, 0.5, 0.5));
        result.Partners.ShouldBe([1, 2, 2, 1, 0]);
        result.Kinds.ShouldBe([2, 2, 3, 2, 0]);
        // Firm 2: one partner by each of three kinds.
        result.Diversity[2].ShouldBe(2 / 3.0, tolerance: 1e-15);
        result.Diversity[4].ShouldBe(double.NaN);
        result.Notes.ShouldBeEmpty();
        result.ToOverlaps().RowCount.ShouldBe(3);
        result.ToFirms().RowCount.ShouldBe(5);
    }

    [Fact]
    public void The_correlation_is_Pearsons_over_ordered_pairs() => Layers().Sample(both =>
    {
        int n = both.First.Network.NodeCount;
        (int I, int J)[] cells = [.. Enumerable.Range(0, n * n).Select(cell => (cell / n, cell % n)).Where(cell => cell.Item1 != cell.Item2)];
        double[] x = [.. cells.Select(cell => both.First.Network.Has(cell.I, cell.J) ? 1.0 : 0)];
        double[] y = [.. cells.Select(cell => both.Second.Network.Has(cell.I, cell.J) ? 1.0 : 0)];
        double[] cx = [.. x.Select(value => value - x.Average())];
        double[] cy = [.. y.Select(value => value - y.Average())];
        double expected = Sums.Dot(cx, cy) / Math.Sqrt(Sums.Dot(cx, cx) * Sums.Dot(cy, cy));
        LayerOverlap overlap = OverlapOf(both.First, both.Second);
        LayerOverlap back = OverlapOf(both.Second, both.First);
        return Math.Abs(overlap.Correlation - expected) < 1e-9 && overlap.Jaccard.Equals(back.Jaccard) && overlap.OfFirst.Equals(back.OfSecond)
            && overlap.Jaccard is >= 0 and <= 1;
    });

    [Fact]
    public void A_layer_lies_wholly_over_itself()
    {
        TieLayer advice = TieLayer.Of(Ties, [0, 1, 2, 3])[0];
        LayerOverlap overlap = OverlapOf(advice, advice);

        (overlap.Jaccard, overlap.OfFirst).ShouldBe((1, 1));
        overlap.Correlation.ShouldBe(1, tolerance: 1e-12);
    }

    [Fact]
    public void The_p_value_is_the_share_of_orders_of_the_firms_that_reach_the_correlation()
    {
        // A tie 0→1 over itself: of the 12 places that it can take, one is its own; two-sided is twice the smaller tail.
        TieLayer one = TieLayer.Of(Ties.OfKind("subcontract"), [0, 1, 4, 3])[0];

        one.Network.TieCount.ShouldBe(1);
        LayerOverlap drawn = OverlapOf(one, one, new QapCorrelationOptions { Replicates = 9999 });
        drawn.PValue.ShouldBe(2 / 12.0, tolerance: 0.02);
        OverlapOf(one, one, new QapCorrelationOptions { Replicates = 9999 }, workers: 4).PValue.ShouldBe(drawn.PValue);
        OverlapOf(one, one, new QapCorrelationOptions { Replicates = 9999, Seed = 7 }).PValue.ShouldNotBe(drawn.PValue);
    }

    [Fact]
    public void Values_of_ties_do_not_move_correlation_and_p_value()
    {
        TieLayer advice = TieLayer.Of(Ties, [0, 1, 2, 3])[0];
        TieLayer heavy = TieLayer.Of(Ties with { Values = [9, 1, 5, 1, 1, 1] }, [0, 1, 2, 3])[0];
        TieLayer work = TieLayer.Of(Ties, [0, 1, 2, 3])[2];

        OverlapOf(heavy, work).ShouldBe(OverlapOf(advice, work));
        OverlapOf(advice, work).PValue.ShouldBeInRange(0.001, 1);
    }

    [Fact]
    public void More_firms_than_a_matrix_should_hold_are_not_tested_and_a_note_says_so()
    {
        int n = LayerOverlap.MostTested + 1;
        TieTable ties = new(SampleSurveys.Ids(n), [0, 0], [1, 1], ["advice", "kin"], [1, 1]);

        TiePortfolioResult result = PortfolioOf(ties, [.. Enumerable.Range(0, n)]);

        result.Overlaps.Single().Jaccard.ShouldBe(1);
        result.Overlaps.Single().PValue.ShouldBe(double.NaN);
        result.Notes.Select(note => note.Code).ShouldBe(["overlap-not-tested"]);
    }

    [Fact]
    public void Ties_to_firms_outside_do_not_count_and_what_is_missing_is_said()
    {
        TiePortfolioResult result = PortfolioOf(Ties, [1, 2]);

        result.Layers.Select(layer => layer.Kind).ShouldBe(["advice"]);
        result.Notes.Select(note => note.Code).ShouldBe(["one-kind", "no-kin"]);
        result.KinOverlap.ShouldBe(double.NaN);
        PortfolioOf(Ties, [4]).Multiplexity.ShouldBe(double.NaN);
    }

    [Fact]
    public void Wrong_firms_are_refused()
    {
        Should.Throw<ArgumentException>(() => PortfolioOf(Ties, [5])).Message.ShouldContain("[0, 4]");
        Should.Throw<ArgumentException>(() => PortfolioOf(Ties, [1, 1]));
        Should.Throw<ArgumentException>(() => OverlapOf(TieLayer.Of(Ties, [0, 1])[0], TieLayer.Of(Ties, [1, 0])[0])).Message.ShouldContain("in their order");
    }

    private static Gen<(TieLayer First, TieLayer Second)> Layers() => Gen.Bool.Array[24].Where(cells => Varies(cells[..12]) && Varies(cells[12..]))
        .Select(cells => (LayerOf(cells[..12]), LayerOf(cells[12..])));

    private static TiePortfolioResult PortfolioOf(TieTable ties, int[] firms) =>
        TiePortfolio.Estimate(ties, firms, cancellationToken: TestContext.Current.CancellationToken);

    private static LayerOverlap OverlapOf(TieLayer first, TieLayer second, QapCorrelationOptions? options = null, int workers = 1) =>
        LayerOverlap.Of(first, second, options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);

    private static bool Varies(bool[] cells) => cells.Distinct().Count() == 2;

    private static TieLayer LayerOf(bool[] cells)
    {
        (int From, int To)[] pairs = [.. Enumerable.Range(0, 16).Select(cell => (cell / 4, cell % 4)).Where(cell => cell.Item1 != cell.Item2)];
        return new TieLayer("a", Graph.Of(SampleSurveys.Ids(4), pairs.Where((_, i) => cells[i]).Select(pair => (pair.From, pair.To, 1.0))));
    }
}

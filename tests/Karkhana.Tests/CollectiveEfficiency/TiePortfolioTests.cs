using CsCheck;
using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
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
        TiePortfolioResult result = TiePortfolio.Estimate(Ties, [0, 1, 2, 3, 4]);

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
        LayerOverlap overlap = LayerOverlap.Of(both.First, both.Second);
        LayerOverlap back = LayerOverlap.Of(both.Second, both.First);
        return Math.Abs(overlap.Correlation - expected) < 1e-9 && overlap.Jaccard.Equals(back.Jaccard) && overlap.OfFirst.Equals(back.OfSecond)
            && overlap.Jaccard is >= 0 and <= 1;
    });

    [Fact]
    public void A_layer_lies_wholly_over_itself()
    {
        TieLayer advice = TieLayer.Of(Ties, [0, 1, 2, 3])[0];
        LayerOverlap overlap = LayerOverlap.Of(advice, advice);

        (overlap.Jaccard, overlap.OfFirst).ShouldBe((1, 1));
        overlap.Correlation.ShouldBe(1, tolerance: 1e-12);
    }

    [Fact]
    public void Ties_to_firms_outside_do_not_count_and_what_is_missing_is_said()
    {
        TiePortfolioResult result = TiePortfolio.Estimate(Ties, [1, 2]);

        result.Layers.Select(layer => layer.Kind).ShouldBe(["advice"]);
        result.Notes.Select(note => note.Code).ShouldBe(["one-kind", "no-kin"]);
        result.KinOverlap.ShouldBe(double.NaN);
        TiePortfolio.Estimate(Ties, [4]).Multiplexity.ShouldBe(double.NaN);
    }

    [Fact]
    public void Wrong_firms_are_refused()
    {
        Should.Throw<ArgumentException>(() => TiePortfolio.Estimate(Ties, [5])).Message.ShouldContain("[0, 4]");
        Should.Throw<ArgumentException>(() => TiePortfolio.Estimate(Ties, [1, 1]));
        Should.Throw<ArgumentException>(() => LayerOverlap.Of(TieLayer.Of(Ties, [0, 1])[0], TieLayer.Of(Ties, [1, 0])[0])).Message.ShouldContain("in their order");
    }

    private static Gen<(TieLayer First, TieLayer Second)> Layers() => Gen.Bool.Array[24].Where(cells => Varies(cells[..12]) && Varies(cells[12..]))
        .Select(cells => (LayerOf(cells[..12]), LayerOf(cells[12..])));

    private static bool Varies(bool[] cells) => cells.Distinct().Count() == 2;

    private static TieLayer LayerOf(bool[] cells)
    {
        (int From, int To)[] pairs = [.. Enumerable.Range(0, 16).Select(cell => (cell / 4, cell % 4)).Where(cell => cell.Item1 != cell.Item2)];
        return new TieLayer("a", Karkhana.Methods.Networks.Graph.Of(SampleSurveys.Ids(4), pairs.Where((_, i) => cells[i]).Select(pair => (pair.From, pair.To, 1.0))));
    }
}

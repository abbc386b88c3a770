using Karkhana.Core.Execution;
using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.History;

public sealed class TubewellHistoryTests
{
    private static readonly TubewellHistoryOptions Options = new()
    {
        Replicates = 6,
        BurnIn = 4,
        ExitQuarters = 12,
        Demand = new DemandPath { Growth = 1.08, GrowthQuarters = 8, Collapse = 0.2, CollapseQuarters = 4 },
    };

    private static readonly TubewellHistoryResult Result = Run();

    [Fact]
    public void Published_stocks_stand_beside_the_model_and_show_neither_boom_nor_bust()
    {
        Result.Stocks.Select(row => (row.Year, row.Value)).ShouldBe([(1975, 155848.0), (1994, 454257.0), (2020, 1200000.0)]);
        Result.NetAdditions[0].PerYear.ShouldBe(15705.7, 0.1); // (454,257 - 155,848) / 19
        Result.TaxDropRatio.ShouldBe(0.67995, 1e-4); // 48,120 of 70,770
        Result.Notes.Select(note => note.Code).ShouldBe(["in-the-model", "assumed-path", "firms-of-the-time", "one-set-of-parameters", "synthetic"]);
    }

    [Fact]
    public void Every_structure_meets_every_history_from_the_same_start()
    {
        Result.Outcomes.Count.ShouldBe(16);
        foreach (IGrouping<MarketStructure, HistoryOutcome> structure in Result.Outcomes.GroupBy(row => row.Structure))
        {
            structure.Select(row => row.FirmsAtStart).Distinct().ShouldHaveSingleItem();
            HistoryOutcome boom = Result.Of(structure.Key, DemandHistory.LastingBoom);
            HistoryOutcome bust = Result.Of(structure.Key, DemandHistory.BoomAndBust);
            boom.FirmsAtPeak.ShouldBe(bust.FirmsAtPeak); // the same until the bust
            Result.Of(structure.Key, DemandHistory.TaxDrop).FirmsAtPeak.ShouldBe(Result.Of(structure.Key, DemandHistory.Steady).FirmsAtPeak);
            (bust.SmallLeft + bust.LargeLeft).ShouldBeGreaterThanOrEqualTo(boom.SmallLeft + boom.LargeLeft);
        }

        double Left(DemandHistory demand) => Result.Outcomes.Where(row => row.Demand == demand).Sum(row => row.SmallLeft + row.LargeLeft);
        Left(DemandHistory.BoomAndBust).ShouldBeGreaterThan(Left(DemandHistory.LastingBoom));

        Result.Outcomes.ShouldAllBe(row => Math.Abs(row.SmallLeft - row.LargeLeft - row.Difference) < 1e-12 && row.Runs == 6);
        Result.ToTable().RowCount.ShouldBe(16);
    }

    [Fact]
    public void Structures_act_on_the_parameters_that_they_are_said_to()
    {
        ClusterParameters own = new();
        ClusterParameters both = HistoryVariant.Parameters(own, MarketStructure.SegmentedAndSeparable, Options);

        HistoryVariant.Parameters(own, MarketStructure.Whole, Options).ShouldBe(own);
        both.LeastScale.ShouldBe(0.05);
        both.Entry.Workers.ShouldBe(2);
        both.Market.FixedCostShare.ShouldBe(0.15);
        both.Market.UpperShare.ShouldBe(0.4);
        both.Market.UpperQuality.ShouldBe(1.35, 1e-12);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same() =>
        Run(new ExecutionOptions { Workers = 3 }).Outcomes.ShouldBe(Result.Outcomes);

    private static TubewellHistoryResult Run(ExecutionOptions? execution = null) =>
        TubewellHistory.Estimate(SmallClusters.Of(40), options: Options, execution: execution);
}

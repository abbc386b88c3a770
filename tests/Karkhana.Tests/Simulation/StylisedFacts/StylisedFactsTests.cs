using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Data.Results;
using Karkhana.Simulation;
using Shouldly;
using Xunit;
using Facts = Karkhana.Simulation.StylisedFacts;

namespace Karkhana.Tests.Simulation.StylisedFacts;

public sealed class StylisedFactsTests
{
    private static readonly StylisedFactsOptions Options = new()
    {
        Replicates = 10,
        Simulation = new SimulationOptions { Horizon = 44, BurnIn = 4 },
    };

    private static readonly StylisedFactsResult Result = Facts.Estimate(SmallClusters.Of(40, functions: 2, products: 2), null, Options);

    [Fact]
    public void All_sixteen_facts_are_judged_or_say_why_not()
    {
        Result.Facts.Select(fact => fact.Id).Distinct().ShouldBe(Enumerable.Range(1, 16).Select(number => $"SF{number}"));
        Result.Facts.ShouldAllBe(fact => fact.Source.Length > 0 && fact.Criterion.Length > 0 && fact.Statement.Length > 0);
        Result.Facts.Where(fact => fact.Verdict == FactVerdict.NotTestable).ShouldAllBe(fact => fact.Remark.Length > 0 && double.IsNaN(fact.Value));
        Result.Facts.Where(fact => fact.Verdict != FactVerdict.NotTestable).ShouldAllBe(fact => fact.Low <= fact.Value && fact.Value <= fact.High);
        Result.ToTable().RowCount.ShouldBe(Facts.Definitions.Count);
        Result.VerdictOf("SF11").ShouldBe(FactVerdict.NotTestable);
        Result.Notes.Select(note => note.Code).ShouldBe(["in-the-model", "no-proof", "one-set-of-parameters", "synthetic"]);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_table() =>
        Facts.Estimate(SmallClusters.Of(40, functions: 2, products: 2), null, Options, new ExecutionOptions { Workers = 3 }, TestContext.Current.CancellationToken)
            .Facts.ShouldBe(Result.Facts);

    [Fact]
    public void A_stopped_run_goes_on_from_what_was_kept_with_the_same_table()
    {
        string folder = Directory.CreateTempSubdirectory("karkhana-facts-").FullName;
        try
        {
            FolderBlockStore store = new(folder);
            using CancellationTokenSource stop = new();
            ExecutionOptions stopped = new() { Workers = 1, Store = store, Progress = new Stopper(stop) };
            Should.Throw<OperationCanceledException>(() => Facts.Estimate(SmallClusters.Of(40, functions: 2, products: 2), null, Options, stopped, stop.Token));
            int kept = Directory.GetFiles(folder).Length;
            kept.ShouldBeInRange(1, Options.Replicates - 1);

            StylisedFactsResult resumed = Facts.Estimate(
                SmallClusters.Of(40, functions: 2, products: 2), null, Options, new ExecutionOptions { Workers = 2, Store = store }, TestContext.Current.CancellationToken);

            resumed.Facts.ShouldBe(Result.Facts);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_model_without_a_mechanism_does_not_show_its_fact()
    {
        ClusterParameters still = new() { EntryConstant = -50, GrowthSpread = 0, GrowthOfProfit = 0, InteractiveRate = 0, PassiveRate = 0, OutsideRate = 0, WorkerMobility = 0 };

        StylisedFactsResult result = Facts.Estimate(SmallClusters.Of(40, functions: 2, products: 2), [still], Options, null, TestContext.Current.CancellationToken);

        FactVerdict Of(string id, int part) => result.Facts.Where(fact => fact.Id == id).ElementAt(part).Verdict;
        Of("SF2", 0).ShouldBe(FactVerdict.NotTestable); // nothing passes between partners, so that nothing is lost without them
        Of("SF8", 0).ShouldBe(FactVerdict.NotReproduced); // nobody enters
        Of("SF8", 1).ShouldBe(FactVerdict.NotTestable);
        Of("SF14", 1).ShouldBe(FactVerdict.NotReproduced); // a link outside brings nothing
        result.Facts.Single(fact => fact.Id == "SF8" && fact.Verdict == FactVerdict.NotTestable).Remark.ShouldBe("computed in 0 of 10 runs; in the others no firms differ in what it compares");
    }

    [Fact]
    public void A_contrast_that_the_population_does_not_hold_is_not_testable_and_never_reproduced()
    {
        ClusterPopulation varied = SmallClusters.Of(20, functions: 2, products: 2);
        ClusterPopulation alike = varied with
        {
            Firms = [.. varied.Firms.Select(firm => firm with { Stage = FirmStage.Assembler, Product = 0 })],
            Ties = [.. varied.Ties.Where(tie => tie.Kind != ClusterTieKind.External)],
        };
        string[] Untestable(ClusterPopulation population) =>
        [
            .. Facts.Definitions.Where(fact => fact.Lacks(population).Length > 0).Select(fact => $"{fact.Id} {fact.Statement}"),
        ];

        Untestable(varied).ShouldBeEmpty();
        Untestable(alike).ShouldBe(
        [
            "SF4 Gatekeepers are advanced firms", "SF6 Vertical ties rise more than horizontal ones",
            "SF7 Local employment of the own sector goes with growth", "SF7 That of other sectors does not",
            "SF14 Keeping to local ties goes with less learning",
        ]);
        Untestable(alike with { Ties = [] }).ShouldContain("SF2 The advantage is mainly passive");
        StylisedFactsResult result = Facts.Estimate(alike, null, Options, null, TestContext.Current.CancellationToken);
        result.Facts.Single(fact => fact.Statement == "Vertical ties rise more than horizontal ones").Verdict.ShouldBe(FactVerdict.NotTestable);
        result.Facts.Where(fact => fact.Id == "SF7").ShouldAllBe(fact => fact.Remark == "cannot be tested here: all firms make one product");
    }

    [Fact]
    public void Replicates_of_one_draw_of_parameters_do_not_narrow_the_interval()
    {
        FactDefinition fact = Facts.Definitions.First(one => one.Measure is not null);
        double[] column = [1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4];

        StylisedFact clustered = Facts.Judge(fact, column, "", draws: 4);
        StylisedFact alone = Facts.Judge(fact, [1, 2, 3, 4], "", draws: 4);

        clustered.Value.ShouldBe(2.5);
        (clustered.High - clustered.Value).ShouldBe(3.182446305284263 * Math.Sqrt(5.0 / 3 / 4), 1e-9); // t of 3 degrees of freedom
        clustered.High.ShouldBe(alone.High, 1e-12);
        Facts.Judge(fact, column, "", draws: 1).High.ShouldBeLessThan(clustered.High - 1);
    }

    [Fact]
    public void A_ring_does_not_follow_the_order_of_rows()
    {
        ClusterPopulation one = SmallClusters.Of(40, functions: 2, products: 2);
        int[] order = [.. Enumerable.Range(0, 40).OrderBy(row => row * 17 % 40)];
        ClusterPopulation other = one with
        {
            Firms = [.. order.Select(row => one.Firms[row])],
            Ties = [.. one.Ties.Select(tie => tie with { From = Array.IndexOf(order, tie.From), To = Array.IndexOf(order, tie.To) })],
        };
        foreach (double rewired in FactStarts.Rewired)
        {
            Ties(one, rewired).ShouldBe(Ties(other, rewired));
        }

        Ties(one, 0).Count(tie => tie.From != tie.To).ShouldBe(80);
        Ties(one, 0).Where(tie => tie.From != tie.To).ShouldAllBe(tie => Math.Min(tie.To - tie.From, 40 - (tie.To - tie.From)) <= 2);
        Ties(one, 1).ShouldNotBe(Ties(one, 0));

        static (int From, int To)[] Ties(ClusterPopulation population, double rewired)
        {
            ClusterStart start = new FactStarts(population, Options.Simulation).Ring(rewired);
            return [.. Enumerable.Range(0, start.Ties.Count)
                .Select(tie => (start.Firms.Agent[start.Ties.From[tie]], start.Firms.Agent[start.Ties.To[tie]]))
                .Select(pair => (Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2))).Order()];
        }
    }

    [Fact]
    public void A_criterion_on_the_interval_needs_all_of_it_and_one_on_the_mean_the_mean()
    {
        FactCriterion.Positive.Met(mean: 1, low: 0.1, high: 2).ShouldBeTrue();
        FactCriterion.Positive.Met(mean: 1, low: -0.1, high: 2).ShouldBeFalse();
        FactCriterion.Negative.Met(mean: -1, low: -2, high: -0.1).ShouldBeTrue();
        FactCriterion.Within(0.95, 1.05, "").Met(mean: 1, low: 0.5, high: 1.5).ShouldBeTrue();
        FactCriterion.Within(0.95, 1.05, "").Met(mean: 1.06, low: 0.5, high: 1.5).ShouldBeFalse();
    }

    [Fact]
    public void The_partial_slope_finds_planted_slopes() =>
        Gen.Select(Gen.Double[-1, 1].Array[6, 40], Gen.Double[-1, 1].Array[40], Gen.Double[-3, 3], Gen.Double[-3, 3]).Sample((x, other, slope, control) =>
        {
            double found = TraceStatistics.PartialSlope([.. x.Select((value, row) => (2 + (slope * value) + (control * other[row]), value, other[row]))]);
            return double.IsNaN(found) || Math.Abs(found - slope) < 1e-4;
        });

    [Fact]
    public void The_partial_slope_is_not_defined_for_collinear_variables_and_few_rows()
    {
        TraceStatistics.PartialSlope([(1, 1, 2), (2, 2, 4), (3, 3, 6), (4, 4, 8)]).ShouldBe(double.NaN);
        TraceStatistics.PartialSlope([(1, 1, 2), (2, 2, 1)]).ShouldBe(double.NaN);
        TraceStatistics.Slope([(1, 0), (3, 1), (5, 2)]).ShouldBe(2, 1e-12);
    }

    [Fact]
    public void A_ring_has_four_ties_a_firm_and_rewiring_keeps_about_their_number()
    {
        FactStarts starts = new(SmallClusters.Of(40), new SimulationOptions());

        int Inner(double rewired) => starts.Ring(rewired).Ties.Count - 8; // links outside
        Inner(0).ShouldBe(80);
        Inner(0.1).ShouldBeInRange(76, 80);
        Inner(1).ShouldBeInRange(65, 80);
    }

    [Fact]
    public void Minimal_mode_short_horizons_and_no_parameters_are_refused()
    {
        Should.Throw<ArgumentException>(() => new StylisedFactsOptions { Simulation = new SimulationOptions { Minimal = true } }).Message.ShouldContain("must be of the full model");
        Should.Throw<ArgumentOutOfRangeException>(() => new StylisedFactsOptions { Simulation = new SimulationOptions { Horizon = 20 } }).Message.ShouldContain("Simulation.Horizon must lie in [44, 100000]; it was 20");
        Should.Throw<ArgumentException>(() => Facts.Estimate(
            SmallClusters.Of(5), [], cancellationToken: TestContext.Current.CancellationToken)).Message.ShouldContain("at least one set of parameters");
    }

    /// <summary>Stops after the second replicate.</summary>
    private sealed class Stopper(CancellationTokenSource stop) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            if (value.Done >= 2)
            {
                stop.Cancel();
            }
        }
    }
}

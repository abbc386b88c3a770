using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Learning;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class StudyPlanTests
{
    private const int Towns = 20;
    private const int PerTown = 10;

    // Framework A.10.
    [Fact]
    public void A_share_within_a_tenth_asks_for_97_firms_and_for_66_of_200()
    {
        Plan(Design(0) with { Population = 200 }).Sizes.First(row => row.Question == "share").Firms.ShouldBe(66);
        Plan(Design(0) with { Population = 100_000_000 }).Sizes.First(row => row.Question == "share").Firms.ShouldBe(97);
    }

    [Fact]
    public void Half_a_standard_deviation_asks_for_63_firms_per_arm_times_the_design_effect()
    {
        StudyPlanResult plan = Plan(Design(0));
        PlannedQuestion[] half = [.. plan.Sizes.Where(row => row.Question == "difference" && row.Size == 0.5)];
        DesignFact capability = plan.Design.Single(fact => fact.Construct == "capability");

        half.Select(row => row.Basis).ShouldBe(["independent firms", "capability, as estimated", "capability, upper limit"]);
        half[0].Firms.ShouldBe(63);
        capability.PerPlace.ShouldBe(PerTown);
        half[1].DesignEffect.ShouldBe(1 + ((PerTown - 1) * Math.Max(0, capability.Correlation)), tolerance: 1e-12);
        half[1].Firms.ShouldBeInRange(62.7 * half[1].DesignEffect, (62.8 * half[1].DesignEffect) + 1);
        half[2].Firms.ShouldBeGreaterThan(half[1].Firms);
    }

    // A.10 says about 130 to 150, which is what scores with reliabilities near 0.9 ask for.
    [Fact]
    public void Two_paths_of_three_tenths_ask_for_116_firms_and_for_130_to_150_when_scores_have_errors()
    {
        PlannedQuestion Of(double error) => Plan(Design(error)).Sizes.First(row => row.Question == "mediation" && row.Size == 0.3);

        Of(0).Firms.ShouldBe(116);
        Of(0).Power.ShouldBeInRange(0.8, 0.81);
        Of(0.4).Firms.ShouldBeInRange(130, 150);
    }

    [Fact]
    public void Scores_measured_with_error_ask_for_more_firms()
    {
        PlannedQuestion exact = Plan(Design(0)).Sizes.First(row => row.Question == "difference");
        PlannedQuestion rough = Plan(Design(0.5)).Sizes.First(row => row.Question == "difference");

        double reliability = Plan(Design(0.5)).Design[0].Reliability;
        reliability.ShouldBeInRange(0.6, 0.9);
        rough.Observed.ShouldBe(exact.Observed * Math.Sqrt(reliability), tolerance: 1e-12);
        (rough.Firms / exact.Firms).ShouldBe(1 / reliability, tolerance: 0.02);
    }

    [Fact]
    public void Firms_that_do_not_answer_and_questions_left_open_are_invited_for()
    {
        StudyPlanResult plan = Plan(Design(0) with { ResponseRate = 0.5, ItemNonResponse = 0.2 });

        PlannedQuestion difference = plan.Sizes.First(row => row.Question == "difference");
        difference.Invited.ShouldBe(Math.Ceiling((difference.Total / 0.4) - 0.01));
        plan.Sizes.Where(row => row.Question == "share").ShouldAllBe(row => row.Invited <= 1000);
    }

    [Fact]
    public void More_places_find_more_and_the_test_keeps_its_promise_where_nothing_is_there()
    {
        StudyPlanResult plan = Plan(Design(0));

        foreach (IGrouping<(string Question, double Size), SimulatedQuestion> row in plan.Simulated.GroupBy(row => (row.Question, row.Size)))
        {
            row.Select(own => own.Multiple).ShouldBe([1, 2]);
            row.Last().Power.ShouldBeGreaterThanOrEqualTo(row.First().Power);
            row.ShouldAllBe(own => own.FalsePositives <= 0.1 && own.Low <= own.Power && own.Power <= own.High);
            row.Select(own => own.Places).ShouldBe([Towns, 2 * Towns]);
        }
    }

    [Fact]
    public void Non_response_blurs_centralities_less_when_hubs_are_visited_again()
    {
        StudyPlanResult plan = Plan(Design(0) with { Network = Star(60) });

        double Of(double rate, bool hubs) =>
            plan.Roster.Single(row => row.ResponseRate == rate && row.HubsAnswer == hubs && row.Centrality == "betweenness").Correlation;

        Of(0.9, false).ShouldBeGreaterThan(Of(0.6, false));
        Of(0.6, true).ShouldBeGreaterThan(Of(0.6, false));
        plan.Roster.Count.ShouldBe(8);
    }

    [Fact]
    public void Every_number_of_workers_gives_the_same_bits()
    {
        StudyDesign design = Design(0.5) with { Network = Star(40) };

        string One(int workers) => string.Join(';', StudyPlan.Estimate(
                design, Options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken).ToTables()
            .SelectMany(table => table.Columns).SelectMany(column => Enumerable.Range(0, column.Count).Select(row => $"{column[row]:R}")));

        One(3).ShouldBe(One(1));
    }

    [Fact]
    public void Few_firms_are_refused_and_few_places_and_missing_hubs_are_told()
    {
        StudyDesign design = Design(0);
        LearningSample few = design.Sample with { Firms = [0, 1], Clustered = [true, false], Places = ["a", "b"] };
        Should.Throw<ArgumentException>(() => Plan(design with { Sample = few })).Message.ShouldContain("at least 10");

        LearningSample narrow = design.Sample with { Places = [.. design.Sample.Places.Select((_, i) => i % 2 == 0 ? "a" : "b")] };
        StudyPlanResult plan = Plan(design with { Sample = narrow, Network = Star(20), RosterResponse = 0.7, Synthetic = true });
        plan.Notes.Select(note => note.Code).Distinct().ShouldBe(["few-places", "roster-non-response"]);
        plan.ToTables().ShouldAllBe(table => table.Has("synthetic"));
    }

    private static StudyPlanOptions Options { get; } = new() { Replicates = 100, Multiples = [1, 2], ResponseRates = [0.9, 0.6], Paths = [0.3] };

    private static StudyPlanResult Plan(StudyDesign design) => StudyPlan.Estimate(
        design, Options with { ResponseRates = design.Network is null ? [0.9] : Options.ResponseRates }, null, TestContext.Current.CancellationToken);

    private static StudyDesign Design(double error)
    {
        const int Firms = Towns * PerTown;
        string[] ids = [.. Enumerable.Range(0, Firms).Select(firm => $"f{firm}")];
        double[] towns = Gaussian(1, Towns);
        Score Scored(string construct, int replicate) => new(
            construct,
            [.. Gaussian(replicate, Firms).Select((own, firm) => own + (0.4 * towns[firm / PerTown]) + (error * Gaussian(replicate + 10, Firms)[firm]))],
            error == 0 ? [] : [.. Enumerable.Repeat(error, Firms)], "graded", []);
        return new StudyDesign(
            new LearningSample(
                [.. Enumerable.Range(0, Firms)],
                [.. Enumerable.Range(0, Firms).Select(firm => firm / PerTown % 2 == 0)],
                [.. Enumerable.Range(0, Firms).Select(firm => $"t{firm / PerTown}")],
                new ExposureTable(ids, []),
                new ScoreTable(ids, [Scored("capability", 2), Scored("effort", 3)]),
                new Dictionary<string, double[]>()),
            1000);
    }

    private static double[] Gaussian(int replicate, int count)
    {
        RandomStream stream = new(1, RandomPurpose.Example, replicate);
        return [.. Enumerable.Range(0, count).Select(_ => stream.NextGaussian())];
    }

    // Three hubs that report ties with all others, and a ring.
    private static Graph Star(int firms) => Graph.Of(
        [.. Enumerable.Range(0, firms).Select(firm => $"f{firm}")],
        Enumerable.Range(3, firms - 3).SelectMany(firm => new[]
        {
            (firm % 3, firm, 1.0), ((firm + 1) % 3, firm, 1.0), (firm, firm == firms - 1 ? 3 : firm + 1, 1.0),
        }).Concat(Enumerable.Range(3, firms - 3).Where(firm => firm % 4 == 0).Select(firm => (firm, firm % 3, 1.0)))
        .DistinctBy(tie => (tie.Item1, tie.Item2)));
}

using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.History;

public sealed class DrillImitationTests
{
    private static readonly DrillImitationOptions Options = new() { Replicates = 120 };
    private static readonly DrillImitationResult Result = DrillImitation.Estimate(Options);

    [Fact]
    public void The_numbers_that_it_is_told_with_are_those_that_were_published()
    {
        DrillImitationOptions defaults = new();
        IReadOnlyList<HistoricalObservation> makers = PunjabFacts.Of(PunjabFacts.DrillMakers);

        makers.Select(row => (row.Year, row.Value)).ShouldBe([(defaults.FirstMakerYear, 1.0), (defaults.CountYear, defaults.CountedMakers)]);
        makers.ShouldAllBe(row => row.Source.StartsWith("https://", StringComparison.Ordinal) && row.Evidence.Length > 0);
        PunjabFacts.Of(PunjabFacts.ImplementMakers).ShouldHaveSingleItem().Value.ShouldBe(defaults.Firms);
    }

    [Fact]
    public void The_base_rate_is_that_of_the_wait_for_the_first_maker()
    {
        Result.BaseRate.ShouldBe(Math.Log(2) / (96 * 13), 1e-15);
        Result.Alternatives[3].WaitForFirst.ShouldBe(13, 1e-9);
    }

    [Fact]
    public void Half_of_the_runs_reach_the_count_and_the_median_path_begins_with_one_maker()
    {
        Result.ShareReached.ShouldBeInRange(0.45, 0.55);
        Result.Years[0].ShouldBe(new ImitationYear(1998, 1, 1, 1, 1));
        ImitationYear count = Result.Years.Single(year => year.Year == 2007);
        count.Median.ShouldBeInRange(14, 16);
        count.Counted.ShouldBe(15);
        count.Low.ShouldBeLessThan(count.Median);
        count.High.ShouldBeGreaterThan(count.Median);
        Result.Years.Select(year => year.Median).ShouldBeInOrder();
    }

    [Fact]
    public void Other_pairs_of_rates_reach_the_same_count()
    {
        Result.Alternatives.Select(row => row.BaseRate).Take(6).ShouldBeInOrder();
        Result.Alternatives.Select(row => row.Imitation).Take(6).Where(double.IsFinite).ShouldBeInOrder(SortDirection.Descending);
        Result.Alternatives[^1].Imitation.ShouldBe(0);
        Result.Alternatives[^1].WaitForFirst.ShouldBeLessThan(2); // without imitation the first maker would not have taken thirteen years
        Result.Notes.ShouldContain(note => note.Code == "illustration" && note.Text.Contains("not an estimate"));
    }

    [Fact]
    public void More_of_either_rate_never_makes_fewer_makers() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Double[0, 0.05], Gen.Double[0, 0.5], Gen.Double[0, 0.2]).Sample((replicate, own, imitation, more) =>
        {
            ImitationRun run = new(Options with { Firms = 30 }, replicate);
            (double[] less, double[] base_, double[] imitated) = (new double[10], new double[10], new double[10]);
            run.Makers(own, imitation, less);
            run.Makers(own + more, imitation, base_);
            run.Makers(own, imitation + more, imitated);
            return less.Zip(base_).All(pair => pair.First <= pair.Second) && less.Zip(imitated).All(pair => pair.First <= pair.Second);
        });

    [Fact]
    public void Without_advisers_who_make_it_firms_begin_at_the_base_rate()
    {
        const int Runs = 400;
        double mean = 0;
        double[] years = new double[10];
        for (int replicate = 0; replicate < Runs; replicate++)
        {
            new ImitationRun(Options, replicate).Makers(0.02, 0, years);
            mean += (years[9] - 1) / Runs;
        }

        double share = 1 - Math.Exp(-0.18);
        mean.ShouldBe(95 * share, 3 * Math.Sqrt(95 * share * (1 - share) / Runs)); // three Monte-Carlo errors
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same()
    {
        DrillImitationResult two = DrillImitation.Estimate(Options, new ExecutionOptions { Workers = 3 }, TestContext.Current.CancellationToken);

        two.Years.ShouldBe(Result.Years);
        two.Alternatives.ShouldBe(Result.Alternatives);
        two.Imitation.ShouldBe(Result.Imitation);
    }

    [Theory]
    [InlineData(1985, 1980, 2007, 15, "FirstMakerYear must lie after the introduction in 1985; it was 1980")]
    [InlineData(1985, 1998, 1998, 15, "CountYear must lie after the first maker in 1998; it was 1998")]
    [InlineData(1985, 1998, 2007, 97, "CountedMakers must not exceed the 96 firms; it was 97")]
    public void Years_and_counts_that_contradict_each_other_are_refused(int introduction, int first, int count, int makers, string message) =>
        Should.Throw<ArgumentException>(() => DrillImitation.Estimate(Options with
        {
            IntroductionYear = introduction,
            FirstMakerYear = first,
            CountYear = count,
            CountedMakers = makers,
        })).Message.ShouldContain(message);

    [Fact]
    public void A_count_that_no_imitation_reaches_is_refused() =>
        Should.Throw<ArgumentException>(() => DrillImitation.Estimate(Options with { CountYear = 1999, CountedMakers = 96, LastYear = 1999, Advisers = 1, Replicates = 20 }))
            .Message.ShouldContain("imitation without limit did not reach them");
}

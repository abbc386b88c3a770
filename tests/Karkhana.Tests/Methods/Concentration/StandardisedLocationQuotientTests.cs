using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class StandardisedLocationQuotientTests
{
    private static readonly Gen<(int Region, int Industry, int Workers)[]> Plants =
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[1, 5]).Array[2, 40];

    private static readonly StandardisedLocationQuotientOptions NoBootstrap = new() { Replicates = 0 };

    [Fact]
    public void Three_regions_are_computed_by_hand()
    {
        // Pumps 6, 3, 1 of 10 plants each: quotients 1.8, 0.9, 0.3 with mean 1 and variance 0.57.
        StandardisedLocationQuotientResult result = Estimate(Three(), NoBootstrap);

        double spread = Math.Sqrt(0.57);
        Bits.Close(Column(result, result.Values, "pumps"), [1.8, 0.9, 0.3], relative: 1e-14).ShouldBeTrue();
        Bits.Close(Column(result, result.Scores, "pumps"), [0.8 / spread, -0.1 / spread, -0.7 / spread], relative: 1e-13).ShouldBeTrue();
        Column(result, [.. result.Plants.Select(count => (double)count)], "pumps").ShouldBe([6, 3, 1]);
        result.Significant.ShouldAllBe(flag => !flag);
        result.Notes.Select(note => note.Code).ShouldBe(["few-plants", "few-regions"]);
        result.Lows.ShouldAllBe(value => double.IsNaN(value));
    }

    [Fact]
    public void The_logarithm_leaves_quotients_of_zero_without_a_score()
    {
        double[] logs = Standard.Scores([Math.Log(1.8), Math.Log(0.9), Math.Log(0.3)]);
        StandardisedLocationQuotientResult result = Estimate(Three(), NoBootstrap with { Log = true });
        Bits.Close(Column(result, result.Scores, "pumps"), logs, relative: 1e-13).ShouldBeTrue();

        StandardisedLocationQuotientResult zero = Estimate(Repeat(("a", "x", 2), ("b", "x", 1), ("b", "y", 1), ("c", "y", 3)), NoBootstrap with { Log = true });
        Column(zero, zero.Scores, "x")[2].ShouldBe(double.NaN);
        Column(zero, zero.Scores, "x")[0].ShouldBe(1 / Math.Sqrt(2), tolerance: 1e-13);
    }

    [Fact]
    public void A_region_far_above_nine_alike_is_significant_and_five_regions_never_are()
    {
        (string, string, int)[] alike = [.. Enumerable.Range(0, 9).SelectMany(r => new[] { ($"r{r}", "x", 2), ($"r{r}", "y", 18) })];
        StandardisedLocationQuotientResult ten = Estimate(Repeat([.. alike, ("z", "x", 20)]), NoBootstrap);

        Column(ten, ten.Scores, "x")[9].ShouldBe(9 / Math.Sqrt(10), tolerance: 1e-12); // the bound (R − 1)/√R
        Column(ten, [.. ten.Significant.Select(flag => flag ? 1.0 : 0.0)], "x").ShouldBe([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
        Estimate(Repeat([.. alike[..8], ("z", "x", 20)]), NoBootstrap).Significant.ShouldAllBe(flag => !flag);
    }

    [Fact]
    public void Cells_of_few_plants_are_given_but_not_ranked()
    {
        StandardisedLocationQuotientResult result = Estimate(Three(), NoBootstrap with { LeastPlants = 3 });

        Column(result, [.. result.Guarded.Select(guard => guard ? 1.0 : 0.0)], "pumps").ShouldBe([0, 0, 1]);
        Bits.Same(Column(result, result.Ranks, "pumps"), [1, 2, double.NaN]).ShouldBeTrue();
        Bits.Same(Column(result, result.Ranks, "other"), [3, 2, 1]).ShouldBeTrue();
        Estimate(Three(), NoBootstrap).Ranks.ShouldAllBe(rank => double.IsNaN(rank));
    }

    [Theory]
    [InlineData(12, 8)] // binomial by inversion
    [InlineData(700, 500)] // binomial by rejection
    [InlineData(3, 2)] // plant by plant
    public void The_interval_is_that_of_the_exact_binomial_distribution(int own, int rest)
    {
        // x in a and b, so that the number drawn in a is binomial; the quotient grows with it.
        StandardisedLocationQuotientResult result = Estimate(
            Repeat(("a", "x", own), ("b", "x", rest), ("a", "y", 40), ("b", "y", 90)), new() { Replicates = 4000, Level = 0.8 });

        (int low, int high) = (Quantile(own + rest, (double)own / (own + rest), 0.1), Quantile(own + rest, (double)own / (own + rest), 0.9));
        int slack = own > 100 ? 2 : 0;
        Column(result, result.Lows, "x")[0].ShouldBeInRange(Quotient(low - slack) - 1e-12, Quotient(low + slack) + 1e-12);
        Column(result, result.Highs, "x")[0].ShouldBeInRange(Quotient(high - slack) - 1e-12, Quotient(high + slack) + 1e-12);

        double Quotient(double k) => k / (k + 40) / ((double)(own + rest) / (own + rest + 130));
    }

    [Fact]
    public void The_interval_is_that_of_a_twin_that_draws_plant_by_plant()
    {
        // Every plant of its own size, so that the kinds are the plants, in order of region and size.
        PlantTable plants = new()
        {
            Regions = ["b", "a", "b", "a", "c", "a"],
            Industries = ["x", "x", "x", "x", "x", "y"],
            Employment = [7, 1, 3, 2, 9, 4],
        };
        StandardisedLocationQuotientResult result = Estimate(plants, new() { Replicates = 99, Seed = 5 });

        (int Region, double Weight)[] kinds = [(0, 1), (0, 2), (1, 3), (1, 7), (2, 9)];
        double[] quotients = [.. Enumerable.Range(0, 99).Select(s =>
        {
            RandomStream stream = new(5, RandomPurpose.Bootstrap, s, 0);
            double[] sums = new double[3];
            for (int draw = 0; draw < 5; draw++)
            {
                (int region, double weight) = kinds[stream.NextInt(5)];
                sums[region] += weight;
            }

            double total = sums.Sum();
            return sums[0] / (sums[0] + 4) / (total / (total + 4));
        }).Order()];
        Bits.Same([result.Lows[0], result.Highs[0]], [Quantiles.Type7(quotients, 0.025000000000000022), Quantiles.Type7(quotients, 0.975)])
            .ShouldBeTrue();
    }

    [Fact]
    public void Every_quotient_has_the_bits_of_the_location_quotient() => Plants.Sample(rows => Bits.Same(
        Estimate(Of(rows), NoBootstrap).Values,
        LocationQuotient.Estimate(
            ActivityRows.Table(rows), cancellationToken: TestContext.Current.CancellationToken).Values));

    [Fact]
    public void The_order_of_plants_changes_no_bit_and_a_wider_level_holds_a_narrower_one() => Plants.Sample(rows =>
    {
        StandardisedLocationQuotientResult result = Estimate(Of(rows), new() { Replicates = 19 });
        StandardisedLocationQuotientResult wide = Estimate(Of(rows), new() { Replicates = 19, Level = 0.99 });
        return Bits.Same(Numbers(result), Numbers(Estimate(Of([.. rows.Reverse()]), new() { Replicates = 19 })))
            && result.Lows.Zip(wide.Lows).All(pair => double.IsNaN(pair.First) || pair.Second <= pair.First)
            && result.Highs.Zip(wide.Highs).All(pair => double.IsNaN(pair.First) || pair.Second >= pair.First);
    }, iter: 30);

    [Fact]
    public void One_worker_and_eight_give_the_same_bits_and_another_seed_others()
    {
        PlantTable plants = Repeat([.. Enumerable.Range(0, 60).Select(cell => ($"r{cell % 6}", $"i{cell / 6}", 1 + (cell * 7 % 11)))]);
        StandardisedLocationQuotientOptions options = new() { Replicates = 99 };

        double[] one = Numbers(Estimate(plants, options, workers: 1));
        Bits.Same(one, Numbers(Estimate(plants, options, workers: 8))).ShouldBeTrue();
        Bits.Same(one, Numbers(Estimate(plants, options with { Seed = 1 }))).ShouldBeFalse();
    }

    [Fact]
    public void Cells_without_plants_and_industries_of_one_plant_have_no_interval()
    {
        StandardisedLocationQuotientResult result = Estimate(Repeat(("a", "x", 1), ("a", "y", 5), ("b", "y", 4), ("b", "z", 3)), new() { Replicates = 19 });

        Column(result, result.Lows, "x").ShouldAllBe(low => double.IsNaN(low));
        Column(result, result.Lows, "z")[0].ShouldBe(double.NaN);
        Column(result, result.Lows, "y").ShouldAllBe(low => low >= 0);
    }

    [Fact]
    public void One_region_one_industry_and_plants_without_workers_have_defined_answers()
    {
        StandardisedLocationQuotientResult region = Estimate(Repeat(("a", "x", 12), ("a", "y", 15)), NoBootstrap);
        region.Values.ShouldBe([1, 1]);
        region.Scores.ShouldAllBe(score => double.IsNaN(score));
        region.Ranks.ShouldBe([1, 1]);
        region.Notes.Select(note => note.Code).ShouldBe(["few-regions", "no-score"]);

        Estimate(Repeat(("a", "x", 12), ("b", "x", 15)), NoBootstrap).Ranks.ShouldBe([1.5, 1.5]);

        StandardisedLocationQuotientResult idle = Estimate(
            new() { Regions = ["a", "a", "b"], Industries = ["x", "y", "x"], Employment = [3, 0, 0] }, new() { Replicates = 19 });
        idle.Values.ShouldBe([1, 0, 0, 0]);
        idle.Notes.Select(note => note.Code).ShouldBe(["few-plants", "few-regions", "no-score", "empty-region", "empty-industry"]);
        Column(idle, idle.Lows, "y").ShouldAllBe(low => double.IsNaN(low));
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(null!));
        Should.Throw<ArgumentException>(() => Estimate(new() { Regions = [], Industries = [] }));
        Should.Throw<ArgumentException>(() => Estimate(new() { Regions = ["a"], Industries = ["x", "y"] }));
        Should.Throw<ArgumentException>(() => Estimate(new() { Regions = ["a"], Industries = ["x"], Employment = [-1] }));
        Should.Throw<ArgumentException>(() => Estimate(new() { Regions = ["a"], Industries = ["x"], Employment = [double.NaN] }));
        Should.Throw<ArgumentException>(() => new StandardisedLocationQuotientOptions { Replicates = -1 });
        Should.Throw<ArgumentException>(() => new StandardisedLocationQuotientOptions { Level = 1 });
        Should.Throw<ArgumentException>(() => new StandardisedLocationQuotientOptions { LeastPlants = 0 });
    }

    private static PlantTable Three() => Repeat(
        ("a", "pumps", 6), ("b", "pumps", 3), ("c", "pumps", 1), ("a", "other", 4), ("b", "other", 7), ("c", "other", 9));

    private static PlantTable Repeat(params (string Region, string Industry, int Plants)[] cells) => new()
    {
        Regions = [.. cells.SelectMany(cell => Enumerable.Repeat(cell.Region, cell.Plants))],
        Industries = [.. cells.SelectMany(cell => Enumerable.Repeat(cell.Industry, cell.Plants))],
    };

    private static PlantTable Of((int Region, int Industry, int Workers)[] rows) => new()
    {
        Regions = [.. rows.Select(row => $"r{row.Region}")],
        Industries = [.. rows.Select(row => $"i{row.Industry}")],
        Employment = [.. rows.Select(row => (double)row.Workers)],
    };

    /// <summary>The least k with P(K ≤ k) ≥ p, by summing the probabilities.</summary>
    private static int Quantile(int trials, double probability, double p)
    {
        double log = trials * Math.Log(1 - probability);
        double sum = Math.Exp(log);
        int k = 0;
        for (; sum < p; k++)
        {
            log += Math.Log(probability / (1 - probability) * (trials - k) / (k + 1));
            sum += Math.Exp(log);
        }

        return k;
    }

    private static double[] Column(StandardisedLocationQuotientResult result, IReadOnlyList<double> values, string industry)
    {
        int width = result.Activity.Industries.Count;
        int at = result.Activity.Industries.ToList().IndexOf(industry);
        return [.. Enumerable.Range(0, result.Activity.Regions.Count).Select(r => values[(r * width) + at])];
    }

    private static double[] Numbers(StandardisedLocationQuotientResult result) =>
        [.. result.Values, .. result.Scores, .. result.Lows, .. result.Highs, .. result.Ranks];

    private static StandardisedLocationQuotientResult Estimate(
        PlantTable plants, StandardisedLocationQuotientOptions? options = null, int workers = 2) =>
        StandardisedLocationQuotient.Estimate(
            plants, options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}

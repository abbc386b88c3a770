using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Learning;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class ClusterComparisonTests
{
    private const int Firms = 500;
    private const double Planted = 0.5;
    private const double Error = 0.4;

    private static readonly ComparisonEstimator[] Adjusting =
    [
        ComparisonEstimator.Regression, ComparisonEstimator.NearestNeighbour, ComparisonEstimator.Kernel, ComparisonEstimator.EntropyBalancing,
        ComparisonEstimator.AugmentedWeighting,
    ];

    private static ClusterComparisonOptions Options { get; } = new()
    {
        Equations = new EquationOptions { Draws = 4 },
        BootstrapSamples = 49,
        Permutations = 19,
    };

    [Fact]
    public void The_planted_difference_is_found_where_abler_owners_chose_the_cluster()
    {
        LearningSample sample = Sorted();
        double unit = Unit(sample);

        ClusterComparisonResult result = Estimate(sample);

        double plain = result.Find("capability", "all", ComparisonEstimator.Unadjusted)!.Estimate * unit;
        plain.ShouldBeGreaterThan(Planted + 0.3);
        foreach (ComparisonEstimator estimator in Adjusting)
        {
            ComparisonEstimate estimate = result.Find("capability", "all", estimator)!;
            (estimate.Estimate * unit).ShouldBe(Planted, 0.2, estimator.ToString());
            (estimate.Low * unit).ShouldBeLessThan(Planted + 0.02, estimator.ToString());
            (estimate.High * unit).ShouldBeGreaterThan(Planted - 0.02, estimator.ToString());
            estimate.ShareMeasurement.ShouldBeInRange(0.001, 0.9, estimator.ToString());
        }
    }

    [Theory]
    [InlineData(ComparisonEstimator.EntropyBalancing)]
    [InlineData(ComparisonEstimator.AugmentedWeighting)]
    public void Measurement_takes_no_degrees_of_freedom_that_count_places(ComparisonEstimator estimator)
    {
        LearningSample sample = Sorted();
        ComparisonEstimate estimate = Estimate(sample).Find("capability", "all", estimator)!;
        (double share, double places) = (estimate.ShareMeasurement, sample.Places.Distinct().Count());

        estimate.Gap!.DegreesOfFreedom[0].ShouldBe(
            1 / (((1 - share) * (1 - share) / (places - 1)) + (share * share / (Options.Equations.Draws - 1))), tolerance: 1e-9 * places);
    }

    [Fact]
    public void Sorting_is_told_where_it_was_planted_and_not_where_chance_chose()
    {
        ClusterComparisonResult sorted = Estimate(Sorted());
        ClusterComparisonResult drawn = Estimate(Sorted(sorting: 0));

        sorted.Sensitivity[0].ShowsSorting.ShouldBeTrue();
        sorted.Notes.ShouldContain(note => note.Code == "sorting");
        sorted.Sensitivity[0].MovedByAdjusting.Estimate.ShouldBe(
            sorted.Find("capability", "all", ComparisonEstimator.Unadjusted)!.Estimate - sorted.Find("capability", "all", ComparisonEstimator.Regression)!.Estimate, 0.05);
        drawn.Notes.ShouldNotContain(note => note.Code == "sorting");
    }

    [Fact]
    public void Weighting_makes_the_firms_alike_and_says_so()
    {
        ClusterComparisonResult result = Estimate(Sorted());

        ComparisonBalance Owner(ComparisonEstimator estimator) =>
            result.Balance.First(row => row.Outcome == "capability" && row.Estimator == estimator && row.Covariate == "education");
        Owner(ComparisonEstimator.EntropyBalancing).Before.ShouldBeGreaterThan(0.5);
        Math.Abs(Owner(ComparisonEstimator.EntropyBalancing).After).ShouldBeLessThan(1e-6);
        Owner(ComparisonEstimator.AugmentedWeighting).IsBalanced.ShouldBe(Math.Abs(Owner(ComparisonEstimator.AugmentedWeighting).After) < 0.1);
        Math.Abs(Owner(ComparisonEstimator.AugmentedWeighting).After).ShouldBeLessThan(Owner(ComparisonEstimator.AugmentedWeighting).Before / 2);
        result.Balance.ShouldContain(row => row.Covariate == "education squared");
    }

    [Fact]
    public void What_was_not_measured_is_bounded_three_ways()
    {
        ComparisonSensitivity sensitivity = Estimate(Sorted()).Sensitivity[0];

        sensitivity.CriticalGamma.ShouldBeGreaterThan(1);
        sensitivity.EValue.ShouldBeGreaterThan(sensitivity.EValueLimit);
        sensitivity.EValueLimit.ShouldBeGreaterThan(1);
        sensitivity.Delta.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Kinds_of_dispersed_firms_and_size_classes_are_compared_apart_and_corrected_together()
    {
        ClusterComparisonResult result = Estimate(Sorted());

        result.Estimates.Where(row => row.Outcome == "capability").Select(row => row.Group).Distinct().ShouldBe(
        [
            "all", "dispersed rural", "dispersed urban", "below 5 workers", "5 to below 10 workers", "10 to below 50 workers", "50 or more workers",
        ]);
        ComparisonEstimate rural = result.Find("capability", "dispersed rural", ComparisonEstimator.AugmentedWeighting)!;
        ComparisonEstimate urban = result.Find("capability", "dispersed urban", ComparisonEstimator.AugmentedWeighting)!;
        (rural.Dispersed + urban.Dispersed).ShouldBe(result.Main("capability")!.Dispersed);
        rural.Clustered.ShouldBe(urban.Clustered);
        rural.AdjustedPValue.ShouldBeGreaterThanOrEqualTo(rural.PValue);
        result.Find("capability", "50 or more workers", ComparisonEstimator.Regression)!.Reason!.ShouldContain("needs 5 of each");
    }

    [Fact]
    public void Hypothesis_one_takes_the_comparison()
    {
        LearningSample sample = Sorted();
        ClusterComparisonResult result = Estimate(sample);

        HypothesisPart part = result.ToHypotheses()["H1"].ShouldHaveSingleItem();

        part.Estimate.ShouldBe(result.Main("capability")!.Estimate);
        part.Low.ShouldBe(result.Main("capability")!.Low, 1e-12);
        part.EquivalenceLow.ShouldBeGreaterThan(part.Low);
        part.Firms.ShouldBe(Firms);
    }

    [Fact]
    public void Without_dispersed_firms_we_cannot_tell()
    {
        LearningSample sample = Sorted();
        ClusterComparisonResult result = Estimate(sample with { Clustered = [.. sample.Clustered.Select(_ => true)] });

        result.Estimates.ShouldAllBe(row => row.Gap == null && row.Reason != null);
        result.Notes.ShouldContain(note => note.Code == "not-compared");
        result.ToHypotheses()["H1"].ShouldBeEmpty();
        result.Summary.ShouldContain("we cannot tell");
        result.Summary.ShouldContain("500 clustered and 0 dispersed firms");
        result.ToSensitivity().RowCount.ShouldBe(0);
    }

    [Fact]
    public void One_clustered_firm_is_no_group()
    {
        LearningSample sample = Sorted();
        ClusterComparisonResult result = Estimate(sample with { Clustered = [.. sample.Clustered.Select((_, firm) => firm == 3)] });

        result.Main("capability")!.Reason.ShouldBe("1 clustered and 499 dispersed firms have all values; a comparison needs 5 of each.");
        result.ToTable().RowCount.ShouldBe(result.Estimates.Count);
    }

    [Fact]
    public void Firms_that_do_not_overlap_are_not_compared_by_matching_or_weighting()
    {
        LearningSample sample = Sorted();
        double[] education = sample.Controls["education"];
        LearningSample apart = sample with
        {
            Controls = new Dictionary<string, double[]>(sample.Controls)
            {
                ["education"] = [.. education.Select((value, firm) => value + (sample.Clustered[firm] ? 20 : 0))],
            },
        };

        ClusterComparisonResult result = Estimate(apart);

        foreach (ComparisonEstimator estimator in Adjusting.Skip(1))
        {
            ComparisonEstimate estimate = result.Find("capability", "all", estimator)!;
            estimate.Gap.ShouldBeNull(estimator.ToString());
            estimate.Reason.ShouldNotBeNullOrEmpty(estimator.ToString());
        }

        result.Notes.ShouldContain(note => note.Code == "not-compared");
        result.Sensitivity[0].EValue.ShouldBe(double.NaN);
        result.ToHypotheses()["H1"].ShouldBeEmpty();
    }

    [Theory]
    [InlineData(double.NaN, double.NaN, true)]
    [InlineData(0.03, double.NaN, true)]
    [InlineData(0.09, double.NaN, false)]
    [InlineData(double.NaN, 0.08, false)]
    public void A_difference_is_clear_where_the_interval_and_few_places_say_so(double permutation, double wild, bool clear)
    {
        ComparisonEstimate estimate = new("capability", "all", ComparisonEstimator.AugmentedWeighting, 107, 60)
        {
            Gap = new CoefficientTable(["clustered"], [0.87], [0.35], [15.0], 0.95),
            PermutationPValue = permutation,
            WildPValue = wild,
        };

        estimate.Low.ShouldBeGreaterThan(0);
        estimate.IsClear.ShouldBe(clear);
        new ComparisonEstimate("capability", "all", ComparisonEstimator.Kernel, 3, 4) { Reason = "few" }.IsClear.ShouldBeFalse();
    }

    [Fact]
    public void Few_effective_dispersed_firms_raise_a_flag()
    {
        LearningSample sample = Sorted();
        bool[] clustered = [.. sample.Clustered];
        int[] dispersed = [.. Enumerable.Range(0, Firms).Where(firm => !clustered[firm])];
        HashSet<int> kept = [.. dispersed.Where((_, place) => place % 10 == 0)];
        double[] capability = [.. sample.Scores.Find("capability")!.Values.Select((value, firm) => clustered[firm] || kept.Contains(firm) ? value : double.NaN)];

        ClusterComparisonResult result = Estimate(sample with { Scores = Scores(sample.Scores.FirmIds, capability, 0) });

        result.Main("capability")!.EffectiveDispersed.ShouldBeLessThan(30);
        result.Notes.ShouldContain(note => note.Code == "few-effective-dispersed");
    }

    [Fact]
    public void A_gap_in_value_added_beyond_what_is_known_warns()
    {
        LearningSample sample = Sorted();
        LearningSample With(double gap) => sample with
        {
            Variables = new Dictionary<string, double[]>
            {
                ["ln_value_added"] = [.. Noise(9).Select((value, firm) => (0.3 * value) + (sample.Clustered[firm] ? gap : 0))],
            },
        };

        Estimate(With(0.8)).Notes.ShouldContain(note => note.Code == "large-value-added-gap");
        Estimate(With(0.25)).Notes.ShouldNotContain(note => note.Code == "large-value-added-gap");
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same()
    {
        LearningSample sample = Sorted();
        ClusterComparisonOptions fewPlaces = Options with { Equations = new EquationOptions { Draws = 2 } };

        double[] one = [.. Estimate(sample, fewPlaces, 1).Estimates.Select(row => row.Low)];
        double[] three = [.. Estimate(sample, fewPlaces, 3).Estimates.Select(row => row.Low)];

        three.ShouldBe(one);
    }

    [Fact]
    public void A_single_place_of_clustered_firms_is_said_to_be_split()
    {
        LearningSample sample = Sorted();
        LearningSample single = sample with { Places = [.. sample.Places.Select((place, firm) => sample.Clustered[firm] ? "main" : place)] };

        Estimate(single).Notes.ShouldContain(note => note.Code == "places-split");
        Estimate(sample).Notes.ShouldNotContain(note => note.Code == "places-split");
    }

    private static ClusterComparisonResult Estimate(LearningSample sample, ClusterComparisonOptions? options = null, int workers = 0) =>
        ClusterComparison.Estimate(sample, options ?? Options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);

    // Owners with more education chose the cluster; capability = 0.5 clustered + 0.7 education + noise, seen with a told error.
    private static LearningSample Sorted(double sorting = 1)
    {
        (double[] education, double[] chance, double[] noise, double[] seen, double[] size) = (Noise(1), Noise(2), Noise(3), Noise(4), Noise(5));
        bool[] clustered = [.. education.Zip(chance, (owner, luck) => (sorting * owner) + luck > 0)];
        double[] capability = [.. Enumerable.Range(0, Firms).Select(firm =>
            (clustered[firm] ? Planted : 0) + (0.7 * education[firm]) + (0.6 * noise[firm]) + (Error * seen[firm]))];
        string[] ids = SampleSurveys.Ids(Firms);
        return new LearningSample(
            [.. Enumerable.Range(0, Firms)],
            clustered,
            [.. Enumerable.Range(0, Firms).Select(firm => clustered[firm] ? $"cluster {firm % 15}" : $"town {firm % 20}")],
            new ExposureTable(ids, []),
            Scores(ids, capability, Error),
            new Dictionary<string, double[]>
            {
                ["education"] = education,
                ["workers_(log)"] = [.. size.Select(value => Math.Log(Math.Clamp(Math.Round(Math.Exp(2 + (0.7 * value))), 1, 49)))],
            })
        {
            Settings = [.. Enumerable.Range(0, Firms).Select(firm => clustered[firm] ? "" : firm % 2 == 0 ? "urban" : "rural")],
        };
    }

    private static double Unit(LearningSample sample) =>
        Math.Sqrt(Karkhana.Core.Kernels.Sums.Variance([.. sample.Scores.Find("capability")!.Values]));

    private static ScoreTable Scores(IReadOnlyList<string> ids, double[] capability, double error) =>
        new(ids, [new Score("capability", capability, error == 0 ? [] : [.. capability.Select(_ => error)], "test", [])]);

    private static double[] Noise(int replicate)
    {
        RandomStream stream = new(12, RandomPurpose.Example, 3000 + replicate);
        return [.. Enumerable.Range(0, Firms).Select(_ => stream.NextGaussian())];
    }
}

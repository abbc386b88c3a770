using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Learning;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class SpecificationCurveTests
{
    private const int Firms = 300;

    [Fact]
    public void Every_combination_of_choices_is_run_once_and_the_first_is_the_main_one()
    {
        SpecificationCurveResult result = Estimate(Planted(0.5));

        int product = result.Dimensions.Aggregate(1, (count, dimension) => count * dimension.Choices.Count);
        result.Specifications.Count.ShouldBe(product);
        result.Specifications.Select(row => string.Join('|', row.Labels)).Distinct().Count().ShouldBe(product);
        result.Specifications[0].Labels.ShouldBe(result.Dimensions.Select(dimension => dimension.Choices[0].Label));
    }

    [Fact]
    public void The_main_specification_is_the_equation_by_itself()
    {
        LearningSample sample = Planted(0.5);
        LearningFit fit = LearningEquations.Estimate(
            sample, new LearningEquation("effort", "effort", ["EE01", "absorptive_capacity", "size", "clustered"]),
            new EquationOptions { Draws = 5, Errors = ErrorDependence.WithinPlaces }, cancellationToken: TestContext.Current.CancellationToken)!;

        Estimate(sample).Specifications[0].Estimate.ShouldBe(fit.Coefficients.Estimates[1]);
        Estimate(sample).Specifications[0].Low.ShouldBe(fit.Coefficients.ConfidenceLow[1]);
    }

    [Fact]
    public void A_strong_association_holds_under_all_choices_and_an_absent_one_under_few()
    {
        SpecificationCurveResult strong = Estimate(Planted(0.7));
        SpecificationCurveResult none = Estimate(Planted(0));

        strong.ShareOfSign.ShouldBe(1);
        strong.ShareClearlyPositive.ShouldBe(1);
        strong.ShareAgreeing.ShouldBe(1);
        (none.ShareClearlyPositive + none.ShareClearlyNegative).ShouldBeLessThan(0.4); // specifications share their firms
        Math.Abs(none.Median).ShouldBeLessThan(0.15);
    }

    [Fact]
    public void The_choice_that_the_finding_hangs_on_is_named_first()
    {
        LearningSample sample = Planted(0.7);
        Dictionary<string, double[]> variants = new() { ["noise instead"] = Gaussian(77) };
        SpecificationCurveResult result = SpecificationCurve.Estimate(
            sample, "effort", "EE01", SpecificationDimensions.Of(sample, "EE01", variants), cancellationToken: TestContext.Current.CancellationToken);

        result.Influence()[0].Dimension.ShouldBe("exposure");
        result.Influence()[0].Range.ShouldBeGreaterThan(0.4);
        result.ToTable().Texts("choice_exposure").Distinct().ShouldBe(["as in the main analysis", "noise instead"]);
    }

    [Fact]
    public void Specifications_that_share_a_fit_are_what_they_are_by_themselves()
    {
        LearningSample sample = Planted(0.5);
        SpecificationCurveResult result = Estimate(sample);
        int errors = result.Dimensions.ToList().FindIndex(dimension => dimension.Name == "errors");
        Specification independent = result.Specifications.First(row => row.Labels[errors] == "independent errors"
            && row.Labels.Where((_, i) => i != errors).SequenceEqual(result.Specifications[0].Labels.Where((_, i) => i != errors)));
        LearningFit fit = LearningEquations.Estimate(
            sample, new LearningEquation("effort", "effort", ["EE01", "absorptive_capacity", "size", "clustered"]),
            new EquationOptions { Draws = 5, Errors = ErrorDependence.Independent }, cancellationToken: TestContext.Current.CancellationToken)!;

        independent.Estimate.ShouldBe(result.Specifications[0].Estimate);
        independent.Low.ShouldBe(fit.Coefficients.ConfidenceLow[1]);
        independent.PValue.ShouldBe(fit.Coefficients.PValues[1]);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        SpecificationCurveResult one = Estimate(Planted(0.3), workers: 1);
        SpecificationCurveResult three = Estimate(Planted(0.3), workers: 3);

        Bits.Same([.. one.Specifications.Select(row => row.Estimate)], [.. three.Specifications.Select(row => row.Estimate)]).ShouldBeTrue();
        Bits.Same([.. one.Specifications.Select(row => row.High)], [.. three.Specifications.Select(row => row.High)]).ShouldBeTrue();
    }

    [Fact]
    public void Choices_that_leave_too_few_firms_are_shown_as_not_estimated()
    {
        LearningSample sample = Planted(0.5);
        LearningSample few = sample with { Clustered = [.. Enumerable.Range(0, Firms).Select(firm => firm < 12)] };

        SpecificationCurveResult result = Estimate(few);

        result.Specifications.Where(row => !row.IsEstimated).ShouldNotBeEmpty();
        result.Specifications.Where(row => !row.IsEstimated).ShouldAllBe(row => row.Labels.Contains("clustered firms alone"));
        result.Estimated.Count.ShouldBeLessThan(result.Specifications.Count);
    }

    [Fact]
    public void Effects_of_places_are_those_of_a_regression_with_a_term_for_each_place()
    {
        LearningSample sample = Planted(0.5);
        SpecificationCurveResult result = Estimate(sample);
        Specification within = Only(result, "effects of places", "as observed", "no controls", "status not held", "independent errors", "all firms", "no weights");
        double[] Standard(IReadOnlyList<double> values) => [.. values.Select(value => (value - values.Average()) / Math.Sqrt(Karkhana.Core.Kernels.Sums.Variance([.. values])))];
        LinearModel direct = LinearModel.Of(
            new RegressionSample(Table.Of(
                "t", [Column.Of("y", Standard(sample.Scores.Find("effort")!.Values)), Column.Of("x", Standard(sample.Exposures.Find("EE01")!.Values)),
                .. Enumerable.Range(1, 11).Select(place => Column.Of($"p{place}", sample.Places.Select(name => name == $"p{place}" ? 1.0 : 0)))])),
            new ModelSpecification { Outcome = "y", Terms = ["x", .. Enumerable.Range(1, 11).Select(place => $"p{place}")] });

        within.Estimate.ShouldBe(direct.Estimates[1], tolerance: 1e-10);
        within.Firms.ShouldBe(Firms);
    }

    [Fact]
    public void Matching_and_weighting_are_those_of_the_comparison_and_bring_their_own_errors()
    {
        LearningSample sample = Planted(0.5);
        SpecificationCurveResult result = OfClustered(sample);
        ClusterComparisonResult comparison = ClusterComparison.Estimate(
            sample with { Weights = [] },
            new ClusterComparisonOptions { Equations = new EquationOptions { Draws = 5 }, Outcomes = ["effort"], Permutations = 0, BootstrapSamples = 19 },
            cancellationToken: TestContext.Current.CancellationToken);

        foreach ((string label, ComparisonEstimator estimator) in new[]
        {
            ("nearest neighbour", ComparisonEstimator.NearestNeighbour), ("entropy balancing", ComparisonEstimator.EntropyBalancing),
            ("augmented weighting", ComparisonEstimator.AugmentedWeighting),
        })
        {
            ComparisonEstimate expected = comparison.Find("effort", "all", estimator)!;
            bool apart = comparison.Balance.Any(row => row.Estimator == estimator && !row.Covariate.EndsWith("squared", StringComparison.Ordinal) && !row.IsBalanced);
            Specification found = Only(result, label, "all controls", "plausible values", "no weights");

            found.Refusal.ShouldBe(apart ? EstimateRefusal.NotAlike : null, label);
            if (!apart)
            {
                found.Estimate.ShouldBe(expected.Estimate, label);
                found.High.ShouldBe(expected.High, label);
                found.Labels.ShouldContain(Specification.OfTheEstimator);
            }
        }

        Only(result, "entropy balancing", "all controls", "plausible values", "no weights").IsEstimated.ShouldBeTrue();
    }

    [Fact]
    public void What_cannot_be_compared_stays_with_its_reason_and_is_counted()
    {
        LearningSample sample = Planted(0.5);
        SpecificationCurveResult result = OfClustered(sample);
        Specification[] compared = [.. result.Specifications.Where(row => row.Labels.Contains(Specification.OfTheEstimator))];

        compared.Where(row => row.Labels.Contains("sampling weights")).ShouldAllBe(row => row.Refusal == EstimateRefusal.SamplingWeights);
        compared.Where(row => row.Labels.Contains("no controls") && row.Labels.Contains("no weights")).ShouldAllBe(row => row.Refusal == EstimateRefusal.NothingHeld);
        result.Specifications.ShouldAllBe(row => row.IsEstimated == (row.Refusal == null));
        result.Refused.Sum(refused => refused.Count).ShouldBe(result.Specifications.Count - result.Estimated.Count);
        result.Notes.Count.ShouldBe(result.Refused.Count);
        result.ToTable().Texts("reason").Count(reason => reason == "sampling weights").ShouldBe(compared.Count(row => row.Labels.Contains("sampling weights")));
        result.Specifications.Select(row => string.Join('|', row.Labels)).ShouldBeUnique();
    }

    [Fact]
    public void Firms_that_do_not_overlap_are_refused_by_matching_and_weighting_alone()
    {
        LearningSample sample = Planted(0.5);
        double[] size = [.. sample.Controls["size"].Select((value, firm) => value + (sample.Clustered[firm] ? 20 : 0))];
        SpecificationCurveResult result = OfClustered(sample with { Controls = new Dictionary<string, double[]> { ["size"] = size } });

        result.Specifications.Where(row => row.Labels.Contains("owner and firm alone") && row.Labels.Contains("no weights") && row.Labels.Contains(Specification.OfTheEstimator))
            .ShouldAllBe(row => row.Refusal == EstimateRefusal.NoOverlap || row.Refusal == EstimateRefusal.NotAlike);
        Only(result, "least squares", "owner and firm alone", "plausible values", "independent errors", "no weights").IsEstimated.ShouldBeTrue();
    }

    [Fact]
    public void Firms_that_lack_a_covariate_are_left_out_or_completed()
    {
        LearningSample sample = Planted(0.5);
        double[] size = [.. sample.Controls["size"].Select((value, firm) => firm % 5 == 0 ? double.NaN : value)];
        SpecificationCurveResult result = OfClustered(sample with { Controls = new Dictionary<string, double[]> { ["size"] = size } });

        Specification Of(string estimator, string missing) => result.Specifications.First(row => new[] { estimator, missing, "owner and firm alone", "no weights" }.All(row.Labels.Contains));
        foreach (string estimator in new[] { "least squares", "entropy balancing" })
        {
            Of(estimator, "firms left out").Firms.ShouldBe(240);
            Of(estimator, "drawn").Firms.ShouldBe(Firms);
        }
    }

    [Fact]
    public void Another_way_to_tell_the_clustered_is_compared_by_its_own_status()
    {
        LearningSample sample = Planted(0.5);
        double[] other = [.. Enumerable.Range(0, Firms).Select(firm => firm % 2 == 0 ? 1.0 : 0)];
        LearningSample swapped = sample with { Weights = [], Clustered = [.. other.Select(value => value == 1)] };
        SpecificationCurveResult variant = SpecificationCurve.Estimate(
            sample with { Weights = [] }, "effort", "clustered",
            SpecificationDimensions.Of(sample with { Weights = [] }, "clustered", new Dictionary<string, double[]> { ["other"] = other }), cancellationToken: TestContext.Current.CancellationToken);

        Only(variant, "other", "entropy balancing", "all controls", "as observed").Estimate
            .ShouldBe(Only(OfClustered(swapped), "entropy balancing", "all controls", "as observed").Estimate);
    }

    private static SpecificationCurveResult OfClustered(LearningSample sample) => SpecificationCurve.Estimate(
        sample, "effort", "clustered", SpecificationDimensions.Of(sample, "clustered"), cancellationToken: TestContext.Current.CancellationToken);

    [Fact]
    public void A_term_that_places_share_has_no_estimate_within_them()
    {
        LearningSample sample = Planted(0.5);
        double[] shared = [.. Enumerable.Range(0, Firms).Select(firm => (double)(firm % 12))];

        SpecificationDimensions.Of(sample with { Exposures = new ExposureTable(SampleSurveys.Ids(Firms), [new Exposure("EE01", shared, [], "test")]) }, "EE01")
            .ShouldNotContain(dimension => dimension.Name == "estimator");
    }

    private static Specification Only(SpecificationCurveResult result, params string[] labels) =>
        result.Specifications.Single(row => labels.All(row.Labels.Contains));

    [Fact]
    public void No_choices_and_too_many_are_refused()
    {
        LearningSample sample = Planted(0.5);

        Should.Throw<ArgumentException>(() => SpecificationCurve.Estimate(sample, "effort", "EE01", [], cancellationToken: TestContext.Current.CancellationToken));
        Should.Throw<ArgumentException>(() => SpecificationCurve.Estimate(
            sample, "effort", "EE01", SpecificationDimensions.Of(sample, "EE01"), new SpecificationCurveOptions { Most = 10 },
            cancellationToken: TestContext.Current.CancellationToken)).Message.ShouldContain("at most 10");
    }

    private static SpecificationCurveResult Estimate(LearningSample sample, int workers = 0) => SpecificationCurve.Estimate(
        sample, "effort", "EE01", SpecificationDimensions.Of(sample, "EE01"), execution: new ExecutionOptions { Workers = workers },
        cancellationToken: TestContext.Current.CancellationToken);

    private static double[] Gaussian(int replicate)
    {
        RandomStream stream = new(14, RandomPurpose.Example, replicate);
        return [.. Enumerable.Range(0, Firms).Select(_ => stream.NextGaussian())];
    }

    private static LearningSample Planted(double slope)
    {
        double[] exposure = Gaussian(1);
        double[] noise = Gaussian(2);
        string[] ids = SampleSurveys.Ids(Firms);
        return new LearningSample(
            [.. Enumerable.Range(0, Firms)],
            [.. Enumerable.Range(0, Firms).Select(firm => firm % 3 != 0)],
            [.. Enumerable.Range(0, Firms).Select(firm => $"p{firm % 12}")],
            new ExposureTable(ids, [new Exposure("EE01", exposure, [], "test")]),
            new ScoreTable(ids,
            [
                new Score("effort", [.. exposure.Select((value, firm) => (slope * value) + noise[firm])], [.. Enumerable.Repeat(0.3, Firms)], "test", []),
                new Score("absorptive_capacity", Gaussian(3), [.. Enumerable.Repeat(0.4, Firms)], "test", []),
            ]),
            new Dictionary<string, double[]> { ["size"] = Gaussian(4) })
        { Weights = [.. Enumerable.Range(0, Firms).Select(firm => 1.0 + (firm % 2))] };
    }
}

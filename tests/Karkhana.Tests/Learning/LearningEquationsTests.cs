using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Learning;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class LearningEquationsTests
{
    private const int Firms = 3000;
    private const double Error = 0.6;

    [Fact]
    public void A_moderator_measured_with_error_no_longer_shrinks_its_product()
    {
        LearningSample uncertain = Moderated(Error);
        double spread = Math.Sqrt(1 + (Error * Error)); // the unit is the observed score's standard deviation

        double shrunk = Estimate(Moderated(0)).Of("EE01:absorptive_capacity");
        double corrected = Estimate(uncertain).Of("EE01:absorptive_capacity");

        shrunk.ShouldBe(0.4 / spread * OutcomeUnit(), tolerance: 0.04);
        corrected.ShouldBe(0.4 * spread * OutcomeUnit(), tolerance: 0.05);
        Estimate(uncertain).Of("EE01").ShouldBe(0.5 * OutcomeUnit(), tolerance: 0.05);
    }

    [Fact]
    public void The_share_due_to_measurement_is_told_and_none_without_error()
    {
        Estimate(Moderated(0)).Fit.Pooled.ShareBetween.ShouldAllBe(share => share == 0);
        Estimate(Moderated(Error)).Fit.Pooled.ShareBetween.ShouldAllBe(share => share > 0 && share < 0.9);
        Estimate(Moderated(Error)).Fit.Pooled.Runs.ShouldBe(20);
    }

    [Fact]
    public void Standard_errors_are_the_roots_of_the_pooled_covariance()
    {
        LearningFit fit = Estimate(Moderated(Error)).Fit;

        foreach (string term in fit.Coefficients.Terms)
        {
            Math.Sqrt(fit.Covariance(term, term)).ShouldBe(fit.Coefficients.StandardErrors[fit.Coefficients.Find(term)], tolerance: 1e-12);
        }

        fit.Covariance("EE01", "no such term").ShouldBe(double.NaN);
    }

    [Fact]
    public void A_square_is_a_product_of_a_variable_with_itself()
    {
        double[] rivalry = Gaussian(7);
        double[] noise = Gaussian(8);
        LearningSample sample = Sample(
            [.. rivalry.Select((value, firm) => (0.6 * value) - (0.3 * value * value) + (0.5 * noise[firm]))], rivalry, Gaussian(9), 0);
        LearningFit fit = LearningEquations.Estimate(
            sample, new LearningEquation("rivalry", "capability", ["EE01", "EE01:EE01"]), null, cancellationToken: TestContext.Current.CancellationToken)!;

        double turning = -fit.Coefficients.Estimates[1] / (2 * fit.Coefficients.Estimates[2]);
        turning.ShouldBe(1, tolerance: 0.1); // of the standardised exposure, which is its own value here but for chance
    }

    [Fact]
    public void Firms_without_a_variable_of_comparison_are_left_out()
    {
        double[] missing = [.. Enumerable.Range(0, Firms).Select(firm => firm < 1000 ? double.NaN : firm % 7)];
        LearningSample sample = Moderated(0) with { Variables = new Dictionary<string, double[]> { ["openness"] = missing } };
        LearningEquation equation = new("capability", "capability", ["EE01"]) { AlsoKnown = ["openness"] };

        LearningEquations.Estimate(sample, equation, null, cancellationToken: TestContext.Current.CancellationToken)!.Firms.Count.ShouldBe(2000);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(19, true)]
    [InlineData(20, false)]
    public void Terms_of_interest_are_tested_by_turning_whole_places_where_these_are_few(int places, bool tested)
    {
        LearningSample sample = Moderated(0) with { Places = [.. Enumerable.Range(0, Firms).Select(firm => $"p{firm % places}")] };

        LearningFit fit = LearningEquations.Estimate(sample, Of("EE01", "absent:EE01"), null, cancellationToken: TestContext.Current.CancellationToken)!;

        (fit.WildPValues.Count > 0).ShouldBe(tested);
        fit.WildPValues.Keys.ShouldAllBe(term => term == "EE01");
        LearningEquation Of(params string[] terms) => new("capability", "capability", ["EE01"]) { Tested = terms };
    }

    [Fact]
    public void The_p_value_of_few_places_is_that_of_the_regression_and_the_median_over_draws()
    {
        string[] places = [.. Enumerable.Range(0, Firms).Select(firm => $"p{firm % 17}")];
        LearningFit Estimated(double error, int workers, params string[] held) => LearningEquations.Estimate(
            Weak(error) with { Places = places }, new LearningEquation("capability", "capability", ["EE01", .. held]) { Tested = ["EE01"] }, null, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken)!;
        LearningSample sample = Weak(0);
        LinearModel model = LinearModel.Of(
            new RegressionSample(Table.Of("t", Column.Of("y", sample.Scores.Find("capability")!.Values), Column.Of("x", sample.Exposures.Find("EE01")!.Values))),
            new ModelSpecification { Outcome = "y", Terms = ["x"] });

        double known = Estimated(0, 1).WildPValues["EE01"];
        known.ShouldBe(model.WildPValues(places, ["x"], 1999, cancellationToken: TestContext.Current.CancellationToken)[0], tolerance: 1e-12);
        known.ShouldBeInRange(0.001, 0.999);
        double observed = Estimated(0, 1, "absorptive_capacity").WildPValues["EE01"];
        double drawn = Estimated(Error, 1, "absorptive_capacity").WildPValues["EE01"];
        drawn.ShouldNotBe(observed);
        Estimated(Error, 3, "absorptive_capacity").WildPValues["EE01"].ShouldBe(drawn);
    }

    // A slope so small that chance may have made it.
    private static LearningSample Weak(double error) => Sample(Gaussian(21), Gaussian(22), Gaussian(23), error);

    [Fact]
    public void A_weight_of_two_counts_as_two_firms()
    {
        LearningSample sample = Moderated(0);
        LearningSample weighted = sample with { Weights = [.. Enumerable.Range(0, Firms).Select(firm => firm < 500 ? 2.0 : 1)] };
        int[] twice = [.. Enumerable.Range(0, Firms).Concat(Enumerable.Range(0, 500))];
        LearningSample repeated = sample with
        {
            Firms = twice,
            Clustered = [.. twice.Select(firm => sample.Clustered[firm])],
            Places = [.. twice.Select(firm => sample.Places[firm])],
        };

        // Units differ, for the whole sample sets them: compare what has no unit.
        (double weightedT, double repeatedT) = (Ratio(Estimate(weighted).Fit), Ratio(Estimate(repeated).Fit));
        weightedT.ShouldBe(repeatedT, tolerance: 0.01 * Math.Abs(repeatedT));

        static double Ratio(LearningFit fit) => fit.Coefficients.Estimates[3] / fit.Coefficients.Estimates[1];
    }

    [Fact]
    public void Errors_that_neighbours_share_widen_the_errors_in_space_and_nothing_makes_them_surer_than_independent_ones()
    {
        // Neighbours share both the exposure and the error, by places of 30 firms 50 km apart.
        double[] place = [.. Enumerable.Range(0, 100).Select(i => Gaussian(20)[i])];
        double[] shock = [.. Enumerable.Range(0, 100).Select(i => Gaussian(21)[i])];
        double[] own = Gaussian(22);
        LearningSample shared = Sample([.. own.Select((value, firm) => value + shock[firm / 30])], [.. own.Select((_, firm) => place[firm / 30])], Gaussian(23), 0) with
        {
            Points = [.. Enumerable.Range(0, Firms).Select(firm => ((firm / 30 % 10 * 50_000.0) + (firm % 30 * 10), firm / 300 * 50_000.0))],
        };
        LearningEquation equation = new("capability", "capability", ["EE01"]);
        double Error(LearningSample sample, ErrorDependence errors) => LearningEquations.Estimate(
            sample, equation, new EquationOptions { Errors = errors }, cancellationToken: TestContext.Current.CancellationToken)!.Coefficients.StandardErrors[1];

        Error(shared, ErrorDependence.InSpace).ShouldBeGreaterThan(2 * Error(shared, ErrorDependence.Independent));
        LearningEquations.Estimate(shared, equation, null, cancellationToken: TestContext.Current.CancellationToken)!.Errors.ShouldBe(ErrorDependence.InSpace);
        LearningSample alone = Moderated(0) with { Points = shared.Points };
        Error(alone, ErrorDependence.InSpace).ShouldBeGreaterThanOrEqualTo(Error(alone, ErrorDependence.Independent) * (1 - 1e-12));
        Should.Throw<ArgumentException>(() => Error(Moderated(0), ErrorDependence.InSpace)).Message.ShouldContain("points");
    }

    [Fact]
    public void An_unknown_variable_is_named_with_those_that_are_there()
    {
        ArgumentException problem = Should.Throw<ArgumentException>(() => LearningEquations.Estimate(
            Moderated(0), new LearningEquation("effort", "capability", ["EE99"]), null, cancellationToken: TestContext.Current.CancellationToken));

        problem.Message.ShouldContain("\"EE99\"");
        problem.Message.ShouldContain("absorptive_capacity, capability, clustered");
    }

    private static double OutcomeUnit() => 1 / Math.Sqrt(0.25 + 0.09 + 0.16 + 0.25);

    private static (LearningFit Fit, Func<string, double> Of) Estimate(LearningSample sample)
    {
        LearningFit fit = LearningEquations.Estimate(
            sample,
            new LearningEquation("capability", "capability", ["EE01", "absorptive_capacity", "EE01:absorptive_capacity"]),
            null,
            cancellationToken: TestContext.Current.CancellationToken)!;
        return (fit, term => fit.Coefficients.Estimates[fit.Coefficients.Find(term)]);
    }

    // capability = 0.5 x + 0.3 z + 0.4 x z + 0.5 noise; z is seen with an error that is told, or not told when 0.
    private static LearningSample Moderated(double toldError)
    {
        (double[] x, double[] z, double[] noise, double[] seen) = (Gaussian(1), Gaussian(2), Gaussian(3), Gaussian(4));
        double[] capability = [.. Enumerable.Range(0, Firms).Select(
            firm => (0.5 * x[firm]) + (0.3 * z[firm]) + (0.4 * x[firm] * z[firm]) + (0.5 * noise[firm]))];
        return Sample(capability, x, [.. z.Select((value, firm) => value + (Error * seen[firm]))], toldError);
    }

    private static LearningSample Sample(double[] capability, double[] exposure, double[] capacity, double capacityError)
    {
        string[] ids = SampleSurveys.Ids(Firms);
        return new LearningSample(
            [.. Enumerable.Range(0, Firms)],
            [.. Enumerable.Range(0, Firms).Select(firm => firm % 2 == 0)],
            [.. Enumerable.Range(0, Firms).Select(firm => $"p{firm % 12}")],
            new ExposureTable(ids, [new Exposure("EE01", exposure, [], "test")]),
            new ScoreTable(ids,
            [
                new Score("capability", capability, [], "test", []),
                new Score("absorptive_capacity", capacity, [.. capacity.Select(_ => capacityError)], "test", []),
            ]),
            new Dictionary<string, double[]>());
    }

    private static double[] Gaussian(int replicate)
    {
        RandomStream stream = new(11, RandomPurpose.Example, 2000 + replicate);
        return [.. Enumerable.Range(0, Firms).Select(_ => stream.NextGaussian())];
    }
}

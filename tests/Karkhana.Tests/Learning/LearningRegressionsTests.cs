using Karkhana.Core.Exchange;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Learning;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class LearningRegressionsTests
{
    private const int Firms = 240;

    [Fact]
    public void A_planted_slope_is_recovered_and_a_null_is_found_about_as_often_as_the_risk_says()
    {
        (int covered, int found, int mistaken) = (0, 0, 0);
        for (int replicate = 0; replicate < 100; replicate++)
        {
            LearningRegressionsResult drawn = Estimate(Planted(Firms, replicate));
            LearningEstimate planted = drawn.Find("effort", "EE01")!; // effort = 0.6·EE01 + 0.8·noise, all with variance 1
            LearningEstimate none = drawn.Find("effort", "EE02")!;
            covered += planted.Low <= 0.6 && planted.High >= 0.6 ? 1 : 0;
            found += planted.AdjustedPValue < 0.05 ? 1 : 0;
            mistaken += none.PValue < 0.05 ? 1 : 0;
        }

        found.ShouldBe(100);
        covered.ShouldBeGreaterThanOrEqualTo(88);
        mistaken.ShouldBeLessThanOrEqualTo(12);
    }

    [Fact]
    public void Firms_places_and_kind_of_error_are_told()
    {
        LearningRegressionsResult result = Estimate(Planted(Firms));

        result.Find("effort", "EE01")!.Firms.ShouldBe(Firms);
        result.Controls.ShouldBe(["absorptive_capacity"]);
        result.Notes.ShouldBeEmpty();
        result.Errors.ShouldBe(ErrorDependence.WithinPlaces);
        result.Places.ShouldBe(12);
    }

    [Fact]
    public void Capability_that_comes_from_effort_alone_leaves_nothing_for_the_exposure()
    {
        LearningRegressionsResult result = Estimate(Planted(Firms));

        result.Find("capability", "effort")!.Low.ShouldBeGreaterThan(0.3);
        LearningEstimate direct = result.Find("capability", "EE01")!;
        Math.Abs(direct.Estimate).ShouldBeLessThan(3.5 * direct.StandardError);
    }

    [Fact]
    public void One_regression_is_that_of_its_standardised_columns()
    {
        LearningSample sample = Planted(Firms) with { Places = [.. Enumerable.Repeat("one", Firms)] };
        LearningEstimate estimate = Estimate(sample).Find("effort", "EE01")!;
        double[][] others = [.. sample.Exposures.Exposures.Where(exposure => exposure.AdvantageId != "EE01").Select(exposure => Standard(exposure.Values))];

        OrdinaryLeastSquaresResult direct = OrdinaryLeastSquares.Estimate(
            new RegressionSample(Table.Of(
                "sample",
                Column.Of("effort", Standard(sample.Scores.Find("effort")!.Values)),
                Column.Of("EE01", Standard(sample.Exposures.Find("EE01")!.Values)),
                Column.Of("others", Standard([.. Enumerable.Range(0, Firms).Select(firm => others.Average(values => values[firm]))])),
                Column.Of("absorptive_capacity", Standard(sample.Scores.Find("absorptive_capacity")!.Values)),
                Column.Of("clustered", sample.Clustered.Select(clustered => clustered ? 1.0 : 0.0)))),
            new OrdinaryLeastSquaresOptions
            {
                Model = new ModelSpecification { Outcome = "effort", Terms = ["EE01", "others", "absorptive_capacity", "clustered"] },
                Covariance = CovarianceEstimator.Hc3,
            },
            cancellationToken: TestContext.Current.CancellationToken);

        estimate.Estimate.ShouldBe(direct.Coefficients.Estimates[1], tolerance: 1e-10);
        estimate.StandardError.ShouldBe(direct.Coefficients.StandardErrors[1], tolerance: 1e-10);
    }

    [Fact]
    public void An_advantage_that_rises_with_those_that_act_and_does_nothing_itself_is_not_reported()
    {
        LearningSample sample = RisingTogether(Firms);
        LearningEstimate Idle(bool held) => LearningRegressions.Estimate(
            sample, new EquationOptions { HoldOtherAdvantages = held, Errors = ErrorDependence.Independent }, cancellationToken: TestContext.Current.CancellationToken).Find("effort", "EE05")!;

        Idle(held: false).AdjustedPValue.ShouldBeLessThan(0.01);
        Idle(held: true).AdjustedPValue.ShouldBeGreaterThan(0.05);
    }

    [Fact]
    public void The_gap_between_clustered_and_dispersed_firms_is_in_standard_deviations()
    {
        LearningSample sample = Planted(Firms);
        double[] capability = [.. sample.Scores.Find("capability")!.Values.Select((value, firm) => value + (sample.Clustered[firm] ? 5 : 0))];
        LearningSample lifted = sample with { Scores = WithScore(sample, "capability", capability) };

        LearningEstimate gap = Estimate(lifted).Find("capability_gap", "clustered")!;

        double mean = capability.Average();
        double spread = Math.Sqrt(capability.Sum(value => (value - mean) * (value - mean)) / (Firms - 1));
        double difference = capability.Where((_, firm) => sample.Clustered[firm]).Average() - capability.Where((_, firm) => !sample.Clustered[firm]).Average();
        gap.Estimate.ShouldBe(difference / spread, tolerance: 1e-10);
        Estimate(lifted).Find("capability_gap_adjusted", "clustered")!.Estimate.ShouldBe(gap.Estimate, tolerance: 0.1);
    }

    [Fact]
    public void P_values_are_corrected_over_the_advantages_of_a_model_only()
    {
        LearningRegressionsResult result = Estimate(Planted(Firms));
        LearningEstimate[] screen = [.. result.Estimates.Where(row => row.Model == "effort")];

        screen.Select(row => row.AdjustedPValue).ShouldBe(MultipleTesting.BenjaminiHochberg([.. screen.Select(row => row.JudgedPValue)]));
        screen.ShouldAllBe(row => row.JudgedPValue >= row.PValue && row.WildPValue > 0); // twelve places
        result.Find("capability", "effort")!.AdjustedPValue.ShouldBe(double.NaN);
    }

    [Fact]
    public void Known_measurement_error_of_effort_no_longer_shrinks_its_coefficient()
    {
        const double Slope = 0.8;
        RandomStream stream = new(11, RandomPurpose.Example, 1000);
        LearningSample sample = Planted(2000);
        double[] effort = [.. Enumerable.Range(0, 2000).Select(_ => stream.NextGaussian())];
        double[] seen = [.. effort.Select(value => value + (0.7 * stream.NextGaussian()))];
        double[] capability = [.. effort.Select(value => (Slope * value) + (0.5 * stream.NextGaussian()))];
        double[] error = [.. Enumerable.Repeat(0.7, 2000)];
        LearningSample certain = sample with
        {
            Scores = new ScoreTable(sample.Scores.FirmIds,
                [new Score("effort", seen, [], "sum-score", []), new Score("capability", capability, [], "sum-score", [])]),
        };
        LearningSample uncertain = sample with
        {
            Scores = new ScoreTable(sample.Scores.FirmIds,
                [new Score("effort", seen, error, "sum-score", []), new Score("capability", capability, [], "sum-score", [])]),
        };

        double unit = Spread(seen) / Spread(capability); // the coefficient is in standard deviations of the observed scores
        double shrunk = Estimate(certain).Find("capability", "effort")!.Estimate;
        double corrected = Estimate(uncertain).Find("capability", "effort")!.Estimate;

        shrunk.ShouldBe(Slope / 1.49 * unit, tolerance: 0.05);
        corrected.ShouldBe(Slope * unit, tolerance: 0.08);
    }

    [Fact]
    public void Measurement_error_of_the_outcome_leaves_the_coefficient_where_it_was()
    {
        LearningSample sample = Planted(Firms);
        Score effort = sample.Scores.Find("effort")!;
        Score unsure = effort with { StandardErrors = [.. effort.Values.Select(_ => 0.4 * Spread([.. effort.Values]))] };
        LearningSample uncertain = sample with { Scores = new ScoreTable(sample.Scores.FirmIds, [unsure, sample.Scores.Find("absorptive_capacity")!]) };

        LearningEstimate plain = Estimate(sample).Find("effort", "EE01")!;
        LearningEstimate drawn = Estimate(uncertain).Find("effort", "EE01")!;

        drawn.Estimate.ShouldBe(plain.Estimate, tolerance: 0.05);
        drawn.StandardError.ShouldBeInRange(0.8 * plain.StandardError, 1.4 * plain.StandardError);
    }

    [Fact]
    public void The_same_seed_draws_the_same_and_another_seed_other_values()
    {
        LearningSample sample = Planted(Firms);
        Score effort = sample.Scores.Find("effort")!;
        Score unsure = effort with { StandardErrors = [.. effort.Values.Select(_ => 0.4 * Spread([.. effort.Values]))] };
        LearningSample uncertain = sample with { Scores = new ScoreTable(sample.Scores.FirmIds, [unsure]) };

        double first = Estimate(uncertain).Find("effort", "EE01")!.Estimate;

        Estimate(uncertain).Find("effort", "EE01")!.Estimate.ShouldBe(first);
        Estimate(uncertain with { Seed = 9 }).Find("effort", "EE01")!.Estimate.ShouldNotBe(first);
    }

    [Fact]
    public void Fewer_than_eight_places_give_errors_that_do_not_lean_on_places()
    {
        LearningSample sample = Planted(Firms);

        Estimate(sample with { Places = [.. sample.Places.Select((_, firm) => $"p{firm % 7}")] }).Errors.ShouldBe(ErrorDependence.Independent);
        Estimate(sample with { Places = [.. sample.Places.Select((_, firm) => $"p{firm % 8}")] }).Errors.ShouldBe(ErrorDependence.WithinPlaces);
    }

    [Fact]
    public void An_exposure_that_is_known_in_one_place_only_is_estimated_without_leaning_on_places()
    {
        LearningSample sample = Planted(Firms) with { Places = [.. Enumerable.Range(0, Firms).Select(firm => firm < 60 ? "roster" : $"p{firm % 12}")] };
        Exposure[] exposures = [.. sample.Exposures.Exposures.Select(exposure => exposure with
        {
            Values = [.. exposure.Values.Select((value, firm) => firm < 60 || exposure.AdvantageId == "EE01" ? value : double.NaN)],
        })];

        LearningRegressionsResult result = Estimate(sample with { Exposures = new ExposureTable(sample.Exposures.FirmIds, exposures) });

        LearningEstimate roster = result.Find("effort", "EE02")!;
        roster.Firms.ShouldBe(60);
        roster.StandardError.ShouldBeInRange(0.05, 0.3);
        result.Find("effort", "EE01")!.Firms.ShouldBe(Firms);
        result.Notes.ShouldHaveSingleItem().Text.ShouldEndWith(": EE02.");
    }

    [Fact]
    public void Fewer_than_thirty_firms_or_no_scores_give_nothing()
    {
        Estimate(Planted(29)).Estimates.ShouldBeEmpty();
        Estimate(Planted(30)).Estimates.ShouldNotBeEmpty();
        LearningSample sample = Planted(Firms);
        Estimate(sample with { Scores = new ScoreTable(sample.Scores.FirmIds, []) }).Estimates.ShouldBeEmpty();
    }

    [Fact]
    public void A_term_that_does_not_vary_has_no_row()
    {
        LearningSample sample = Planted(Firms) with { Clustered = [.. Enumerable.Repeat(true, Firms)] };

        LearningRegressionsResult result = Estimate(sample with
        {
            Exposures = new ExposureTable(sample.Exposures.FirmIds, [new Exposure("EE05", [.. Enumerable.Repeat(0.5, Firms)], [], "test")]),
        });

        result.Find("capability_gap", "clustered").ShouldBeNull();
        result.Find("effort", "EE05").ShouldBeNull();
    }

    private static double Spread(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }

    private static LearningRegressionsResult Estimate(LearningSample sample) =>
        LearningRegressions.Estimate(sample, cancellationToken: TestContext.Current.CancellationToken);

    // Six exposures share what the place gives; effort follows all but EE05.
    private static LearningSample RisingTogether(int firms)
    {
        LearningSample sample = Planted(firms);
        RandomStream stream = new(12, RandomPurpose.Example, 0);
        double[] common = [.. Enumerable.Range(0, firms).Select(_ => stream.NextGaussian())];
        string[] ids = ["EE01", "EE02", "EE03", "EE04", "EE05", "EE06"];
        Exposure[] exposures = [.. ids.Select(id => new Exposure(
            id, [.. common.Select(value => value + stream.NextGaussian())], [.. common.Select(_ => double.NaN)], "register"))];
        double[] effort = [.. Enumerable.Range(0, firms).Select(firm =>
            (0.2 * exposures.Where(exposure => exposure.AdvantageId != "EE05").Sum(exposure => exposure.Values[firm])) + stream.NextGaussian())];
        return sample with
        {
            Exposures = sample.Exposures with { Exposures = exposures },
            Scores = sample.Scores with
            {
                Scores = [.. sample.Scores.Scores.Select(score => score.Construct == "effort" ? score with { Values = effort, StandardErrors = [] } : score)],
            },
        };
    }

    private static LearningSample Planted(int firms, int replicate = 4)
    {
        RandomStream stream = new(11, RandomPurpose.Example, replicate);
        double[] Noise() => [.. Enumerable.Range(0, firms).Select(_ => stream.NextGaussian())];
        (double[] exposure, double[] other, double[] capacity) = (Noise(), Noise(), Noise());
        double[] effort = [.. exposure.Zip(Noise(), (own, noise) => (0.6 * own) + (0.8 * noise))];
        double[] capability = [.. effort.Zip(Noise(), (own, noise) => (0.6 * own) + (0.8 * noise))];
        string[] ids = SampleSurveys.Ids(firms);
        return new LearningSample(
            [.. Enumerable.Range(0, firms)],
            [.. Enumerable.Range(0, firms).Select(firm => firm % 2 == 0)],
            [.. Enumerable.Range(0, firms).Select(firm => $"p{firm % 12}")],
            new ExposureTable(ids, [new Exposure("EE01", exposure, [], "test"), new Exposure("EE02", other, [], "test")]),
            new ScoreTable(ids, [Plain("effort", effort), Plain("capability", capability), Plain("absorptive_capacity", capacity)]),
            new Dictionary<string, double[]>());
    }

    private static double[] Standard(IReadOnlyList<double> values)
    {
        double spread = Math.Sqrt(values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Count - 1));
        return [.. values.Select(value => (value - values.Average()) / spread)];
    }

    private static ScoreTable WithScore(LearningSample sample, string construct, double[] values) =>
        new(sample.Scores.FirmIds, [.. sample.Scores.Scores.Select(score => score.Construct == construct ? Plain(construct, values) : score)]);

    private static Score Plain(string construct, double[] values) => new(construct, values, [], "test", []);
}

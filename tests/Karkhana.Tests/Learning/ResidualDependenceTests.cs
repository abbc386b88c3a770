using Karkhana.Core.Exchange;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Learning;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class ResidualDependenceTests
{
    private const int Firms = 150;

    [Fact]
    public void What_neighbours_share_and_was_left_out_is_found()
    {
        ResidualDependenceResult result = Estimate(Sample(shared: 1), "outcome");

        result.Equations.Single().Moran.ShouldBeGreaterThan(0.3);
        result.Equations[0].PValue.ShouldBeLessThan(1e-6);
        result.Equations[0].Firms.ShouldBe(Firms);
    }

    [Fact]
    public void Without_dependence_it_is_found_about_as_often_as_the_risk_says()
    {
        int found = Enumerable.Range(0, 200).Count(replicate => Estimate(Sample(shared: 0, replicate), "outcome").Equations.Single().PValue < 0.05);

        found.ShouldBeInRange(2, 20);
    }

    [Fact]
    public void Without_errors_of_measurement_it_is_the_test_of_the_regression_itself()
    {
        LearningSample sample = Sample(shared: 0.5);
        EquationDependence own = Estimate(sample, "outcome").Equations.Single();
        LearningFit fit = Fit(sample, "outcome");
        SpatialWeights near = DistanceWeights.Estimate(
            new PointPattern { X = [.. sample.Points.Select(point => point.X)], Y = [.. sample.Points.Select(point => point.Y)] },
            new DistanceWeightsOptions { K = 8, Style = WeightsStyle.RowStandardised }, cancellationToken: TestContext.Current.CancellationToken).Weights;
        Table table = Table.Of("t", Column.Of("y", sample.Variables["outcome"]), Column.Of("x", sample.Variables["x"]));
        SpatialDependenceTestsResult tests = SpatialDependenceTests.Estimate(
            new SpatialSample(new RegressionSample(table), near),
            new SpatialDependenceTestsOptions { Model = new ModelSpecification { Outcome = "y", Terms = ["x"] } }, cancellationToken: TestContext.Current.CancellationToken);

        fit.Pooled.Runs.ShouldBe(1);
        own.Moran.ShouldBe(tests.Moran, tolerance: 1e-9);
        own.Statistic.ShouldBe(tests.MoranZ, tolerance: 1e-8);
    }

    [Fact]
    public void P_values_are_corrected_over_all_equations_and_one_that_comes_twice_is_tested_once()
    {
        LearningSample sample = Sample(shared: 1);
        LearningFit[] fits = [Fit(sample, "outcome"), Fit(sample, "outcome"), Fit(sample, "other")];
        ResidualDependenceResult result = ResidualDependence.Estimate(sample, fits, null, TestContext.Current.CancellationToken);

        result.Equations.Select(row => row.Equation.Outcome).ShouldBe(["outcome", "other"]);
        result.Equations.Select(row => row.AdjustedPValue).ShouldBe(MultipleTesting.BenjaminiHochberg([.. result.Equations.Select(row => row.PValue)]));
        result.ToTable().RowCount.ShouldBe(2);
    }

    [Fact]
    public void Measured_scores_are_tested_by_the_mean_residual_over_the_draws()
    {
        LearningSample sample = Sample(shared: 1);
        LearningFit fit = LearningEquations.Estimate(
            sample, new LearningEquation("scored", "effort", ["x"]), new EquationOptions { Draws = 5 }, cancellationToken: TestContext.Current.CancellationToken)!;

        fit.Pooled.Runs.ShouldBe(5);
        ResidualDependence.Estimate(sample, [fit], null, TestContext.Current.CancellationToken).Equations.Single().PValue.ShouldBeLessThan(1e-4);
    }

    [Fact]
    public void Without_positions_nothing_is_told_and_a_note_says_so()
    {
        LearningSample sample = Sample(shared: 1);
        ResidualDependenceResult result = ResidualDependence.Estimate(
            sample with { Points = [] }, [Fit(sample, "outcome")], null, TestContext.Current.CancellationToken);

        result.Equations.ShouldBeEmpty();
        result.Notes.Single().Code.ShouldBe("no-positions");
        Should.Throw<ArgumentException>(() => new ResidualDependenceOptions { Neighbours = 0 });
    }

    private static ResidualDependenceResult Estimate(LearningSample sample, string outcome) =>
        ResidualDependence.Estimate(sample, [Fit(sample, outcome)], null, TestContext.Current.CancellationToken);

    private static LearningFit Fit(LearningSample sample, string outcome) => LearningEquations.Estimate(
        sample, new LearningEquation(outcome, outcome, ["x"]), null, cancellationToken: TestContext.Current.CancellationToken)!;

    // Fifteen towns of ten firms; what the firms of a town share enters the outcome, not the other.
    private static LearningSample Sample(double shared, int replicate = 0)
    {
        RandomStream stream = new(23, RandomPurpose.Example, replicate);
        double[] Noise(int count) => [.. Enumerable.Range(0, count).Select(_ => stream.NextGaussian())];
        (double[] towns, double[] x, double[] own, double[] other) = (Noise(15), Noise(Firms), Noise(Firms), Noise(Firms));
        double[] outcome = [.. x.Select((value, firm) => (0.5 * value) + (shared * towns[firm / 10]) + own[firm])];
        string[] ids = SampleSurveys.Ids(Firms);
        double[] east = Noise(Firms);
        return new LearningSample(
            [.. Enumerable.Range(0, Firms)], [.. Enumerable.Range(0, Firms).Select(_ => true)], [.. Enumerable.Range(0, Firms).Select(firm => $"town {firm / 10}")],
            new ExposureTable(ids, []), new ScoreTable(ids, [new Score("effort", outcome, [.. outcome.Select(_ => 0.4)], "test", [])]),
            new Dictionary<string, double[]>())
        {
            Points = [.. east.Select((value, firm) => ((50_000.0 * (firm / 10)) + (500 * value), 500.0 * other[firm]))],
            Variables = new Dictionary<string, double[]> { ["x"] = x, ["outcome"] = outcome, ["other"] = other },
        };
    }
}

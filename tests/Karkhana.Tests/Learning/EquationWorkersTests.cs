using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;
using Karkhana.Learning;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class EquationWorkersTests
{
    private const int Firms = 120;

    [Fact]
    public void An_equation_gives_the_same_bits_with_any_number_of_workers()
    {
        LearningEquation equation = new("capability", "capability", ["EE01", "effort", "workers"]);
        LearningFit Fit(int workers) => LearningEquations.Estimate(Sample(), equation, null, With(workers), TestContext.Current.CancellationToken)!;
        (LearningFit one, LearningFit three) = (Fit(1), Fit(3));

        one.Pooled.Runs.ShouldBe(20);
        three.Coefficients.Estimates.ShouldBe(one.Coefficients.Estimates);
        three.Coefficients.StandardErrors.ShouldBe(one.Coefficients.StandardErrors);
        three.Pooled.Covariance.ShouldBe(one.Pooled.Covariance);
        three.Residuals.ShouldBe(one.Residuals);
        three.RSquared.ShouldBe(one.RSquared);
    }

    [Fact]
    public void A_term_that_another_determines_is_left_out_of_every_draw()
    {
        LearningSample sample = Sample();
        sample = sample with
        {
            Controls = new Dictionary<string, double[]>(sample.Controls) { ["twice"] = [.. sample.Controls["workers"].Select(value => 2 * value)] },
        };
        LearningFit fit = LearningEquations.Estimate(
            sample, new LearningEquation("effort", "effort", ["EE01", "workers", "twice"]), null, With(2), TestContext.Current.CancellationToken)!;

        fit.Coefficients.Terms.ShouldBe(["intercept", "EE01", "workers"]);
        fit.Residuals.Count.ShouldBe(Firms);
    }

    [Fact]
    public void Regressions_account_and_moderation_do_not_depend_on_workers()
    {
        LearningSample sample = Sample();
        Same(workers => LearningRegressions.Estimate(sample, null, With(workers), TestContext.Current.CancellationToken).ToTable());
        Same(workers => ChannelAccount.Estimate(
            sample, ChannelMatrix.Default(), new ChannelAccountOptions { PathDraws = 200 }, With(workers), TestContext.Current.CancellationToken).ToPaths());
        Same(workers => CapacityModeration.Estimate(sample, null, With(workers), TestContext.Current.CancellationToken).ToTable());
    }

    [Fact]
    public void Hypotheses_with_the_resampled_shares_of_variance_do_not_depend_on_workers()
    {
        ClaimsGate gate = ClaimsGate.For(new Dictionary<string, double>());
        HypothesisTestsResult Tests(int workers) => HypothesisTests.Estimate(
            Sample(), ChannelMatrix.Default(), gate, new HypothesisOptions { Draws = 199 }, null, With(workers), TestContext.Current.CancellationToken);

        Tests(1).Of("H16").Parts.Count.ShouldBe(1);
        Same(workers => Tests(workers).ToParts());
    }

    [Fact]
    public void Probabilities_of_regimes_do_not_depend_on_workers()
    {
        Survey survey = SampleSurveys.Of(
            (SampleSurveys.Item("M3", "mechanism"), [1, 0, 1]), (SampleSurveys.Item("M4", "mechanism"), [0, 1, 0]),
            (SampleSurveys.Item("M12", "mechanism"), [double.NaN, double.NaN, double.NaN]));
        ScoreTable scores = new(
            SampleSurveys.Ids(3), [new Score("capability", [0.4, 0.5, 0.9], [double.NaN, double.NaN, double.NaN], "sum-score", []) { IsShareOfScale = true }]);

        Same(workers => RegimeProbabilities.Estimate(
            survey, new ChannelIndicesResult(SampleSurveys.Ids(3), [], [], []), scores, [], null,
            new RegimeProbabilitiesOptions { Draws = 500, Spread = 0.6 }, With(workers), TestContext.Current.CancellationToken).ToTable(SampleSurveys.Ids(3)));
    }

    private static ExecutionOptions With(int workers) => new() { Workers = workers };

    private static void Same(Func<int, Table> estimate)
    {
        (Table one, Table three) = (estimate(1), estimate(3));

        one.RowCount.ShouldBeGreaterThan(0);
        foreach (Column column in one.Columns)
        {
            Enumerable.Range(0, one.RowCount).Select(row => three[column.Name][row]).ShouldBe(Enumerable.Range(0, one.RowCount).Select(row => column[row]));
        }
    }

    private static LearningSample Sample()
    {
        RandomStream stream = new(17, RandomPurpose.Example, 1);
        double[] Noise() => [.. Enumerable.Range(0, Firms).Select(_ => stream.NextGaussian())];
        double[] On(double slope, double[] of) => [.. of.Zip(Noise(), (value, noise) => (slope * value) + noise)];
        (double[] first, double[] second, double[] workers) = (Noise(), Noise(), Noise());
        double[] effort = On(0.5, first);
        double[] capability = On(0.5, effort);
        string[] ids = SampleSurveys.Ids(Firms);
        Score Measured(string construct, double[] values) => new(construct, values, [.. values.Select(_ => 0.5)], "test", []);
        return new LearningSample(
            [.. Enumerable.Range(0, Firms)],
            [.. Enumerable.Range(0, Firms).Select(firm => firm % 3 != 0)],
            [.. Enumerable.Range(0, Firms).Select(firm => $"town {firm / 10}")],
            new ExposureTable(ids, [new Exposure("EE01", first, [], "test"), new Exposure("EE02", second, [], "test")]),
            new ScoreTable(ids, [Measured("effort", effort), Measured("capability", capability), Measured("absorptive_capacity", Noise())]),
            new Dictionary<string, double[]> { ["workers"] = workers })
        {
            Points = [.. Noise().Zip(Noise(), (east, north) => (20_000 * east, 20_000 * north))],
        };
    }
}

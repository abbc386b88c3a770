using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Learning;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class EffortMediationTests
{
    private const int Firms = 1200;
    private const double Error = 0.6;

    private static EffortMediationOptions Options { get; } = new()
    {
        Equations = new EquationOptions { Draws = 5 },
        Exposures = ["EE01"],
        Replicates = 2000,
    };

    [Fact]
    public void The_planted_paths_are_found_though_effort_is_measured_with_error()
    {
        LearningSample sample = Chain();
        double unit = Spread(sample, "capability");

        EffortMediationResult result = Estimate(sample);

        Part(result, MediationForm.Simple, "indirect").Interval.Estimate.ShouldBe(0.5 * 0.4 / unit, 0.06);
        Part(result, MediationForm.Simple, "direct").Interval.Estimate.ShouldBe(0.2 / unit, 0.07);
        Part(result, MediationForm.Simple, "indirect").Interval.Low.ShouldBeGreaterThan(0);
        Part(result, MediationForm.Simple, "indirect").ShareMeasurement.ShouldBeInRange(0.001, 0.9);
        result.Exposures[0].Proportion.ShouldBe(0.5, 0.15);
        result.Exposures[0].CorrelationAtZero.Low.ShouldBeGreaterThan(0);
        result.Exposures[0].Places.ShouldBe(24);
    }

    [Fact]
    public void Error_that_is_not_told_draws_the_part_along_effort_towards_nothing()
    {
        LearningSample told = Chain();
        LearningSample hidden = WithScore(told, "effort", score => score with { StandardErrors = [] });

        MediatedPart shrunk = Part(Estimate(hidden), MediationForm.Simple, "indirect");

        shrunk.Interval.Estimate.ShouldBeLessThan(Part(Estimate(told), MediationForm.Simple, "indirect").Interval.Estimate - 0.03);
        shrunk.ShareMeasurement.ShouldBe(0);
    }

    [Fact]
    public void The_parts_of_the_chain_to_performance_add_up_and_the_serial_one_is_the_product_of_its_paths()
    {
        LearningSample sample = Chain(error: 0);
        double unit = Math.Sqrt(Sums.Variance(sample.Variables["performance"]));

        EffortMediationResult result = Estimate(sample);

        double Of(string effect) => Part(result, MediationForm.Serial, effect).Interval.Estimate;
        Of("serial").ShouldBe(0.5 * 0.4 * 0.6 / unit, 0.04);
        (Of("via_first") + Of("via_second") + Of("serial") + Of("direct")).ShouldBe(Of("total"), 1e-9);
        Part(result, MediationForm.Serial, "direct").Interval.IsClear.ShouldBeFalse(); // none was planted
    }

    [Fact]
    public void The_worked_example_of_the_framework_keeps_two_thirds_and_a_correlation_by_hand()
    {
        // a = 0.5, b = 0.4, c' = 0.1 on an orthogonal design: 0.2 of 0.3 along effort. The residuals of effort and capability given exposure are
        // e and 0.4 e + f with variances 1 and 0.09 of e and f: their correlation is 0.4 / √(0.16 + 0.09) = 0.8.
        double Sign(int firm, int bit) => ((firm >> bit) & 1) == 0 ? -1 : 1;
        double Effort(int firm) => (0.5 * Sign(firm, 0)) + Sign(firm, 1);
        double[] Of(Func<int, double> value) => [.. Enumerable.Range(0, 240).Select(value)];
        string[] ids = SampleSurveys.Ids(240);
        LearningSample sample = new(
            [.. Enumerable.Range(0, 240)], [.. ids.Select(_ => true)], [.. ids.Select(_ => "one")],
            new ExposureTable(ids, [new Exposure("EE01", Of(firm => Sign(firm, 0)), [], "test")]),
            new ScoreTable(ids,
            [
                new Score("effort", Of(Effort), [], "test", []),
                new Score("capability", Of(firm => (0.4 * Effort(firm)) + (0.1 * Sign(firm, 0)) + (0.3 * Sign(firm, 2))), [], "test", []),
            ]),
            new Dictionary<string, double[]>());

        EffortMediationResult result = Estimate(sample);

        result.Exposures[0].Proportion.ShouldBe(2.0 / 3, tolerance: 1e-9);
        result.Exposures[0].CorrelationAtZero.Estimate.ShouldBe(0.8, tolerance: 1e-9);
        result.Exposures[0].CorrelationAtZero.Low.ShouldBeLessThan(0.8);
    }

    [Fact]
    public void Each_step_has_its_correlation_at_zero_or_says_why_it_has_none()
    {
        EffortMediationResult result = Estimate(Chain(error: 0), Options with { Exposures = ["clustered", "EE01"] });

        string[] rows = [.. result.Sensitivity.Select(row => $"{row.Exposure} {row.Form} {row.Step} {(row.Undefined is null ? "told" : "undefined")}")];
        rows.ShouldBe(
        [
            "clustered Simple effort, capability told", "clustered Interaction effort, capability undefined", "clustered Places effort, capability undefined",
            "clustered Serial effort, capability told", "clustered Serial capability, performance told",
            "EE01 Simple effort, capability told", "EE01 Interaction effort, capability undefined",
            "EE01 Serial effort, capability told", "EE01 Serial capability, performance told",
        ]);
        result.Sensitivity.ShouldAllBe(row => double.IsNaN(row.CorrelationAtZero.Estimate) == (row.Undefined != null));
        result.Sensitivity.Where(row => row.Undefined is null && row.Exposure == "EE01").ShouldAllBe(row => row.CorrelationAtZero.Low > 0); // all planted
        result.ToSensitivity().RowCount.ShouldBe(rows.Length);
    }

    [Fact]
    public void An_interaction_of_exposure_and_effort_is_told_where_it_was_planted()
    {
        MediatedPart planted = Part(Estimate(Chain(error: 0, interaction: 0.4)), MediationForm.Interaction, "mediated_interaction");
        MediatedPart none = Part(Estimate(Chain(error: 0)), MediationForm.Interaction, "mediated_interaction");

        planted.Interval.Low.ShouldBeGreaterThan(0);
        none.Interval.IsClear.ShouldBeFalse();
    }

    [Fact]
    public void An_exposure_of_places_is_followed_between_places()
    {
        EffortMediationResult result = Estimate(Chain(error: 0), Options with { Exposures = ["clustered", "EE01"] });

        result.Find("clustered", MediationForm.Places, "indirect").ShouldNotBeNull();
        result.Find("clustered", MediationForm.Places, "contextual").ShouldNotBeNull();
        result.Find("EE01", MediationForm.Places, "indirect").ShouldBeNull(); // it differs within places
    }

    [Fact]
    public void A_proportion_of_parts_with_different_signs_is_not_told()
    {
        EffortMediationResult result = Estimate(Chain(error: 0, direct: -0.5));

        result.Exposures[0].Proportion.ShouldBe(double.NaN);
        Part(result, MediationForm.Simple, "total").Interval.IsClear.ShouldBeTrue();
    }

    [Theory]
    [InlineData("effort")]
    [InlineData("capability")]
    public void A_score_without_variance_is_named_and_nothing_is_told(string construct)
    {
        EffortMediationResult result = Estimate(WithScore(Chain(), construct, score => score with { Values = [.. score.Values.Select(_ => 2.0)] }));

        result.Parts.ShouldBeEmpty();
        result.Notes.ShouldHaveSingleItem().Text.ShouldContain(construct);
        result.ToTable().RowCount.ShouldBe(0);
        result.ToSensitivity().RowCount.ShouldBe(0);
    }

    [Fact]
    public void An_effort_that_the_exposure_determines_is_named()
    {
        LearningSample sample = Chain(error: 0);
        double[] exposure = [.. sample.Exposures.Exposures[0].Values];

        EffortMediationResult result = Estimate(WithScore(sample, "effort", score => score with { Values = exposure }));

        result.Parts.ShouldBeEmpty();
        result.Notes.ShouldHaveSingleItem().Text.ShouldContain("effort must vary beyond treatment");
    }

    [Fact]
    public void Unknown_exposures_and_too_few_firms_are_named()
    {
        Estimate(Chain(), Options with { Exposures = ["EE99"] }).Notes.ShouldHaveSingleItem().Text.ShouldStartWith("EE99");
        LearningSample few = WithScore(Chain(), "capability", score => score with { Values = [.. score.Values.Select((value, firm) => firm < 20 ? value : double.NaN)] });
        Estimate(few).Notes.ShouldHaveSingleItem().Text.ShouldContain("only 20 firms have all values");
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same()
    {
        double[] one = [.. Estimate(Chain(), workers: 1).Parts.Select(part => part.Interval.Low)];
        double[] three = [.. Estimate(Chain(), workers: 3).Parts.Select(part => part.Interval.Low)];

        three.ShouldBe(one);
    }

    private static EffortMediationResult Estimate(LearningSample sample, EffortMediationOptions? options = null, int workers = 0) =>
        EffortMediation.Estimate(sample, options ?? Options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);

    private static MediatedPart Part(EffortMediationResult result, MediationForm form, string effect) => result.Find("EE01", form, effect)!;

    private static double Spread(LearningSample sample, string construct) => Math.Sqrt(Sums.Variance([.. sample.Scores.Find(construct)!.Values]));

    private static LearningSample WithScore(LearningSample sample, string construct, Func<Score, Score> change) => sample with
    {
        Scores = sample.Scores with { Scores = [.. sample.Scores.Scores.Select(score => score.Construct == construct ? change(score) : score)] },
    };

    // effort = 0.5 x + noise; capability = 0.4 e + direct x + interaction x e + noise; performance = 0.6 k + 0.3 e + noise; effort is seen with an error.
    private static LearningSample Chain(double error = Error, double direct = 0.2, double interaction = 0)
    {
        (double[] x, double[] effort, double[] capability, double[] performance, double[] seen) = (Noise(1), Noise(2), Noise(3), Noise(4), Noise(5));
        double[] made = [.. x.Zip(effort, (exposure, own) => (0.5 * exposure) + own)];
        double[] able = [.. Enumerable.Range(0, Firms).Select(firm =>
            (0.4 * made[firm]) + (direct * x[firm]) + (interaction * x[firm] * made[firm]) + (0.7 * capability[firm]))];
        string[] ids = SampleSurveys.Ids(Firms);
        return new LearningSample(
            [.. Enumerable.Range(0, Firms)],
            [.. Enumerable.Range(0, Firms).Select(firm => firm % 24 < 12)],
            [.. Enumerable.Range(0, Firms).Select(firm => $"p{firm % 24}")],
            new ExposureTable(ids, [new Exposure("EE01", x, [], "test")]),
            new ScoreTable(ids,
            [
                new Score("capability", able, [], "test", []),
                new Score("effort", [.. made.Zip(seen, (value, slip) => value + (error * slip))], error == 0 ? [] : [.. made.Select(_ => error)], "test", []),
            ]),
            new Dictionary<string, double[]>())
        {
            Variables = new Dictionary<string, double[]>
            {
                ["performance"] = [.. Enumerable.Range(0, Firms).Select(firm => (0.6 * able[firm]) + (0.3 * made[firm]) + performance[firm])],
            },
        };
    }

    private static double[] Noise(int replicate)
    {
        RandomStream stream = new(14, RandomPurpose.Example, 5000 + replicate);
        return [.. Enumerable.Range(0, Firms).Select(_ => stream.NextGaussian())];
    }
}

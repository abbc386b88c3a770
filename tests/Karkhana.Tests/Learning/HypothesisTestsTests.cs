using Karkhana.Core.Exchange;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
using Karkhana.Learning;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class HypothesisTestsTests
{
    private const int Firms = 1500;

    private static readonly string[] Claims =
        ["survey_firms", "mechanism_firms", "dispersed_comparators", "clustered_comparators", "comparison_overlap", "industries", "focal_establishments"];

    [Fact]
    public void Seventeen_hypotheses_each_with_estimand_and_falsifier()
    {
        IReadOnlyList<Hypothesis> catalogue = Hypothesis.Catalogue();

        catalogue.Select(hypothesis => hypothesis.Id).ShouldBe(Enumerable.Range(1, 17).Select(number => $"H{number}"));
        catalogue.ShouldAllBe(hypothesis => hypothesis.Statement.Length > 20 && hypothesis.Estimand.Length > 20 && hypothesis.Falsifier.Length > 5);
        catalogue.Where(hypothesis => hypothesis.Rival).Select(hypothesis => hypothesis.Id).ShouldBe(["H16", "H17"]);
    }

    [Fact]
    public void Planted_associations_are_supported_and_absent_ones_are_not()
    {
        HypothesisTestsResult result = Estimate(Planted());

        foreach (string supported in new[] { "H2", "H3", "H4", "H5", "H6", "H9", "H12", "H13", "H17" })
        {
            result.Of(supported).Verdict.ShouldBe(Verdict.Supported, supported);
        }

        result.Of("H1").Verdict.ShouldNotBe(Verdict.Supported); // clustered is drawn by itself
        result.Of("H14").Verdict.ShouldBe(Verdict.NotSupported); // so is training
    }

    [Fact]
    public void Where_rivalry_turns_has_an_interval_that_holds_the_planted_point()
    {
        HypothesisTestsResult result = Estimate(Planted()); // 0.6 x − 0.3 x² turns at 1, and x has mean 0 and variance 1 but for chance

        TurningPoint turning = result.Of("H9").Turning.ShouldNotBeNull();
        turning.IsWithinFirms.ShouldBeTrue();
        turning.Estimate.ShouldBe(1, tolerance: 0.15);
        turning.Fieller.IsBounded.ShouldBeTrue();
        turning.Fieller.Low.ShouldBeLessThan(turning.Estimate);
        turning.Fieller.High.ShouldBeGreaterThan(turning.Estimate);
        (turning.Fieller.High - turning.Fieller.Low).ShouldBeLessThan(0.5);
        turning.PValue.ShouldBeLessThan(1e-6);
        result.ToTurningPoints().RowCount.ShouldBe(1);
        result.Results.Where(row => row.Hypothesis.Id != "H9").ShouldAllBe(row => row.Turning == null);
    }

    [Fact]
    public void Gatekeepers_of_fewer_than_eight_places_cannot_tell_what_their_number_goes_with()
    {
        LearningSample sample = Planted() with { Places = [.. Enumerable.Range(0, Firms).Select(firm => $"p{firm % 7}")] };

        HypothesisResult gatekeepers = Estimate(sample).Of("H12");

        gatekeepers.Verdict.ShouldBe(Verdict.CannotTell);
        gatekeepers.Missing.ShouldBe("firms of the network in at least 8 places");
        gatekeepers.Parts.ShouldHaveSingleItem().Name.ShouldBe("absorptive_capacity ~ gatekeeper");
    }

    [Fact]
    public void With_few_places_a_slope_is_judged_by_the_greater_of_both_p_values()
    {
        LearningSample sample = Planted() with { Places = [.. Enumerable.Range(0, Firms).Select(firm => $"p{firm % 12}")] };

        HypothesisTestsResult few = Estimate(sample);

        LearningFit fit = few.Equations.First(equation => equation.Equation.Outcome == "capability" && equation.Equation.Terms[0] == "effort");
        double wild = fit.WildPValues["effort"];
        few.Of("H3").Parts[0].PValue.ShouldBe(Math.Max(fit.Coefficients.PValues[fit.Coefficients.Find("effort")], wild));
        Estimate(Planted()).Equations.ShouldAllBe(equation => equation.WildPValues.Count == 0); // 30 places
    }

    [Fact]
    public void What_was_not_measured_cannot_be_told_and_says_what_is_missing()
    {
        HypothesisResult scale = Estimate(Planted()).Of("H15");

        scale.Verdict.ShouldBe(Verdict.CannotTell);
        scale.Missing.ShouldBe("EE03, start_scale");
        scale.Parts.ShouldBeEmpty();
    }

    [Fact]
    public void A_closed_gate_leaves_the_estimates_and_takes_the_verdict()
    {
        HypothesisTestsResult result = HypothesisTests.Estimate(
            Planted(), ChannelMatrix.Default(), ClaimsGate.For(new Dictionary<string, double>()), Options, cancellationToken: TestContext.Current.CancellationToken);

        result.Results.ShouldAllBe(row => row.Verdict == Verdict.CannotTell && row.Missing != null);
        result.Of("H3").Parts.ShouldNotBeEmpty();
    }

    [Fact]
    public void Estimates_given_from_elsewhere_take_the_place_of_those_made_here()
    {
        HypothesisPart matched = Part(Expectation.Positive, 0.5, 0.3, 0.7, 0.001);
        HypothesisTestsResult result = HypothesisTests.Estimate(
            Planted(), ChannelMatrix.Default(), Gate(), Options,
            new Dictionary<string, IReadOnlyList<HypothesisPart>> { ["H1"] = [matched] }, cancellationToken: TestContext.Current.CancellationToken);

        result.Of("H1").Verdict.ShouldBe(Verdict.Supported);
        result.Of("H1").Parts[0].Estimate.ShouldBe(0.5);
    }

    [Fact]
    public void P_values_are_corrected_over_all_parts()
    {
        HypothesisPart[] parts = [.. Estimate(Planted()).Results.SelectMany(row => row.Parts)];

        parts.Select(part => part.AdjustedPValue).ShouldBe(MultipleTesting.BenjaminiHochberg([.. parts.Select(part => part.PValue)]));
    }

    [Theory]
    [InlineData(Expectation.Positive, 0.3, 0.2, 0.4, 0.001, Verdict.Supported)]
    [InlineData(Expectation.Positive, 0.3, 0.02, 0.58, 0.2, Verdict.CannotTell)] // clear alone, not among many
    [InlineData(Expectation.Positive, 0.02, -0.05, 0.09, 0.5, Verdict.NotSupported)]
    [InlineData(Expectation.Positive, 0.1, -0.2, 0.4, 0.5, Verdict.CannotTell)]
    [InlineData(Expectation.Negative, -0.3, -0.4, -0.2, 0.001, Verdict.Supported)]
    [InlineData(Expectation.Negative, 0.3, 0.2, 0.4, 0.001, Verdict.NotSupported)]
    [InlineData(Expectation.None, 0.01, -0.08, 0.09, 0.8, Verdict.Supported)]
    [InlineData(Expectation.None, 0.3, 0.2, 0.4, 0.001, Verdict.NotSupported)]
    [InlineData(Expectation.None, 0.05, -0.2, 0.3, 0.7, Verdict.CannotTell)] // a large p-value is no evidence of none
    [InlineData(Expectation.AtLeast, 0.05, -0.01, 0.1, double.NaN, Verdict.Supported)]
    [InlineData(Expectation.AtLeast, -0.1, -0.2, -0.03, double.NaN, Verdict.NotSupported)]
    [InlineData(Expectation.AtLeast, -0.01, -0.1, 0.1, double.NaN, Verdict.CannotTell)]
    public void The_rule_from_intervals_to_verdicts(Expectation expected, double estimate, double low, double high, double adjusted, Verdict verdict)
    {
        HypothesisPart part = Part(expected, estimate, low, high, adjusted);

        HypothesisTests.Estimate(
            Planted(), ChannelMatrix.Default(), Gate(), Options with { FalseDiscoveryRate = 0.05 },
            Hypothesis.Catalogue().ToDictionary(hypothesis => hypothesis.Id, _ => (IReadOnlyList<HypothesisPart>)[part]), cancellationToken: TestContext.Current.CancellationToken)
            .Of("H3").Verdict.ShouldBe(verdict);
    }

    [Fact]
    public void Tables_have_a_row_per_hypothesis_and_per_estimate()
    {
        HypothesisTestsResult result = Estimate(Planted());

        result.ToTable().RowCount.ShouldBe(17);
        result.ToParts().RowCount.ShouldBe(result.Results.Sum(row => row.Parts.Count));
    }

    private static HypothesisOptions Options => new() { Draws = 199 };

    private static ClaimsGate Gate() => ClaimsGate.For(Claims.ToDictionary(claim => claim, _ => 1000.0));

    private static HypothesisTestsResult Estimate(LearningSample sample) =>
        HypothesisTests.Estimate(sample, ChannelMatrix.Default(), Gate(), Options, cancellationToken: TestContext.Current.CancellationToken);

    private static HypothesisPart Part(Expectation expected, double estimate, double low, double high, double pValue) =>
        new("test", expected, estimate, low, high, low, high, pValue, 100);

    // effort = 0.5 inputs + rivalry bent; capability = 0.5 effort + 0.3 inputs + 0.3 inputs × capacity + 0.4 outside ties; gatekeepers
    // have more of both.
    private static LearningSample Planted()
    {
        RandomStream stream = new(13, RandomPurpose.Example, 1);
        double[] Noise() => [.. Enumerable.Range(0, Firms).Select(_ => stream.NextGaussian())];
        double[] Made(Func<int, double> value, double noise)
        {
            double[] errors = Noise();
            return [.. Enumerable.Range(0, Firms).Select(firm => value(firm) + (noise * errors[firm]))];
        }

        (double[] inputs, double[] rivalry, double[] poaching) = (Noise(), Noise(), Noise());
        double[] alike = [.. SampleSurveys.Ids(Firms).Select((_, firm) => Math.Sin(firm * 2.39))];
        double[] gatekeeper = [.. Noise().Select(value => value > 1 ? 1.0 : 0)];
        double[] capacity = Made(firm => gatekeeper[firm], 1);
        double[] outside = Made(firm => 2 * gatekeeper[firm], 1);
        double[] effort = Made(firm => (0.5 * inputs[firm]) + (0.6 * rivalry[firm]) - (0.3 * rivalry[firm] * rivalry[firm]), 0.6);
        double[] capability = Made(
            firm => (0.5 * effort[firm]) + (0.3 * inputs[firm]) + (0.4 * inputs[firm] * capacity[firm]) + (0.4 * outside[firm])
                + (0.4 * outside[firm] * alike[firm]) + (0.4 * GatekeepersAround(firm)), 0.5);
        string[] ids = SampleSurveys.Ids(Firms);
        double[] chance = Noise();
        return new LearningSample(
            [.. Enumerable.Range(0, Firms)],
            [.. chance.Select(value => value > 0)],
            [.. Enumerable.Range(0, Firms).Select(firm => $"p{firm % 30}")],
            new ExposureTable(ids, [Exposed("EE02", inputs), Exposed("EE11", rivalry), Exposed("DE02", poaching), Exposed("DE04", alike)]),
            new ScoreTable(ids, [Plain("effort", effort), Plain("capability", capability), Plain("absorptive_capacity", capacity)]),
            new Dictionary<string, double[]>())
        {
            Variables = new Dictionary<string, double[]>
            {
                [HypothesisVariables.Gatekeeper] = gatekeeper,
                [HypothesisVariables.PlaceGatekeepers] = [.. Enumerable.Range(0, Firms).Select(GatekeepersAround)],
                [HypothesisVariables.Openness] = outside,
                [HypothesisVariables.KnowledgeTies] = Noise(),
                [HypothesisVariables.Training] = Noise(),
            },
        };
    }

    // By place: firms of a place have the same.
    private static double GatekeepersAround(int firm) => Math.Log(1 + (firm % 30 % 4));

    private static Exposure Exposed(string id, double[] values) => new(id, values, [], "test");

    private static Score Plain(string construct, double[] values) => new(construct, values, [], "test", []);
}

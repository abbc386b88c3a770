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
        ["survey_firms", "mechanism_firms", "dispersed_comparators", "clustered_surveyed", "industries", "focal_establishments"];

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
        double[] gatekeeper = [.. Noise().Select(value => value > 1 ? 1.0 : 0)];
        double[] capacity = Made(firm => gatekeeper[firm], 1);
        double[] outside = Made(firm => 2 * gatekeeper[firm], 1);
        double[] effort = Made(firm => (0.5 * inputs[firm]) + (0.6 * rivalry[firm]) - (0.3 * rivalry[firm] * rivalry[firm]), 0.6);
        double[] capability = Made(
            firm => (0.5 * effort[firm]) + (0.3 * inputs[firm]) + (0.4 * inputs[firm] * capacity[firm]) + (0.4 * outside[firm]), 0.5);
        string[] ids = SampleSurveys.Ids(Firms);
        double[] chance = Noise();
        return new LearningSample(
            [.. Enumerable.Range(0, Firms)],
            [.. chance.Select(value => value > 0)],
            [.. Enumerable.Range(0, Firms).Select(firm => $"p{firm % 30}")],
            new ExposureTable(ids, [Exposed("EE02", inputs), Exposed("EE11", rivalry), Exposed("DE02", poaching)]),
            new ScoreTable(ids, [Plain("effort", effort), Plain("capability", capability), Plain("absorptive_capacity", capacity)]),
            new Dictionary<string, double[]>())
        {
            Variables = new Dictionary<string, double[]>
            {
                [HypothesisVariables.Gatekeeper] = gatekeeper,
                [HypothesisVariables.Openness] = outside,
                [HypothesisVariables.KnowledgeTies] = Noise(),
                [HypothesisVariables.Training] = Noise(),
            },
        };
    }

    private static Exposure Exposed(string id, double[] values) => new(id, values, [], "test");

    private static Score Plain(string construct, double[] values) => new(construct, values, [], "test", []);
}

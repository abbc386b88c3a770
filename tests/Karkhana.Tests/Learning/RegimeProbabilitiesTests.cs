using Karkhana.Core.Exchange;
using Karkhana.Data.Surveys;
using Karkhana.Learning;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class RegimeProbabilitiesTests
{
    private const double Gap = double.NaN;

    [Fact]
    public void Without_spread_and_error_all_draws_give_the_regime_of_the_point_estimate()
    {
        Survey survey = Asked([1, 0, 1, 0], [0, 0, 1, 1], [Gap, Gap, Gap, Gap]);
        ScoreTable scores = Capability([0.4, 0.4, 0.4, 0.4]);
        LearningRegimesResult point = LearningRegimes.Estimate(survey, Indices(4), scores);

        RegimeProbabilitiesResult result = Estimate(survey, scores, spread: 0);

        result.Firms.Select(firm => firm.MostProbable).ShouldBe(point.Firms.Select(firm => (LearningRegime?)firm.Modelled!.Regime));
        result.Firms.ShouldAllBe(firm => firm.Probability == 1);
        result.ShareClear.ShouldBe(1);
    }

    [Fact]
    public void Probabilities_add_up_and_uncertain_assumptions_take_certainty()
    {
        RegimeProbabilitiesResult sure = Estimate(Asked([0, 0], [0, 1], [Gap, Gap]), Capability([0.4, 0.4]), spread: 0.1);
        RegimeProbabilitiesResult unsure = Estimate(Asked([0, 0], [0, 1], [Gap, Gap]), Capability([0.4, 0.4]), spread: 1);

        foreach (FirmRegimeProbabilities firm in sure.Firms.Concat(unsure.Firms))
        {
            firm.Probabilities.Sum().ShouldBe(1, tolerance: 1e-12);
        }

        unsure.Firms.Sum(firm => firm.Probability).ShouldBeLessThan(sure.Firms.Sum(firm => firm.Probability));
    }

    [Fact]
    public void Plausible_values_on_both_sides_of_a_border_split_the_probability()
    {
        // At capability 1 nothing is left to learn, so no effort pays: threshold. At 0.2 the firm is in the interior.
        Score split = new("capability", [0.6], [0.4], "graded", [[1], [0.2]]) { IsShareOfScale = true };
        RegimeProbabilitiesResult result = Estimate(Asked([1], [0], [Gap]), new ScoreTable(SampleSurveys.Ids(1), [split]), spread: 0);

        result.Firms[0].Probabilities[(int)LearningRegime.Threshold].ShouldBe(0.5);
        result.Firms[0].Probabilities[(int)LearningRegime.Interior].ShouldBe(0.5);
        result.Firms[0].NearFrontier.ShouldBe(0.5);
        result.ShareClear.ShouldBe(0);
    }

    [Fact]
    public void Agreement_with_the_answers_is_counted_by_hand()
    {
        // Both first firms are where they say; the third says that it is not worth it, and the model puts it in the interior.
        Survey survey = Asked([1, 0, 1], [0, 0, 0], [Gap, Gap, 3]);
        RegimeProbabilitiesResult result = Estimate(survey, Capability([0.4, 0.4, 0.4]), spread: 0);

        result.Agreement.ShouldBe(2 / 3.0, tolerance: 1e-12);
        result.Kappa!.Kappa.ShouldBe(0.5, tolerance: 1e-12); // chance: (1·2 + 1·1 + 1·0)/9 = 1/3
    }

    [Fact]
    public void The_mix_of_a_place_is_the_mean_over_its_firms()
    {
        RegimeProbabilitiesResult result = Estimate(Asked([1, 0, 1], [0, 0, 0], [Gap, Gap, Gap]), Capability([0.4, 0.4, Gap]), spread: 0.3, "a", "b", "a");
        PlaceRegime place = result.Mix.Single(row => row.Place == "a" && row.Regime == LearningRegime.Interior);
        PlaceRegime all = result.Mix.Single(row => row.Place.Length == 0 && row.Regime == LearningRegime.Interior);

        place.Firms.ShouldBe(1);
        place.Share.ShouldBe(result.Firms[0].Probabilities[(int)LearningRegime.Interior], tolerance: 1e-12);
        all.Share.ShouldBe((result.Firms[0].Probabilities[(int)LearningRegime.Interior] + result.Firms[1].Probabilities[(int)LearningRegime.Interior]) / 2, tolerance: 1e-12);
        result.Mix.Where(row => row.Place == "b").Sum(row => row.Share).ShouldBe(1, tolerance: 1e-12);
    }

    [Fact]
    public void A_firm_without_a_score_has_no_probabilities_and_the_same_seed_the_same_draws()
    {
        Survey survey = Asked([1, 0], [0, 1], [Gap, Gap]);
        RegimeProbabilitiesResult result = Estimate(survey, Capability([0.4, Gap]), spread: 0.5);

        result.Firms[1].Probabilities.ShouldBeEmpty();
        result.Firms[1].MostProbable.ShouldBeNull();
        result.Firms[1].Stated.ShouldBe(LearningRegime.Threshold);
        Estimate(survey, Capability([0.4, Gap]), spread: 0.5).Firms[0].Probabilities.ShouldBe(result.Firms[0].Probabilities);
        result.ToTable(SampleSurveys.Ids(2)).RowCount.ShouldBe(2);
        Estimate(survey, new ScoreTable(SampleSurveys.Ids(2), []), spread: 0.5).ShareClear.ShouldBe(double.NaN);
    }

    private static RegimeProbabilitiesResult Estimate(Survey survey, ScoreTable scores, double spread, params string[] places) =>
        RegimeProbabilities.Estimate(
            survey, Indices(survey.Respondents), scores, places, null,
            new RegimeProbabilitiesOptions { Draws = 400, Spread = spread }, cancellationToken: TestContext.Current.CancellationToken);

    private static ChannelIndicesResult Indices(int firms) => new(SampleSurveys.Ids(firms), [], [], []);

    private static Survey Asked(double[] canPay, double[] largeStep, double[] named) => SampleSurveys.Of(
        (SampleSurveys.Item("M3", "mechanism"), canPay), (SampleSurveys.Item("M4", "mechanism"), largeStep), (SampleSurveys.Item("M12", "mechanism"), named));

    private static ScoreTable Capability(double[] values) => new(
        SampleSurveys.Ids(values.Length), [new Score("capability", values, [.. values.Select(_ => Gap)], "sum-score", []) { IsShareOfScale = true }]);
}

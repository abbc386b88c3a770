using Karkhana.Capability;
using Karkhana.Core.Exchange;
using Karkhana.Data.Surveys;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Capability;

public sealed class AbsorptiveCapacityTests
{
    private const string Construct = "absorptive_capacity";

    [Fact]
    public void It_is_the_component_of_shares_and_experience_of_technical_staff()
    {
        Survey survey = Staff([4, 10, 0, 5], [1, 9, 0, 3], [2, 12, 1, 5], [1, 5, 0, 9]);

        (Score score, PrincipalComponentsResult component) = Estimate(survey)!.Value;

        component.Items.ShouldBe(["share_trained", "experience", "share_from_other_firms"]);
        PrincipalComponentsResult expected = PrincipalComponents.Estimate(
            new ItemResponses(["a", "b", "c"], [[0.25, 0.9, 0, 0.6], [2, 12, 1, 5], [0.25, 0.5, 0, 1]]),
            cancellationToken: TestContext.Current.CancellationToken);
        Bits.Close(score.Values, [.. expected.Scores[0], double.NaN], relative: 1e-12).ShouldBeTrue();
        score.Model.ShouldBe("first-principal-component");
        score.PlausibleValues.ShouldBeEmpty();
    }

    [Fact]
    public void More_trained_and_experienced_staff_score_higher()
    {
        (Score score, _) = Estimate(Staff([4, 10, 10, 5], [1, 9, 0, 3], [2, 12, 1, 5], [1, 9, 0, 3]))!.Value;

        score.Values[1].ShouldBeGreaterThan(score.Values[3]);
        score.Values[3].ShouldBeGreaterThan(score.Values[2]);
    }

    [Fact]
    public void A_firm_with_a_gap_has_no_score()
    {
        (Score score, _) = Estimate(Staff([4, 10, 8, 5, 6], [1, 9, double.NaN, 3, 2], [2, 12, 1, 5, 4], [1, 5, 0, 2, 6]))!.Value;

        score.Values[2].ShouldBe(double.NaN);
        score.Values.Count(double.IsNaN).ShouldBe(1);
    }

    [Fact]
    public void Without_the_staff_items_all_items_of_the_construct_are_used_and_reverse_ones_turned()
    {
        Survey survey = SampleSurveys.Of(
            (SampleSurveys.Item("Q1", Construct), [1, 2, 3, 4]),
            (SampleSurveys.Item("Q2", Construct, reverse: true), [9, 7, 6, 1]),
            (SampleSurveys.Item("Q3", Construct), [5, 5, 5, 5]));

        (Score score, PrincipalComponentsResult component) = Estimate(survey)!.Value;

        component.Items.ShouldBe(["Q1", "Q2"]);
        component.Loadings.ShouldAllBe(loading => loading > 0);
        score.Values[3].ShouldBeGreaterThan(score.Values[0]);
    }

    [Fact]
    public void Too_few_variables_or_complete_firms_give_no_score()
    {
        Estimate(SampleSurveys.Of((SampleSurveys.Item("Q1", Construct), [1, 2, 3, 4]))).ShouldBeNull();
        Estimate(SampleSurveys.Of(
            (SampleSurveys.Item("Q1", Construct), [1, 2, 3, double.NaN]), (SampleSurveys.Item("Q2", Construct), [1, 2, double.NaN, 3]))).ShouldBeNull();
    }

    [Fact]
    public void A_variable_that_varies_only_where_another_is_missing_gives_no_score() => Estimate(SampleSurveys.Of(
        (SampleSurveys.Item("Q1", Construct), [1, 2, 3, double.NaN]), (SampleSurveys.Item("Q2", Construct), [7, 7, 7, 9]))).ShouldBeNull();

    private static (Score Score, PrincipalComponentsResult Component)? Estimate(Survey survey) =>
        AbsorptiveCapacity.Estimate(SampleSurveys.Ids(5), survey);

    private static Survey Staff(double[] staff, double[] trained, double[] experience, double[] fromOthers) => SampleSurveys.Of(
        (SampleSurveys.Item("A1", Construct), staff),
        (SampleSurveys.Item("A2", Construct), trained),
        (SampleSurveys.Item("A3", Construct), experience),
        (SampleSurveys.Item("A4", Construct), fromOthers));
}

using Karkhana.Capability;
using Karkhana.Data.Surveys;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Capability;

public sealed class MonetisedEffortTests
{
    private static readonly MonetisedEffortOptions Wage = new() { DailyWage = 100 };

    private static readonly Survey ThreeFirms = SampleSurveys.Of(
        (Amount("E1"), [10, 0, double.NaN]),
        (Amount("E4"), [1000, 500, 200]));

    [Fact]
    public void Days_are_valued_at_the_wage_and_shared_among_workers()
    {
        MonetisedEffortResult result = MonetisedEffort.Estimate(ThreeFirms, [4, 5, 6], Wage);

        result.Gap.ShouldBe(MonetisedEffortGap.None);
        result.Items.ShouldBe(["E4", "E1"]);
        result.Values[0].ShouldBe(Math.Log(1 + (2000 / 4.0)), tolerance: 1e-14);
        result.Values[1].ShouldBe(Math.Log(101), tolerance: 1e-14);
        double.IsNaN(result.Values[2]).ShouldBeTrue();
    }

    [Fact]
    public void What_does_not_apply_costs_nothing()
    {
        Survey survey = SampleSurveys.Of((Amount("E1"), [10, 0, double.NaN]), (Amount("E4"), [1000, 500, 200]));
        survey.Missing[0][2] = MissingCode.NotApplicable;

        MonetisedEffort.Estimate(survey, [4, 5, 2], Wage).Values[2].ShouldBe(Math.Log(101), tolerance: 1e-14);
    }

    [Fact]
    public void Firms_without_known_workers_have_no_value()
    {
        MonetisedEffort.Estimate(ThreeFirms, [double.NaN, 0, 1], Wage).Values.ShouldAllBe(value => double.IsNaN(value));
    }

    [Fact]
    public void Each_gap_has_its_reason()
    {
        Survey frequencies = SampleSurveys.Of((SampleSurveys.Item("E1", "effort", 0, 4), [1, 2, 3]));

        MonetisedEffort.Estimate(frequencies, [1, 1, 1], Wage).Gap.ShouldBe(MonetisedEffortGap.NoAmounts);
        MonetisedEffort.Estimate(ThreeFirms, [1, 1, 1], new MonetisedEffortOptions()).Gap.ShouldBe(MonetisedEffortGap.NoWage);
        MonetisedEffort.Estimate(ThreeFirms, [], Wage).Gap.ShouldBe(MonetisedEffortGap.NoEmployment);
        Should.Throw<ArgumentException>(() => MonetisedEffort.Estimate(ThreeFirms, [1], Wage)).Message.ShouldContain("one value per firm");
        Should.Throw<ArgumentException>(() => new MonetisedEffortOptions { DailyWage = 0 });
    }

    [Fact]
    public void The_correlation_is_that_of_the_firms_with_both()
    {
        MonetisedEffortResult result = new([], [1, 2, 3, double.NaN, 4], MonetisedEffortGap.None);

        (double correlation, int firms) = result.CorrelationWith([2, 4, 6, 1, double.NaN]);

        correlation.ShouldBe(1, tolerance: 1e-14);
        firms.ShouldBe(3);
        double.IsNaN(result.CorrelationWith([1, double.NaN, double.NaN, 1, 2]).Correlation).ShouldBeTrue();
    }

    private static SurveyItem Amount(string id) => SampleSurveys.Item(id, "effort", 0) with { Scale = "N" };
}

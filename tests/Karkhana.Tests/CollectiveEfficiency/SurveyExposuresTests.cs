using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
using Karkhana.Data.Surveys;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.CollectiveEfficiency;

public sealed class SurveyExposuresTests
{
    [Fact]
    public void Items_of_an_advantage_are_ranked_turned_and_averaged()
    {
        Survey survey = SampleSurveys.Of(
            [3, 0, 1],
            (SampleSurveys.Item("L3", "EE01"), [5, 1, 3]),
            (SampleSurveys.Item("L1", "EE01", reverse: true), [2, 9, double.NaN]),
            (SampleSurveys.Item("C1", "capability"), [1, 2, 3]));

        ExposureTable table = SurveyExposures.Estimate(SampleSurveys.Ids(4), survey);

        Exposure exposure = table.Exposures.ShouldHaveSingleItem();
        exposure.AdvantageId.ShouldBe("EE01");
        exposure.Sources.ShouldBe("survey");
        // Ranks of L3: 5/6, 1/6, 3/6; of L1, turned: 3/4, 1/4.
        double third = ((5 / 6.0) + 0.75) / 2;
        double first = ((1 / 6.0) + 0.25) / 2;
        Bits.Close(exposure.Values, [first, 0.5, double.NaN, third], relative: 1e-14).ShouldBeTrue();
        Bits.Close(exposure.StandardErrors, [1 / 24.0, double.NaN, double.NaN, 1 / 24.0], relative: 1e-12).ShouldBeTrue();
    }

    [Fact]
    public void A_firm_that_answered_no_item_has_no_exposure() =>
        SurveyExposures.Estimate(SampleSurveys.Ids(2), SampleSurveys.Of((SampleSurveys.Item("L3", "EE01"), [5, double.NaN])))
            .Exposures[0].Values.ShouldBe([0.5, double.NaN]);

    [Fact]
    public void Advantages_come_in_order_and_change_items_are_none() =>
        SurveyExposures.Estimate(SampleSurveys.Ids(2), SampleSurveys.Of(
            (SampleSurveys.Item("J1", "JA01"), [1, 2]),
            (SampleSurveys.Item("D1", "DE01"), [1, 2]),
            (SampleSurveys.Item("K1", "EE10"), [1, 2]),
            (SampleSurveys.Item("X1", "JA01_change"), [1, 2]),
            (SampleSurveys.Item("Y1", "EExx"), [1, 2])))
            .Exposures.Select(exposure => exposure.AdvantageId).ShouldBe(["DE01", "EE10", "JA01"]);
}

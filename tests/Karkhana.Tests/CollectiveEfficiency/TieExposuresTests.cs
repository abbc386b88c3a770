using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.CollectiveEfficiency;

public sealed class TieExposuresTests
{
    [Fact]
    public void Partners_are_counted_once_and_ranked_over_the_sample()
    {
        // Advice between 0 and 1 both ways, 0 and 2, 0 and 2 again; work is done by 1 and 2 for 0, and by 0 for 3.
        TieTable ties = Ties(("advice", 0, 1), ("advice", 1, 0), ("advice", 0, 2), ("advice", 0, 2), ("subcontract", 1, 0), ("subcontract", 2, 0), ("subcontract", 0, 3));

        ExposureTable table = TieExposures.Estimate(ties, [0, 1, 2, 3]);

        table.Find("EE10")!.Values.ShouldBe([0.875, 0.5, 0.5, 0.125, double.NaN]);
        table.Find("EE03")!.Values.ShouldBe([0.875, 0.25, 0.25, 0.625, double.NaN]);
        table.Exposures.ShouldAllBe(exposure => exposure.Sources == "ties" && exposure.StandardErrors.All(double.IsNaN));
    }

    [Fact]
    public void A_kind_of_tie_that_nobody_reports_gives_no_exposure()
    {
        TieExposures.Estimate(Ties(("advice", 0, 1)), [0, 1]).Exposures.ShouldHaveSingleItem().AdvantageId.ShouldBe("EE10");
        TieExposures.Estimate(Ties(("kin", 0, 1)), [0, 1]).Exposures.ShouldBeEmpty();
    }

    [Fact]
    public void The_value_of_a_tie_does_not_count() =>
        TieExposures.Estimate(Ties(("advice", 0, 1)) with { Values = [3] }, [0, 1, 2]).Exposures[0].Values
            .ShouldBe(TieExposures.Estimate(Ties(("advice", 0, 1)), [0, 1, 2]).Exposures[0].Values);

    private static TieTable Ties(params (string Kind, int From, int To)[] ties) => new(
        SampleSurveys.Ids(5),
        [.. ties.Select(tie => tie.From)],
        [.. ties.Select(tie => tie.To)],
        [.. ties.Select(tie => tie.Kind)],
        [.. ties.Select(_ => 1.0)]);
}

using Karkhana.CollectiveEfficiency;
using Karkhana.Data.Surveys;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.CollectiveEfficiency;

public sealed class JointActionChangeTests
{
    private static readonly Survey FourFirms = SampleSurveys.Of(
        (SampleSurveys.Item("J2c", "JA02_change", -2, 2), [2, 1, double.NaN, -2]),
        (SampleSurveys.Item("J1c", "JA01_change", -2, 2), [1, 1, 0, -2]),
        (SampleSurveys.Item("J1", "JA01", 0, 3), [3, 3, 3, 3]));

    [Fact]
    public void Changes_are_means_over_the_firms_that_answered()
    {
        JointActionChange change = JointActionChange.Of(FourFirms, [0, 1, 2]);

        change.Types.ShouldBe(["JA01", "JA02"]);
        change.Changes[0].ShouldBe(2.0 / 3, tolerance: 1e-15);
        change.Changes[1].ShouldBe(1.5);
        change.StandardErrors[0].ShouldBe(1.0 / 3, tolerance: 1e-15);
        change.StandardErrors[1].ShouldBe(0.5, tolerance: 1e-15);
        change.Firms.ShouldBe([3, 2]);
        change.Mean.ShouldBe(((2.0 / 3) + 1.5) / 2, tolerance: 1e-15);
    }

    [Fact]
    public void One_firm_has_no_standard_error() => JointActionChange.Of(FourFirms, [3]).StandardErrors.ShouldBe([double.NaN, double.NaN]);

    [Fact]
    public void Without_change_items_there_is_no_change()
    {
        JointActionChange change = JointActionChange.Of(SampleSurveys.Of((SampleSurveys.Item("J1", "JA01", 0, 3), [3])), [0]);

        change.Types.ShouldBeEmpty();
        change.Mean.ShouldBe(double.NaN);
    }
}

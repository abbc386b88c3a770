using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Inference;
using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.CollectiveEfficiency;

public sealed class JointActionSelectivityTests
{
    private static readonly Survey Unweighted = SampleSurveys.Of(
        (SampleSurveys.Item("J1", "JA01", 0, 3), [0, 1, 2, double.NaN]),
        (SampleSurveys.Item("J5", "JA05", 0, 3), [2, 0, 0, 0]));

    private static readonly Survey FourFirms = Unweighted with { Weights = [1, 1, 2, 1] };

    [Fact]
    public void Shares_are_weighted_and_told_apart_by_group()
    {
        JointActionSelectivityResult result = JointActionSelectivity.Estimate(FourFirms, ["small", "small", "large", null]);

        Of("JA01", "all").Share.ShouldBe(0.75);
        Of("JA01", "all").Firms.ShouldBe(3);
        Of("JA01", "small").Share.ShouldBe(0.5);
        Of("JA01", "large").Share.ShouldBe(1);
        Of("JA05", "all").Share.ShouldBe(0.2);
        Of("any", "all").Share.ShouldBe(0.8);
        // Weights 1, 1, 2: (Σw)²/Σw² = 16/6.
        (double low, double high) = WilsonInterval.Of(0.75, 16 / 6.0, 1.959963984540054);
        Of("JA01", "all").ConfLow.ShouldBe(low, tolerance: 1e-12);
        Of("JA01", "all").ConfHigh.ShouldBe(high, tolerance: 1e-12);
        // Every row rests on fewer than five firms.
        result.ToTable().Numbers("estimate").ShouldAllBe(share => double.IsNaN(share));

        SelectivityRow Of(string construct, string group) => result.Rows.Single(row => row.Construct == construct && row.Group == group);
    }

    [Fact]
    public void A_higher_line_lets_fewer_firms_in() => JointActionSelectivity.Estimate(
        FourFirms, [null, null, null, null], new JointActionSelectivityOptions { LeastLevel = 2 }).Rows[0].Share.ShouldBe(0.5);

    [Fact]
    public void A_group_held_back_takes_another_with_it()
    {
        Survey survey = SampleSurveys.Of((SampleSurveys.Item("J1", "JA01", 0, 3), [.. Enumerable.Range(0, 20).Select(firm => (double)(firm % 3))]));
        Table table = JointActionSelectivity.Estimate(
            survey, [.. Enumerable.Range(0, 20).Select(firm => firm < 3 ? "few" : firm < 10 ? "some" : "many")]).ToTable();

        // 20 firms less 10 and 7 would be 3.
        table.Texts("group").Zip(table.Numbers("n")).Where(row => double.IsNaN(row.Second)).Select(row => row.First).Distinct()
            .ShouldBe(["few", "some"]);
    }

    [Fact]
    public void What_was_not_asked_is_said() => JointActionSelectivity.Estimate(
        SampleSurveys.Of((SampleSurveys.Item("C1", "capability", 0, 3), [1])), [null]).Notes.Single().Text.ShouldContain("JA01 to JA07");

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => JointActionSelectivity.Estimate(FourFirms, ["small"]));
        Should.Throw<ArgumentOutOfRangeException>(() => new JointActionSelectivityOptions { LeastLevel = 0 });
    }
}

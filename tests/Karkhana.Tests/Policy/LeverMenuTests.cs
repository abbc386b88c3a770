using Karkhana.Core.Exchange;
using Karkhana.Policy;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Policy;

public sealed class LeverMenuTests
{
    private static readonly LeverMenu Menu = LeverMenu.Default();

    [Fact]
    public void The_menu_has_eighteen_levers_numbered_in_order()
    {
        Menu.Levers.Select(lever => lever.Id).ShouldBe(Enumerable.Range(1, 18).Select(number => $"P{number:00}"));
        Menu.Levers.ShouldAllBe(lever => lever.Name.Length > 0 && lever.Source.Length > 0 && lever.Cost >= 1 && lever.Cost <= 5);
        Menu.ToTable().RowCount.ShouldBe(18);
    }

    [Fact]
    public void Doing_nothing_is_the_one_baseline()
    {
        Lever baseline = Menu.Levers.Where(lever => lever.IsBaseline).ShouldHaveSingleItem();

        baseline.Id.ShouldBe("P18");
        baseline.Regimes.ShouldBeEmpty();
        baseline.Veto.ShouldBe(VetoRule.None);
    }

    [Fact]
    public void Every_other_lever_acts_on_a_channel_works_in_a_regime_and_can_fail() => Menu.Levers.Where(lever => !lever.IsBaseline)
        .ShouldAllBe(lever => lever.Channels.Count > 0 && lever.Regimes.Count > 0 && lever.Failure.Length > 0);

    [Fact]
    public void Levers_of_incentive_alone_do_not_work_in_liquidity_nor_those_of_resources_alone_in_the_interior()
    {
        Menu.Levers.Where(lever => lever.Channels.Count > 0 && lever.Channels.All(channel => channel == LearningChannel.IncentiveForEffort))
            .ShouldAllBe(lever => !lever.Regimes.Contains(LearningRegime.Liquidity));
        Menu.Levers.Where(lever => lever.Channels.Count > 0 && lever.Channels.All(channel => channel == LearningChannel.ResourcesForEffort))
            .ShouldAllBe(lever => !lever.Regimes.Contains(LearningRegime.Interior));
    }

    [Fact]
    public void Vetoes_are_those_of_the_framework_and_the_cluster_organisation() =>
        Menu.Levers.Where(lever => lever.Veto != VetoRule.None).Select(lever => (lever.Id, lever.Veto)).ShouldBe(
        [
            ("P01", VetoRule.FailedCooperation), ("P05", VetoRule.IndivisibleNeed), ("P06", VetoRule.AbsorptiveCapacity), ("P15", VetoRule.FailedCooperation),
        ]);

    [Theory]
    [InlineData(EvidenceGrade.A, 1)]
    [InlineData(EvidenceGrade.B, 0.8)]
    [InlineData(EvidenceGrade.C, 0.6)]
    [InlineData(EvidenceGrade.D, 0.4)]
    public void Better_evidence_weighs_more(EvidenceGrade grade, double weight) =>
        (Menu.Levers[0] with { Evidence = grade }).EvidenceWeight.ShouldBe(weight);
}

using CsCheck;
using Karkhana.CollectiveEfficiency;
using Karkhana.Methods.Networks;
using Karkhana.Tests.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.CollectiveEfficiency;

public sealed class RoleStabilityTests
{
    private static readonly double[] EightOpenness = [9, 4, 3, 2, 1, 8, 7, 0];

    private static readonly Gen<(Graph Network, double[] Openness)> Networks =
        from matrix in SampleNetworks.Matrices
        from openness in Gen.Int[-1, 9].Select(value => value < 0 ? double.NaN : value).Array[matrix.GetLength(0)]
        select (SampleNetworks.Of(matrix), openness);

    [Fact]
    public void The_quantiles_give_the_eight_firms_their_modal_role_and_entropy()
    {
        // B opens up at the 0.4 quantile of openness, C is no longer central at the 0.6 quantile of the degrees: both in 9 of 27.
        RoleStabilityResult result = RoleStability.Estimate(SampleNetworks.EightFirms, EightOpenness, RoleGrid.Quantiles);
        double third = -((2.0 / 3 * Math.Log(2.0 / 3)) + (1.0 / 3 * Math.Log(1.0 / 3)));

        result.ModalRoles.ShouldBe(result.Roles);
        result.ModalShares.ShouldBe([1, 18 / 27.0, 18 / 27.0, 1, 1, 1, 1, 1]);
        result.DistinctRoles.ShouldBe([1, 2, 2, 1, 1, 1, 1, 1]);
        result.Entropies[1].ShouldBe(third, tolerance: 1e-15);
        result.Entropies[0].ShouldBe(0);
        result.ShareThatChanges.ShouldBe(0.25);
    }

    [Fact]
    public void Two_settings_that_disagree_leave_the_role_of_the_study()
    {
        // Not strict, the 4 of B lies on the median of openness and counts as open.
        RoleGrid grid = new() { Centrality = [new CutOff()], Openness = [new CutOff { Strict = false }, new CutOff()], Balances = [1.25] };

        RoleStabilityResult result = RoleStability.Estimate(SampleNetworks.EightFirms, EightOpenness, grid);

        result.ModalRoles[1].ShouldBe(KnowledgeRole.ActiveMutualExchanger);
        result.ModalShares[1].ShouldBe(0.5);
        result.Entropies[1].ShouldBe(Math.Log(2), tolerance: 1e-15);
        result.ToSettings().Numbers("technological_gatekeeper").ShouldBe([2, 1]);
        result.ToSettings().Numbers("changed").ShouldBe([1, 0]);
        result.ToSettings().Texts("openness").ShouldBe(["median, not strict", "median"]);
    }

    [Fact]
    public void The_whole_grid_has_720_settings()
    {
        RoleStabilityResult result = RoleStability.Estimate(SampleNetworks.EightFirms, EightOpenness);

        result.Grid.Count.ShouldBe(720);
        result.ToSettings().RowCount.ShouldBe(720);
        result.ToTable().Texts("modal_role")[0].ShouldBe("technological_gatekeeper");
        result.ToTable().Texts("modal_role")[7].ShouldBe("isolate");
    }

    [Fact]
    public void Shares_and_entropies_agree_with_a_count_setting_by_setting() => Networks.Sample(
        given =>
        {
            RoleGrid grid = RoleGrid.Whole(given.Network.NodeCount);
            RoleStabilityResult result = RoleStability.Estimate(given.Network, given.Openness, grid);
            KnowledgeRole[][] each = [.. grid.Settings().Select(setting => KnowledgeRoles.Estimate(
                given.Network, given.Openness,
                new KnowledgeRolesOptions { Centrality = setting.Centrality, Openness = setting.Openness, Balance = setting.Balance }).Roles.ToArray())];
            return result.Firms.Select((_, firm) => firm).All(firm =>
                result.SameShares[firm] == each.Count(roles => roles[firm] == result.Roles[firm]) / 720.0
                && result.ModalShares[firm] == each.GroupBy(roles => roles[firm]).Max(role => role.Count()) / 720.0
                && result.Entropies[firm] >= 0 && result.Entropies[firm] <= Math.Log(6) + 1e-12
                && result.Entropies[firm] == 0 == (result.DistinctRoles[firm] == 1));
        },
        iter: 10);

    [Fact]
    public void Wrong_grids_are_refused()
    {
        Should.Throw<ArgumentException>(() => RoleGrid.Quantiles with { Balances = [] }).Message.ShouldContain("at least one");
        Should.Throw<ArgumentOutOfRangeException>(() => RoleGrid.Quantiles with { Balances = [0.5] });
        Should.Throw<ArgumentException>(() => RoleStability.Estimate(SampleNetworks.EightFirms, [1]));
    }
}

using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Learning;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class RoleModelsTests
{
    private const int Firms = 600;
    private const double Error = 0.7;

    private static readonly string[] Roles = ["isolate", "absorber", "technological_gatekeeper"];

    [Fact]
    public void Gaps_between_roles_that_made_the_data_come_back()
    {
        string?[] roles = [.. Enumerable.Range(0, Firms).Select(firm => Roles[firm % 3])];
        double[] noise = Gaussian(1);
        double[] capability = [.. roles.Select((role, firm) => (role == "technological_gatekeeper" ? 0.9 : role == "absorber" ? 0.4 : 0) + (0.5 * noise[firm]))];
        double[] ties = [.. Gaussian(2).Select((value, firm) => value + (firm % 3))];

        RoleCapabilityResult result = RoleCapability.Estimate(
            Sample(capability, Gaussian(3), 0), new FirmRoles(roles, new Dictionary<string, double[]> { ["ties"] = ties }),
            cancellationToken: TestContext.Current.CancellationToken);

        double unit = 1 / Math.Sqrt(Sums.Variance(capability));
        result.Counts.ShouldBe([new RoleCount("isolate", 200), new RoleCount("absorber", 200), new RoleCount("technological_gatekeeper", 200)]);
        result.Roles!.Coefficients.Terms.ShouldBe(["intercept", "role_absorber", "role_technological_gatekeeper", "age"]);
        result.Roles.Coefficients.Estimates[1].ShouldBe(0.4 * unit, tolerance: 0.25);
        result.Roles.Coefficients.Estimates[2].ShouldBe(0.9 * unit, tolerance: 0.25);
        result.RolesAndDegrees!.Coefficients.Terms.ShouldContain("ties");
        Math.Abs(result.RolesAndDegrees.Coefficients.Statistics[result.RolesAndDegrees.Coefficients.Find("ties")]).ShouldBeLessThan(3.5);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Rare_roles_are_left_out_and_another_base_is_named()
    {
        string?[] roles = [.. Enumerable.Range(0, Firms).Select(firm => firm < 3 ? "isolate" : firm < 7 ? null : firm < 400 ? "absorber" : "external_star")];

        RoleCapabilityResult result = RoleCapability.Estimate(
            Sample(Gaussian(1), Gaussian(3), 0), new FirmRoles(roles, new Dictionary<string, double[]>()), cancellationToken: TestContext.Current.CancellationToken);

        result.Counts[0].ShouldBe(new RoleCount("absorber", 393));
        result.Roles!.Firms.Count.ShouldBe(Firms - 7);
        result.RolesAndDegrees.ShouldBeNull();
        result.Notes.Select(note => note.Code).ShouldBe(["other-base", "rare-roles"]);
        result.Notes[1].Text.ShouldContain("left out with their firms: isolate.");
    }

    [Fact]
    public void One_role_or_few_firms_tell_nothing()
    {
        string?[] one = [.. Enumerable.Repeat("isolate", Firms)];
        string?[] few = [.. Enumerable.Range(0, Firms).Select(firm => firm < 20 ? Roles[firm % 2] : null)];
        LearningSample sample = Sample(Gaussian(1), Gaussian(3), 0);

        foreach (string?[] roles in new[] { one, few })
        {
            FirmRoles firmRoles = new(roles, new Dictionary<string, double[]>());
            RoleCapabilityResult capability = RoleCapability.Estimate(sample, firmRoles, cancellationToken: TestContext.Current.CancellationToken);
            (capability.Roles, capability.RolesAndDegrees).ShouldBe((null, null));
            capability.Notes.ShouldContain(note => note.Code == "too-few-firms" && note.Text.Contains("we cannot tell"));

            RoleDeterminantsResult determinants = RoleDeterminants.Estimate(sample, firmRoles, ["absorptive_capacity"], null, TestContext.Current.CancellationToken);
            determinants.Pooled.ShouldBeNull();
            determinants.Notes.ShouldContain(note => note.Code == "too-few-firms");
            determinants.ToTable().RowCount.ShouldBe(0);
        }

        Should.Throw<ArgumentException>(() => RoleCapability.Estimate(
            sample, new FirmRoles(["isolate"], new Dictionary<string, double[]>()), cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Without_a_trait_that_is_known_there_are_no_odds_and_the_reason_is_told()
    {
        FirmRoles roles = new([.. Enumerable.Range(0, Firms).Select(firm => Roles[firm % 2])], new Dictionary<string, double[]>());

        RoleDeterminantsResult result = RoleDeterminants.Estimate(Sample(Gaussian(1), Gaussian(3), 0), roles, [], null, TestContext.Current.CancellationToken);

        (result.Pooled, result.Firms.Count, result.ToTable().RowCount).ShouldBe((null, 0, 0));
        result.Notes.ShouldContain(note => note.Code == "no-terms");
    }

    [Fact]
    public void Odds_of_roles_come_back_and_an_error_that_is_told_does_not_draw_them_to_one()
    {
        // Synthetic: ln odds of gatekeeper against isolate rise by 1.2 per unit of capacity, of absorber by 0.5.
        (LearningSample known, FirmRoles roles) = Determined(0, seen: false);
        double known1 = Slope(known, roles);
        double untold = Slope(Determined(0, seen: true).Sample, roles);
        double told = Slope(Determined(Error, seen: true).Sample, roles);

        double unit = Math.Sqrt(1 + (Error * Error)); // the unit is the standard deviation of what is seen
        known1.ShouldBe(1.2, tolerance: 0.35);
        untold.ShouldBeLessThan(0.85 * known1);
        told.ShouldBe(known1 * unit, tolerance: 0.35);
        told.ShouldBeGreaterThan(1.2 * untold);

        static double Slope(LearningSample sample, FirmRoles roles)
        {
            RoleDeterminantsResult result = RoleDeterminants.Estimate(sample, roles, ["absorptive_capacity", "age"], null, TestContext.Current.CancellationToken);
            int at = result.Pooled!.Coefficients.Find("technological_gatekeeper: absorptive_capacity");
            result.ToTable().Numbers("relative_risk_ratio")[at].ShouldBe(Math.Exp(result.Pooled.Coefficients.Estimates[at]));
            return result.Pooled.Coefficients.Estimates[at];
        }
    }

    [Fact]
    public void Roles_that_a_term_parts_have_no_odds()
    {
        double[] capacity = Gaussian(3);
        FirmRoles roles = new([.. capacity.Select(value => value > 0 ? "absorber" : "isolate")], new Dictionary<string, double[]>());

        RoleDeterminantsResult result = RoleDeterminants.Estimate(
            Sample(Gaussian(1), capacity, 0), roles, ["absorptive_capacity"], null, TestContext.Current.CancellationToken);

        result.Pooled.ShouldBeNull();
        result.Notes.Select(note => note.Code).ShouldBe(["roles-parted"]);
    }

    private static (LearningSample Sample, FirmRoles Roles) Determined(double told, bool seen)
    {
        (double[] capacity, double[] noise) = (Gaussian(3), Gaussian(4));
        RandomStream stream = new(13, RandomPurpose.Example, 4200);
        string[] roles = [.. capacity.Select(value =>
        {
            double[] odds = [1, Math.Exp(0.5 * value), Math.Exp(1.2 * value)];
            double drawn = stream.NextDouble() * (odds[0] + odds[1] + odds[2]);
            return drawn < odds[0] ? Roles[0] : drawn < odds[0] + odds[1] ? Roles[1] : Roles[2];
        })];
        double[] observed = seen ? [.. capacity.Zip(noise, (value, error) => value + (Error * error))] : capacity;
        return (Sample(Gaussian(1), observed, told), new FirmRoles(roles, new Dictionary<string, double[]>()));
    }

    private static LearningSample Sample(double[] capability, double[] capacity, double capacityError)
    {
        string[] ids = SampleSurveys.Ids(Firms);
        return new LearningSample(
            [.. Enumerable.Range(0, Firms)],
            [.. Enumerable.Range(0, Firms).Select(firm => firm % 2 == 0)],
            [.. Enumerable.Range(0, Firms).Select(firm => $"p{firm % 12}")],
            new ExposureTable(ids, []),
            new ScoreTable(ids,
            [
                new Score("capability", capability, [], "test", []),
                new Score("absorptive_capacity", capacity, [.. capacity.Select(_ => capacityError)], "test", []),
            ]),
            new Dictionary<string, double[]> { ["age"] = Gaussian(9) });
    }

    private static double[] Gaussian(int replicate)
    {
        RandomStream stream = new(13, RandomPurpose.Example, 4000 + replicate);
        return [.. Enumerable.Range(0, Firms).Select(_ => stream.NextGaussian())];
    }
}

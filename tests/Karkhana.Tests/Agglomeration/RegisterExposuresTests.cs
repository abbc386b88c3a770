using Karkhana.Agglomeration;
using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Agglomeration;

public sealed class RegisterExposuresTests
{
    private static readonly FirmRegister Five = SampleRegisters.Of(
        [0, 100, 1500, 3000, 30_000], [0, 0, 0, 0, 0], ["a", "a", "a", "b", "a"], [10, 20, 30, 40, 50]);

    [Fact]
    public void Five_firms_are_ranked_by_what_lies_near_them()
    {
        ExposureTable exposures = Estimate(Five, [0, 1, 2, 4]);

        exposures.Exposures.Select(exposure => exposure.AdvantageId).ShouldBe(["DE01", "DE04", "EE01", "EE08", "EE11"]);
        // Firms of trade a within 2 km: 2, 2, 2, 0; all firms within 2 km: 2, 2, 3, 0, and their workers 50, 40, 70, 0.
        ValuesOf(exposures, "EE11").ShouldBe([0.625, 0.625, 0.625, double.NaN, 0.125]);
        ValuesOf(exposures, "DE01").ShouldBe([0.5625, 0.4375, 0.875, double.NaN, 0.125]);
        // Trades within 2 km: a a, a a, a a b, none; firm 4 has no neighbours to be like.
        ValuesOf(exposures, "DE04").ShouldBe([2 / 3.0, 2 / 3.0, 0.5 / 3, double.NaN, double.NaN]);
        // Within 1 km: 1, 1, 0, 0; within 5 and 20 km: 2, 2, 2, 0.
        Bits.Close(
            ValuesOf(exposures, "EE08"),
            [(0.75 + 0.625 + 0.625) / 3, (0.75 + 0.625 + 0.625) / 3, (0.25 + 0.625 + 0.625) / 3, double.NaN, (0.25 + 0.125 + 0.125) / 3],
            relative: 1e-14).ShouldBeTrue();
        exposures.Exposures.ShouldAllBe(exposure => exposure.Sources == "register" && exposure.StandardErrors.All(double.IsNaN));
    }

    [Fact]
    public void Labour_pooling_is_the_rank_of_the_decaying_employment()
    {
        double[] pool = OwnIndustryExposure.Estimate(
            Five.X, Five.Y, Five.Industries, Five.Employment, cancellationToken: TestContext.Current.CancellationToken);

        ValuesOf(Estimate(Five, [0, 1, 2, 3, 4]), "EE01").ShouldBe(Ranks.Normalise(pool));
    }

    [Fact]
    public void The_order_of_the_sample_does_not_matter()
    {
        ExposureTable forth = Estimate(Five, [0, 1, 2, 4]);
        ExposureTable back = Estimate(Five, [4, 2, 1, 0]);

        foreach (Exposure exposure in forth.Exposures)
        {
            ValuesOf(back, exposure.AdvantageId).ShouldBe(exposure.Values);
        }
    }

    [Fact]
    public void A_register_without_industries_shows_congestion_alone() =>
        Estimate(Five with { Industries = [] }, [0, 1, 2]).Exposures.ShouldHaveSingleItem().AdvantageId.ShouldBe("DE01");

    [Fact]
    public void Without_employment_each_firm_counts_one()
    {
        ExposureTable bare = Estimate(Five with { Employment = [] }, [0, 1, 2, 4]);
        ExposureTable ones = Estimate(Five with { Employment = [1, 1, 1, 1, 1] }, [0, 1, 2, 4]);

        ValuesOf(bare, "EE01").ShouldBe(ValuesOf(ones, "EE01"));
    }

    private static ExposureTable Estimate(FirmRegister firms, int[] sample) =>
        RegisterExposures.Estimate(new RegisterSample(firms, sample), cancellationToken: TestContext.Current.CancellationToken).Exposures;

    private static IReadOnlyList<double> ValuesOf(ExposureTable exposures, string advantage) => exposures.Find(advantage)!.Values;
}

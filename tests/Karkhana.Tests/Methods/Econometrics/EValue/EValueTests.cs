using CsCheck;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class EValueTests
{
    [Fact]
    public void Published_ratios_have_their_e_values()
    {
        // VanderWeele and Ding's example of 3.9 (1.8 to 8.7): 7.26 and 3.0; 1.5 is 1.5 + √0.75.
        EValueResult result = Estimate(new() { RiskRatio = 3.9, ConfLow = 1.8, ConfHigh = 8.7 });

        result.Estimate.ShouldBe(7.26, tolerance: 0.005);
        result.Limit.ShouldBe(3.0, tolerance: 0.005);
        Estimate(new() { RiskRatio = 1.5 }).Estimate.ShouldBe(2.3660254, tolerance: 1e-7);
        Estimate(new() { RiskRatio = 1 }).Estimate.ShouldBe(1);
        Estimate(new() { RiskRatio = 1.5 }).Limit.ShouldBe(double.NaN);
    }

    [Fact]
    public void A_ratio_and_its_inverse_need_the_same_confounder() => Gen.Double[0.01, 100].Sample(ratio =>
        Bits.Close([Estimate(new() { RiskRatio = ratio }).Estimate], [Estimate(new() { RiskRatio = 1 / ratio }).Estimate], relative: 1e-12));

    [Fact]
    public void A_confounder_of_that_strength_gives_the_ratio_back() => Gen.Double[1, 100].Sample(ratio =>
    {
        double e = Estimate(new() { RiskRatio = ratio }).Estimate;
        return Bits.Close([e * e / (e + e - 1)], [ratio], relative: 1e-11); // the bounding factor of two equal associations
    });

    [Fact]
    public void An_interval_that_holds_one_needs_no_confounder()
    {
        Estimate(new() { RiskRatio = 1.4, ConfLow = 0.9 }).Limit.ShouldBe(1);
        Estimate(new() { RiskRatio = 0.7, ConfHigh = 1.1 }).Limit.ShouldBe(1);
        Estimate(new() { RiskRatio = 0.5, ConfHigh = 0.8 }).Limit.ShouldBe(1.25 + Math.Sqrt(1.25 * 0.25), tolerance: 1e-13);
    }

    [Fact]
    public void Ratios_of_common_outcomes_are_turned_first()
    {
        Estimate(new() { RiskRatio = 4, Scale = RatioScale.CommonOddsRatio }).Estimate.ShouldBe(2 + Math.Sqrt(2), tolerance: 1e-13);
        double risk = (1 - Math.Pow(0.5, 2)) / (1 - Math.Pow(0.5, 0.5));
        Estimate(new() { RiskRatio = 4, Scale = RatioScale.CommonHazardRatio }).Estimate.ShouldBe(risk + Math.Sqrt(risk * (risk - 1)), tolerance: 1e-12);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => new EValueOptions { RiskRatio = 0 }).Message.ShouldContain("it was 0");
        Should.Throw<ArgumentException>(() => Estimate(new() { RiskRatio = 2, ConfLow = 3 })).Message.ShouldContain("2 does not lie");
        Should.Throw<ArgumentException>(() => new EValueOptions { RiskRatio = 2, ConfHigh = double.NaN });
    }

    private static EValueResult Estimate(EValueOptions options) => EValue.Estimate(options, cancellationToken: TestContext.Current.CancellationToken);
}

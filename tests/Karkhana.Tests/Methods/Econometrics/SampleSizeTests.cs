using CsCheck;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class SampleSizeTests
{
    [Fact]
    public void A_share_to_within_a_tenth_needs_97_firms_or_66_of_200()
    {
        SampleSizeResult result = Estimate(new SamplePlans { Margin = [0.1, 0.1], Population = [double.NaN, 200] }, SampleDesign.Proportion);

        result.Plans.Select(plan => plan.Size).ShouldBe([97, 66]);
        result.Plans[0].Power.ShouldBe(double.NaN);
    }

    [Fact]
    public void Half_a_deviation_needs_63_firms_per_arm_times_the_design_effect()
    {
        SampleSizeResult result = Estimate(
            new SamplePlans { Difference = [0.5, 0.5], ClusterSize = [1, 10], IntraclusterCorrelation = [0.08, 0.08] }, SampleDesign.Difference);

        result.Plans.Select(plan => plan.Size).ShouldBe([63, 108]);
        result.Plans.Select(plan => plan.Total).ShouldBe([126, 216]);
        result.Plans.Select(plan => plan.DesignEffect).ShouldBe([1, 1.72]);
        result.Plans[0].Power.ShouldBe(0.8013, tolerance: 1e-4);
    }

    [Fact]
    public void Invitations_allow_for_those_who_do_not_answer() =>
        Estimate(new SamplePlans { Margin = [0.1], ResponseRate = [0.6] }, SampleDesign.Proportion).Plans[0].Invited.ShouldBe(162);

    [Fact]
    public void A_larger_second_arm_makes_the_first_one_smaller()
    {
        PlannedSize plan = Estimate(new SamplePlans { Difference = [-1], Deviation = [2], Ratio = [2] }, SampleDesign.Difference).Plans[0];

        // 1.5·7.8489·4 = 47.09 and twice that.
        plan.Size.ShouldBe(48);
        plan.Total.ShouldBe(48 + 95);
    }

    [Fact]
    public void Sizes_have_the_power_asked_for_and_one_firm_less_has_not() => Gen.Select(Gen.Double[0.05, 2], Gen.Double[0.6, 0.95]).Sample((difference, power) =>
    {
        SampleSizeOptions options = new() { Design = SampleDesign.Difference, Power = power };
        PlannedSize plan = SampleSize.Estimate(
            new SamplePlans { Difference = [difference] }, options, cancellationToken: TestContext.Current.CancellationToken).Plans[0];
        double shift = difference * Math.Sqrt((plan.Size - 1) / 2);
        double less = MathNet.Numerics.Distributions.Normal.CDF(0, 1, shift - 1.959963984540054);
        // A hundredth of a firm may be lacking.
        return plan.Power > power - 0.01 && less < power;
    });

    [Fact]
    public void The_integral_is_the_power_that_simulated_studies_have()
    {
        const int Studies = 20_000;
        const int Firms = 60;
        JointSignificance test = new(0.4, 0.35, 0.2, 0.95);
        RandomStream stream = new(11, RandomPurpose.Example, 0);
        int found = Enumerable.Range(0, Studies).Count(_ => Finds(stream, Firms));

        double power = test.Power(Firms);

        power.ShouldBe(found / (double)Studies, tolerance: 4 * Math.Sqrt(power * (1 - power) / Studies));
    }

    [Fact]
    public void A_mediation_of_three_tenths_twice_needs_116_firms_and_more_with_weaker_paths()
    {
        SampleSizeResult result = Estimate(
            new SamplePlans { FirstPath = [0.3, 0.3, -0.3, 0.1], SecondPath = [0.3, 0.2, 0.3, 0.1] }, SampleDesign.Mediation);

        result.Plans[0].Size.ShouldBe(116);
        result.Plans[1].Size.ShouldBeGreaterThan(116);
        result.Plans[2].Size.ShouldBe(116);
        result.Plans[3].Size.ShouldBeGreaterThan(1000);
        result.Plans.ShouldAllBe(plan => plan.Power >= 0.8);
        new JointSignificance(0.3, 0.3, 0, 0.95).Power(115).ShouldBeLessThan(0.8);
    }

    [Fact]
    public void Strong_paths_need_few_firms() => Estimate(
        new SamplePlans { FirstPath = [0.95], SecondPath = [0.95] }, SampleDesign.Mediation).Plans[0].Size.ShouldBeInRange(4, 20);

    [Fact]
    public void Wrong_plans_are_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(new SamplePlans { Margin = [0.1] }, SampleDesign.Difference)).Message.ShouldContain("must hold difference");
        Should.Throw<ArgumentException>(() => Estimate(new SamplePlans { FirstPath = [0.3] }, SampleDesign.Mediation)).Message.ShouldContain("second_path");
        Should.Throw<ArgumentException>(() => Estimate(new SamplePlans { Margin = [0] }, SampleDesign.Proportion)).Message.ShouldContain("margin");
        Should.Throw<ArgumentException>(() => Estimate(new SamplePlans { Margin = [double.NaN] }, SampleDesign.Proportion)).Message.ShouldContain("margin");
        Should.Throw<ArgumentException>(() => Estimate(new SamplePlans { Margin = [0.1, 0.1], Population = [20] }, SampleDesign.Proportion)).Message.ShouldContain("plan 2");
        Should.Throw<ArgumentException>(() => Estimate(new SamplePlans { Difference = [0] }, SampleDesign.Difference)).Message.ShouldContain("plan 1 had 0");
        Should.Throw<ArgumentException>(() => Estimate(new SamplePlans { FirstPath = [0.001], SecondPath = [0.3] }, SampleDesign.Mediation)).Message.ShouldContain("0.01");
        Should.Throw<ArgumentException>(() => Estimate(
            new SamplePlans { FirstPath = [0.9], SecondPath = [0.9], DirectPath = [0.5] }, SampleDesign.Mediation)).Message.ShouldContain("variance of the outcome");
        Should.Throw<ArgumentOutOfRangeException>(() => new SampleSizeOptions { Power = 0.4 });
        Should.Throw<ArgumentOutOfRangeException>(() => new SampleSizeOptions { Level = 1 });
    }

    private static SampleSizeResult Estimate(SamplePlans plans, SampleDesign design) => SampleSize.Estimate(
        plans, new SampleSizeOptions { Design = design }, cancellationToken: TestContext.Current.CancellationToken);

    // Paths 0.4, 0.35 and 0.2: both regressions and their t tests on drawn firms.
    private static bool Finds(RandomStream stream, int firms)
    {
        double[] x = [.. Enumerable.Range(0, firms).Select(_ => stream.NextGaussian())];
        double[] m = [.. x.Select(value => (0.4 * value) + (Math.Sqrt(1 - 0.16) * stream.NextGaussian()))];
        double left = Math.Sqrt(JointSignificance.Unexplained(0.4, 0.35, 0.2));
        double[] y = [.. m.Zip(x, (own, value) => (0.35 * own) + (0.2 * value) + (left * stream.NextGaussian()))];
        double mx = Covariance(x, m) / Covariance(x, x);
        double[] rest = [.. m.Zip(x, (own, value) => own - (mx * value))];
        double[] centred = Centred(rest);
        double ofFirst = Math.Abs(mx) / Math.Sqrt(Covariance(centred, centred) / (firms - 2) / Covariance(x, x));
        double b = Covariance(centred, y) / Covariance(centred, centred);
        double yx = Covariance(x, y) / Covariance(x, x);
        double[] errors = Centred([.. y.Select((value, i) => value - (yx * x[i]) - (b * centred[i]))]);
        double ofSecond = Math.Abs(b) / Math.Sqrt(Covariance(errors, errors) / (firms - 3) / Covariance(centred, centred));
        return ofFirst > 2.0017174841452352 && ofSecond > 2.0024654592910065; // t of 0.975 with 58 and 57 degrees
    }

    private static double[] Centred(double[] values) => [.. values.Select(value => value - values.Average())];

    private static double Covariance(double[] left, double[] right)
    {
        (double first, double second) = (left.Average(), right.Average());
        return left.Zip(right, (x, y) => (x - first) * (y - second)).Sum();
    }
}

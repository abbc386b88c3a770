using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class RubinRulesTests
{
    [Fact]
    public void Three_runs_are_combined_by_hand()
    {
        // Within (1 + 4 + 4)/3 = 3, between 1, (1 + 1/3)·1 = 4/3: variance 13/3, share 4/13.
        CoefficientTable result = RubinRules.Estimate([Run(1, 1), Run(2, 2), Run(3, 2)]);
        double imputed = 2 * 169 / 16.0;
        double observed = 21.0 / 23 * 20 * 9 / 13;

        result.Terms.ShouldBe(["x"]);
        result.Estimates[0].ShouldBe(2);
        result.StandardErrors[0].ShouldBe(Math.Sqrt(13.0 / 3), tolerance: 1e-14);
        result.DegreesOfFreedom[0].ShouldBe(imputed * observed / (imputed + observed), tolerance: 1e-12);
        result.Level.ShouldBe(0.9);
    }

    [Fact]
    public void The_pooled_covariance_and_the_share_between_runs_are_made_by_hand()
    {
        // Two terms. Between: variances 1/2·(2)² = 2 and 1/2·(1)² = 0.5, covariance 1/2·2·1 = 1, all times 1 + 1/2; within as given.
        CoefficientTable one = new(["x", "z"], [1, 2], [1, 2], [20, 20], 0.9);
        CoefficientTable two = new(["x", "z"], [3, 3], [1, 2], [20, 20], 0.9);
        PooledCoefficients pooled = RubinRules.Pool([(one, [1, 0.5, 0.5, 4]), (two, [1, 0.5, 0.5, 4])]);

        pooled.Covariance.ShouldBe([4, 2, 2, 4.75]);
        pooled.ShareBetween.ShouldBe([3 / 4.0, 0.75 / 4.75]);
        pooled.Coefficients.Estimates.ShouldBe([2, 2.5]);
        Should.Throw<ArgumentException>(() => RubinRules.Pool([(one, [1, 2])]));
    }

    [Fact]
    public void Degrees_that_count_clusters_are_those_of_a_sum_of_two_variances()
    {
        // Within 3, between 4/3 as above: 1/ν = (9/13)²/20 + (4/13)²/2.
        PooledCoefficients pooled = RubinRules.Pool([(Run(1, 1), [1.0]), (Run(2, 2), [4.0]), (Run(3, 2), [4.0])], PooledDegrees.Satterthwaite);

        pooled.Coefficients.DegreesOfFreedom[0].ShouldBe(1 / ((81.0 / 169 / 20) + (16.0 / 169 / 2)), tolerance: 1e-12);
        pooled.Coefficients.Estimates[0].ShouldBe(2);
        pooled.Coefficients.StandardErrors[0].ShouldBe(Math.Sqrt(13.0 / 3), tolerance: 1e-14);
    }

    [Fact]
    public void Each_term_has_the_rule_that_it_is_given()
    {
        static CoefficientTable Two(double estimate) => new(["firms", "places"], [estimate, estimate], [1, 1], [20, 20], 0.95);
        (CoefficientTable, IReadOnlyList<double>)[] runs = [.. new[] { 1.0, 2, 2 }.Select(estimate => (Two(estimate), (IReadOnlyList<double>)[1, 0, 0, 1]))];

        PooledCoefficients pooled = RubinRules.Pool(runs, term => term == "places" ? PooledDegrees.Satterthwaite : PooledDegrees.BarnardRubin);

        pooled.Coefficients.DegreesOfFreedom[0].ShouldBe(RubinRules.Pool(runs, PooledDegrees.BarnardRubin).Coefficients.DegreesOfFreedom[0]);
        pooled.Coefficients.DegreesOfFreedom[1].ShouldBe(RubinRules.Pool(runs, PooledDegrees.Satterthwaite).Coefficients.DegreesOfFreedom[1]);
        pooled.Coefficients.DegreesOfFreedom[0].ShouldBeLessThan(pooled.Coefficients.DegreesOfFreedom[1]);
        Should.Throw<ArgumentNullException>(() => RubinRules.Pool(runs, null!));
    }

    [Fact]
    public void Runs_that_agree_have_the_degrees_of_one_run_by_either_rule()
    {
        foreach (PooledDegrees rule in Enum.GetValues<PooledDegrees>())
        {
            RubinRules.Pool([(Run(1, 2), [4.0]), (Run(1, 2), [4.0])], rule).Coefficients.DegreesOfFreedom[0].ShouldBe(20);
        }
    }

    [Fact]
    public void Degrees_of_freedom_never_fall_below_one()
    {
        CoefficientTable result = RubinRules.Estimate([Run(-1000, 1e-9), Run(0, 1e-9), Run(1000, 1e-9)]);

        result.DegreesOfFreedom[0].ShouldBe(1);
        double.IsNaN(result.ConfidenceLow[0]).ShouldBeFalse();
    }

    [Fact]
    public void Runs_that_agree_are_that_run()
    {
        CoefficientTable result = RubinRules.Estimate([Run(1.5, 2), Run(1.5, 2), Run(1.5, 2)]);

        result.Estimates.ShouldBe([1.5]);
        result.StandardErrors.ShouldBe([2]);
        result.DegreesOfFreedom.ShouldBe([20]);
        RubinRules.Estimate([Run(1.5, 2)]).StandardErrors.ShouldBe([2]);
        RubinRules.Estimate([Run(1.5, 2)]).DegreesOfFreedom.ShouldBe([20]);
    }

    [Fact]
    public void The_order_of_runs_does_not_matter_and_disagreement_widens_the_error()
    {
        CoefficientTable forth = RubinRules.Estimate([Run(1, 1), Run(2, 2), Run(4, 1)]);
        CoefficientTable back = RubinRules.Estimate([Run(4, 1), Run(2, 2), Run(1, 1)]);

        Bits.Close(forth.StandardErrors, back.StandardErrors, relative: 1e-14).ShouldBeTrue();
        forth.StandardErrors[0].ShouldBeGreaterThan(Math.Sqrt(2));
        forth.DegreesOfFreedom[0].ShouldBeLessThan(20);
    }

    [Fact]
    public void Complete_data_without_limit_leave_the_degrees_of_freedom_of_Rubin_1987()
    {
        CoefficientTable result = RubinRules.Estimate([Run(1, 1, double.PositiveInfinity), Run(2, 2, double.PositiveInfinity), Run(3, 2, double.PositiveInfinity)]);

        result.DegreesOfFreedom[0].ShouldBe(2 * 169 / 16.0, tolerance: 1e-12);
    }

    [Fact]
    public void No_runs_and_runs_of_different_terms_are_refused()
    {
        Should.Throw<ArgumentException>(() => RubinRules.Estimate([]));
        Should.Throw<ArgumentException>(() => RubinRules.Estimate([Run(1, 1), new CoefficientTable(["z"], [1], [1], [20], 0.9)]));
    }

    private static CoefficientTable Run(double estimate, double error, double degrees = 20) => new(["x"], [estimate], [error], [degrees], 0.9);
}

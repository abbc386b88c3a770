using CsCheck;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class RunMomentsTests
{
    [Fact]
    public void Runs_that_share_a_draw_count_as_one()
    {
        // Draws 0, 1, 2 with means 1, 3, 8; mean 4; deviations summed by draw −6, −2, 8: 3/2 × (36 + 4 + 64) / 36.
        RunMoments moments = new([0, 1, 2, 0, 1, 2], 6);
        double[] values = [0, 2, 7, 2, 4, 9];

        moments.Units.ShouldBe(3);
        moments.Mean(values, 0.95).Estimates[0].ShouldBe(4);
        moments.Covariance(values, values).ShouldBe(1.5 * 104 / 36, 1e-14);
        moments.Mean(values, 0.95).DegreesOfFreedom[0].ShouldBe(2);
        moments.UnitMeans(values).ShouldBe([1, 3, 8]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_run_per_draw_and_one_draw_in_all_are_the_usual_standard_error(bool apart)
    {
        RunMoments moments = new(apart ? [3, 1, 2, 0] : [5, 5, 5, 5], 4);
        double[] values = [1, 2, 4, 9];

        moments.Units.ShouldBe(4);
        moments.Covariance(values, values).ShouldBe((9 + 4 + 0 + 25) / 3.0 / 4, 1e-14);
    }

    [Fact]
    public void The_order_of_runs_does_not_matter_and_copies_of_runs_add_nothing() =>
        Gen.Double[-5, 5].Array[4, 20].Sample(values =>
        {
            int[] draws = [.. Enumerable.Range(0, values.Length).Select(run => run % 3)];
            double once = new RunMoments(draws, values.Length).Covariance(values, values);
            double turned = new RunMoments([.. draws.Reverse()], values.Length).Covariance([.. values.Reverse()], [.. values.Reverse()]);
            double twice = new RunMoments([.. draws, .. draws], 2 * values.Length).Covariance([.. values, .. values], [.. values, .. values]);
            return Math.Abs(once - turned) < 1e-12 && Math.Abs(once - twice) < 1e-12;
        });

    [Fact]
    public void Draws_that_are_not_one_per_run_are_refused() =>
        Should.Throw<ArgumentException>(() => new RunMoments([0, 1], 3)).Message.ShouldContain("must name a draw for each of 3 runs; it had 2");
}

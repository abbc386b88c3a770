using CsCheck;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class BivariateNormalProbabilityTests
{
    [Fact]
    public void At_the_means_it_is_a_quarter_and_the_angle_of_the_correlation()
    {
        BivariateNormalProbabilityResult result = Estimate(([0, 0, 0], [0, 0, double.PositiveInfinity], [0.5, -1, 0.3]));

        result.Values[0].ShouldBe(1.0 / 3, tolerance: 1e-15); // ¼ + arcsin(½)/2π
        result.Values[1].ShouldBe(0, tolerance: 1e-15);
        result.Values[2].ShouldBe(0.5, tolerance: 1e-15);
        result.ToTable().Numbers("value").ShouldBe(result.Values);
    }

    [Fact]
    public void The_four_quadrants_add_to_one_and_the_variables_can_change_places() =>
        Gen.Select(Gen.Double[-4, 4], Gen.Double[-4, 4], Gen.Double[-1, 1]).Sample((x, y, rho) =>
        {
            IReadOnlyList<double> values = Estimate(([x, -x, x, -x, y], [y, y, -y, -y, x], [rho, -rho, -rho, rho, rho])).Values;
            return Math.Abs(values[0] + values[1] + values[2] + values[3] - 1) < 1e-13 && Math.Abs(values[4] - values[0]) < 1e-14;
        });

    [Fact]
    public void Wrong_points_are_refused_with_their_row()
    {
        Should.Throw<ArgumentException>(() => Estimate(([0, 1], [0, 2], [0, 1.5]))).Message.ShouldContain("row 2 was 1, 2, 1.5");
        Should.Throw<ArgumentException>(() => Estimate(([double.NaN], [0], [0]))).Message.ShouldContain("row 1 was NaN");
        Should.Throw<ArgumentException>(() => Estimate(([0], [0, 1], [0]))).Message.ShouldContain("1 values; it had 2");
    }

    private static BivariateNormalProbabilityResult Estimate((double[] X, double[] Y, double[] Rho) points) =>
        BivariateNormalProbability.Estimate(
            new CorrelatedPoints(points.X, points.Y, points.Rho), cancellationToken: TestContext.Current.CancellationToken);
}

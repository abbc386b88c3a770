using CsCheck;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class PairCorrelationTests
{
    private static readonly double[] Radii = [1, 0.25, 0.5, 2];

    private static readonly EdgeCorrection[] Corrections =
        [EdgeCorrection.None, EdgeCorrection.Border, EdgeCorrection.Translation, EdgeCorrection.Isotropic];

    [Fact]
    public void One_pair_gives_the_kernel_computed_by_hand()
    {
        // n = 2 on 36: δ = 0.15 √18; both ordered pairs at the centre of the kernel, 0.75/δ each.
        WindowedPattern pair = new(new PointPattern { X = [3, 3.5], Y = [3, 3] }, SampleWindows.Square);
        double delta = 0.15 * Math.Sqrt(18);

        IReadOnlyList<double> g = Estimate(pair, EdgeCorrection.None, 0.5, 0.5 + (delta / 2), 0.5 + delta).Values;
        g[0].ShouldBe(36 / (2 * Math.PI * 0.5 * 4) * 2 * 0.75 / delta, tolerance: 1e-13);
        g[1].ShouldBe(36 / (2 * Math.PI * (0.5 + (delta / 2)) * 4) * 2 * 0.75 / delta * 0.75, tolerance: 1e-13);
        g[2].ShouldBe(0, tolerance: 1e-12);
    }

    [Fact]
    public void All_corrections_agree_with_the_scalar_twin() => SampleWindows.OnGrid.Sample(pattern => Corrections.All(correction =>
        Bits.Close(Estimate(pattern, correction, Radii).Values, Twin(pattern, correction), relative: 1e-9)), iter: 60);

    [Fact]
    public void The_order_of_points_does_not_matter_nor_the_unit_of_distance() => SampleWindows.OnGrid.Sample(pattern =>
    {
        IReadOnlyList<double> g = Estimate(pattern, EdgeCorrection.Isotropic, Radii).Values;
        return Bits.Close(g, Estimate(SampleWindows.Reversed(pattern), EdgeCorrection.Isotropic, Radii).Values, relative: 1e-12)
            && Bits.Close(g, Estimate(SampleWindows.FourTimes(pattern), EdgeCorrection.Isotropic, [.. Radii.Select(r => 4 * r)]).Values, relative: 1e-11);
    });

    [Fact]
    public void An_even_scatter_is_near_one() => Estimate(
        new WindowedPattern(Patterns.Uniform(4000, 2), ObservationWindow.Rectangle(0, 1000, 0, 1000)), EdgeCorrection.Isotropic, 50, 100).Values
        .ShouldAllBe(value => Math.Abs(value - 1) < 0.06);

    [Fact]
    public void At_distance_zero_and_for_one_point_it_is_not_defined()
    {
        DistanceCurveResult zero = Estimate(SampleWindows.FourCorners, EdgeCorrection.Isotropic, 0, 1);
        zero.Values[0].ShouldBe(double.NaN);
        zero.Values[1].ShouldBeGreaterThan(0);
        zero.Notes.ShouldContain(note => note.Code == "undefined-at-zero");
        DistanceCurveResult one = Estimate(new WindowedPattern(new PointPattern { X = [1], Y = [1] }, SampleWindows.Square), EdgeCorrection.None, 1);
        one.Values.ShouldBe([double.NaN]);
        one.Notes.ShouldContain(note => note.Code == "too-few-points");
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        SampleWindows.Bad().ShouldAllBe(pattern => RipleyKTests.Throws(() => Estimate(pattern, EdgeCorrection.None, 1)));
        Should.Throw<ArgumentException>(() => Estimate(SampleWindows.FourCorners, EdgeCorrection.None, -1));
        Should.Throw<ArgumentException>(() => Estimate(SampleWindows.FourCorners, EdgeCorrection.None));
    }

    private static double[] Twin(WindowedPattern pattern, EdgeCorrection correction)
    {
        int n = pattern.Points.Count;
        double delta = 0.15 / Math.Sqrt(n / pattern.Window.Area);
        return
        [
            .. Radii.Select(radius =>
            {
                double Kernel(int i, double distance) => PairTwin.Counts(pattern, i, radius, correction) && Math.Abs(radius - distance) < delta
                    ? 0.75 / delta * (1 - Math.Pow((radius - distance) / delta, 2)) : 0;
                double count = PairTwin.Inside(pattern, _ => 1, radius, correction);
                double sum = PairTwin.Sum(pattern, _ => 1, _ => 1, Kernel, correction);
                return count > 0 ? pattern.Window.Area * sum / (2 * Math.PI * radius * n * count) : double.NaN;
            }),
        ];
    }

    private static DistanceCurveResult Estimate(WindowedPattern pattern, EdgeCorrection correction, params double[] distances) => PairCorrelation.Estimate(
        pattern, new() { Distances = distances, Correction = correction }, cancellationToken: TestContext.Current.CancellationToken);
}

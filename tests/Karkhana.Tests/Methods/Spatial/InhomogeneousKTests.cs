using CsCheck;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class InhomogeneousKTests
{
    private static readonly double[] Radii = [3, 0, 0.5, 1, 2.5];

    private static readonly EdgeCorrection[] Corrections =
        [EdgeCorrection.None, EdgeCorrection.Border, EdgeCorrection.Translation, EdgeCorrection.Isotropic];

    [Fact]
    public void Three_points_give_the_value_computed_by_hand()
    {
        // Far from the border, intensities 1, 2, 4: reciprocals 1, 1/2, 1/4, sum 7/4; the first two within 1.
        InhomogeneousPattern pattern = new(new WindowedPattern(new PointPattern { X = [3, 3.5, 1], Y = [3, 3, 1] }, SampleWindows.Square), [1, 2, 4]);

        Estimate(pattern, EdgeCorrection.None, 0.4, 1).Values.ShouldBe([0, 1 / 1.75]);
        Estimate(pattern, EdgeCorrection.Isotropic, 1).Values.ShouldBe([1 / 1.75]);
        Estimate(pattern, EdgeCorrection.Border, 1, 1.5).Values[0].ShouldBe(1 / 1.75 * 36 / 1.75, tolerance: 1e-14);
        Estimate(pattern, EdgeCorrection.Border, 1, 1.5).Values[1].ShouldBe(1 / 1.5 * 36 / 1.75, tolerance: 1e-14); // the third is too near the border
    }

    [Fact]
    public void All_corrections_agree_with_the_scalar_twin() => SampleWindows.OnGrid.Sample(pattern => Corrections.All(correction =>
    {
        double[] intensities = [.. pattern.Points.Weights.Select(weight => 0.3 + weight)];
        double Reciprocal(int i) => 1 / intensities[i];
        double all = Enumerable.Range(0, intensities.Length).Sum(Reciprocal);
        double scale = correction == EdgeCorrection.Border ? pattern.Window.Area / all : 1;
        double[] twin =
        [
            .. PairTwin.K(pattern, Reciprocal, Reciprocal, Radii, correction).Select((sum, k) =>
                PairTwin.Inside(pattern, Reciprocal, Radii[k], correction) is double inside && inside > 0 ? scale * sum / inside : double.NaN),
        ];
        return Bits.Close(Estimate(new(pattern, intensities), correction, Radii).Values, twin, relative: 1e-9);
    }), iter: 60);

    [Fact]
    public void Even_intensities_give_K_but_for_the_divisor() => SampleWindows.OnGrid.Sample(pattern =>
    {
        int n = pattern.Points.Count;
        double[] even = [.. Enumerable.Repeat(n / pattern.Window.Area, n)];
        IReadOnlyList<double> k = RipleyK.Estimate(pattern, new() { Distances = Radii }, cancellationToken: TestContext.Current.CancellationToken).Values;
        return Bits.Close(Estimate(new(pattern, even), EdgeCorrection.Isotropic, Radii).Values, [.. k.Select(value => value * (n - 1) / n)], relative: 1e-11);
    });

    [Fact]
    public void One_point_says_nothing_and_bad_intensities_are_refused()
    {
        DistanceCurveResult one = Estimate(new(new WindowedPattern(new PointPattern { X = [1], Y = [1] }, SampleWindows.Square), [1]), EdgeCorrection.None, 1);
        one.Values.ShouldBe([double.NaN]);
        one.Notes.ShouldContain(note => note.Code == "too-few-points");
        foreach (double[] bad in new double[][] { [1, 1, 1], [1, 1, 1, 0], [1, 1, 1, -1], [1, 1, 1, double.NaN], [1, 1, 1, double.PositiveInfinity] })
        {
            Should.Throw<ArgumentException>(() => Estimate(new(SampleWindows.FourCorners, bad), EdgeCorrection.None, 1));
        }

        SampleWindows.Bad().ShouldAllBe(pattern => RipleyKTests.Throws(() => Estimate(new(pattern, new double[] { 1, 1, 1, 1 }), EdgeCorrection.None, 1)));
    }

    private static DistanceCurveResult Estimate(InhomogeneousPattern pattern, EdgeCorrection correction, params double[] distances) => InhomogeneousK.Estimate(
        pattern, new() { Distances = distances, Correction = correction }, cancellationToken: TestContext.Current.CancellationToken);
}

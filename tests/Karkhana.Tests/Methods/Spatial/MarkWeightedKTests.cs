using CsCheck;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class MarkWeightedKTests
{
    private static readonly double[] Radii = [3, 0, 0.5, 1, 2.5];

    [Fact]
    public void Three_workshops_give_the_value_computed_by_hand()
    {
        // Far from the border, weights 1, 2, 3; the first two within 1: 2 × 1 × 2 of (1 + 2 + 3)².
        WindowedPattern pattern = new(new PointPattern { X = [3, 3.5, 1], Y = [3, 3, 1], Weights = [1, 2, 3] }, SampleWindows.Square);

        MarkWeightedKResult result = Estimate(pattern, 0.4, 1);
        result.Values.ShouldBe([0, 36 * 4 / 36.0]);
        result.CentredL[1].ShouldBe(Math.Sqrt(4 / Math.PI) - 1, tolerance: 1e-15);
    }

    [Fact]
    public void It_agrees_with_the_scalar_twin() => SampleWindows.OnGrid.Sample(pattern =>
    {
        double total = pattern.Points.Weights.Sum();
        double[] twin =
        [
            .. PairTwin.K(pattern, i => pattern.Points.Weights[i], i => pattern.Points.Weights[i], Radii, EdgeCorrection.Isotropic)
                .Select(sum => total > 0 ? pattern.Window.Area * sum / (total * total) : double.NaN),
        ];
        return Bits.Close(Estimate(pattern, Radii).Values, twin, relative: 1e-9);
    }, iter: 60);

    [Fact]
    public void Equal_weights_give_K_less_the_self_pairs_and_the_unit_of_weight_does_not_matter() => SampleWindows.OnGrid.Sample(pattern =>
    {
        int n = pattern.Points.Count;
        WindowedPattern plain = pattern with { Points = pattern.Points with { Weights = [] } };
        WindowedPattern heavy = pattern with { Points = pattern.Points with { Weights = [.. Enumerable.Repeat(8.0, n)] } };
        IReadOnlyList<double> k = RipleyK.Estimate(plain, new() { Distances = Radii }, cancellationToken: TestContext.Current.CancellationToken).Values;
        return Bits.Close(Estimate(plain, Radii).Values, [.. k.Select(value => value * (n - 1) / n)], relative: 1e-12)
            && Bits.Close(Estimate(plain, Radii).Values, Estimate(heavy, Radii).Values, relative: 1e-12);
    });

    [Fact]
    public void No_weight_or_a_single_point_of_weight_is_noted()
    {
        WindowedPattern nothing = SampleWindows.FourCorners with { Points = SampleWindows.FourCorners.Points with { Weights = [0, 0, 0, 0] } };
        Estimate(nothing, 1).Values.ShouldBe([double.NaN]);
        Estimate(nothing, 1).Notes.ShouldContain(note => note.Code == "too-few-points");
        WindowedPattern single = SampleWindows.FourCorners with { Points = SampleWindows.FourCorners.Points with { Weights = [0, 5, 0, 0] } };
        Estimate(single, 1).Values.ShouldBe([0]);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        SampleWindows.Bad().ShouldAllBe(pattern => RipleyKTests.Throws(() => Estimate(pattern, 1)));
        Should.Throw<ArgumentException>(() => Estimate(SampleWindows.FourCorners with { Points = SampleWindows.FourCorners.Points with { Weights = [1, 1, 1, -1] } }, 1));
        Should.Throw<ArgumentException>(() => Estimate(SampleWindows.FourCorners));
    }

    private static MarkWeightedKResult Estimate(WindowedPattern pattern, params double[] distances) =>
        MarkWeightedK.Estimate(pattern, new() { Distances = distances }, cancellationToken: TestContext.Current.CancellationToken);
}

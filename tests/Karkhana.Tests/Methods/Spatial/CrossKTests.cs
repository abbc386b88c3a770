using CsCheck;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class CrossKTests
{
    private static readonly double[] Radii = [3, 0, 0.5, 1, 2.5];

    private static readonly EdgeCorrection[] Corrections =
        [EdgeCorrection.None, EdgeCorrection.Border, EdgeCorrection.Translation, EdgeCorrection.Isotropic];

    [Fact]
    public void Two_and_two_corners_give_the_values_computed_by_hand()
    {
        // a: (0,0), (1,0); b: (1,1), (0,1). Each a has one b at 1 and one at √2.
        CrossKResult cross = Estimate(SampleWindows.FourCorners, "b", EdgeCorrection.None, 1, 1.5);
        cross.Values.ShouldBe([2.25 / 4 * 2, 2.25 / 4 * 4]);
        cross.L[1].ShouldBe(Math.Sqrt(2.25 / Math.PI), tolerance: 1e-15);

        // Any type: each a also has the other a at 1; divided by n_a and by all four points.
        Estimate(SampleWindows.FourCorners, null, EdgeCorrection.None, 1, 1.5).Values.ShouldBe([2.25 / 8 * 4, 2.25 / 8 * 6]);

        // Its own type: Ripley's K.
        Estimate(SampleWindows.FourCorners, "a", EdgeCorrection.None, 1).Values.ShouldBe([2.25]);
    }

    [Fact]
    public void All_kinds_agree_with_the_scalar_twin() => SampleWindows.OnGrid.Sample(pattern => Corrections.All(correction =>
        Bits.Close(Estimate(pattern, "b", correction, Radii).Values, Twin(pattern, "b", correction), relative: 1e-9)
        && Bits.Close(Estimate(pattern, null, correction, Radii).Values, Twin(pattern, null, correction), relative: 1e-9)), iter: 60);

    [Fact]
    public void Counting_gives_the_bits_of_the_scalar_twin() => SampleWindows.OnGrid.Sample(pattern =>
        Bits.Same(Estimate(pattern, "b", EdgeCorrection.None, Radii).Values, Twin(pattern, "b", EdgeCorrection.None)));

    [Fact]
    public void The_order_of_points_and_the_names_of_types_do_not_matter() => SampleWindows.OnGrid.Sample(pattern =>
    {
        WindowedPattern renamed = SampleWindows.Reversed(pattern);
        renamed = renamed with { Points = renamed.Points with { Types = [.. renamed.Points.Types.Select(type => type == "c" ? "d" : type)] } };
        return Bits.Close(
            Estimate(pattern, "b", EdgeCorrection.Isotropic, Radii).Values, Estimate(renamed, "b", EdgeCorrection.Isotropic, Radii).Values, relative: 1e-12);
    });

    [Fact]
    public void Without_edge_weights_the_roles_of_the_types_can_be_exchanged() => SampleWindows.OnGrid.Sample(pattern => Bits.Same(
        Estimate(pattern, "b", EdgeCorrection.None, Radii).Values,
        CrossK.Estimate(
            pattern, new() { Distances = Radii, Reference = "b", Neighbour = "a", Correction = EdgeCorrection.None },
            cancellationToken: TestContext.Current.CancellationToken).Values));

    [Fact]
    public void Bad_input_is_refused()
    {
        SampleWindows.Bad().ShouldAllBe(pattern => RipleyKTests.Throws(() => Estimate(pattern, "b", EdgeCorrection.None, 1)));
        Should.Throw<ArgumentException>(() => Estimate(SampleWindows.FourCorners, "c", EdgeCorrection.None, 1)).Message.ShouldContain("Neighbour");
        Should.Throw<ArgumentException>(() => Estimate(SampleWindows.FourCorners, "b", EdgeCorrection.None));
        WindowedPattern single = new(new PointPattern { X = [1], Y = [1], Types = ["a"] }, SampleWindows.Square);
        Estimate(single, null, EdgeCorrection.Isotropic, 1).Values.ShouldBe([0]); // one a, nobody near
    }

    private static double[] Twin(WindowedPattern pattern, string? neighbour, EdgeCorrection correction)
    {
        double Reference(int i) => pattern.Points.Types[i] == "a" ? 1 : 0;
        double Neighbour(int i) => neighbour is null || pattern.Points.Types[i] == neighbour ? 1 : 0;
        double others = Enumerable.Range(0, pattern.Points.Count).Sum(Neighbour);
        return
        [
            .. PairTwin.K(pattern, Reference, Neighbour, Radii, correction).Select((sum, k) =>
                PairTwin.Inside(pattern, Reference, Radii[k], correction) is double count && count > 0 ? pattern.Window.Area * sum / (count * others) : double.NaN),
        ];
    }

    private static CrossKResult Estimate(WindowedPattern pattern, string? neighbour, EdgeCorrection correction, params double[] distances) => CrossK.Estimate(
        pattern, new() { Distances = distances, Reference = "a", Neighbour = neighbour, Correction = correction }, cancellationToken: TestContext.Current.CancellationToken);
}

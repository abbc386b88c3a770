using CsCheck;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class DiggleChetwyndDTests
{
    private static readonly double[] Radii = [3, 0, 0.5, 1, 2.5];

    [Fact]
    public void Cases_that_sit_together_give_the_value_computed_by_hand()
    {
        // Far from the border: two cases at 0.1 of each other, two controls at 2.
        WindowedPattern pattern = new(
            new PointPattern { X = [3, 3.1, 2, 4], Y = [3, 3, 3.5, 3.5], Types = ["case", "case", "control", "control"] }, SampleWindows.Square);

        Estimate(pattern, false, 0.05, 0.2, 2).ShouldBe([0, 36, 0]); // 36 / 2 × 2 pairs each
        Estimate(pattern, true, 0.2, 1.25)[0].ShouldBe(36);
        Estimate(pattern, true, 0.2, 1.25)[1].ShouldBe(36 - (36 / 4.0 * 4)); // all controls are within 1.25 of all cases
    }

    [Fact]
    public void D_is_the_difference_of_the_two_K() => SampleWindows.OnGrid.Sample(pattern =>
    {
        IReadOnlyList<double> cases = K(pattern, "a");
        CrossKResult cross = CrossK.Estimate(pattern, new() { Distances = Radii, Reference = "a", Neighbour = "b" }, cancellationToken: TestContext.Current.CancellationToken);
        return Bits.Same(Estimate(pattern, false, Radii, "a", "b"), [.. cases.Zip(K(pattern, "b"), (one, other) => one - other)])
            && Bits.Same(Estimate(pattern, true, Radii, "a", "b"), [.. cases.Zip(cross.Values, (one, other) => one - other)]);
    });

    [Fact]
    public void Exchanging_cases_and_controls_changes_the_sign() => SampleWindows.OnGrid.Sample(pattern => Bits.Close(
        Estimate(pattern, false, Radii, "a", "b"), [.. Estimate(pattern, false, Radii, "b", "a").Select(value => -value)], relative: 0));

    [Fact]
    public void A_single_case_says_nothing()
    {
        WindowedPattern single = new(new PointPattern { X = [1, 2, 3], Y = [1, 1, 1], Types = ["a", "b", "b"] }, SampleWindows.Square);
        DistanceCurveResult result = DiggleChetwyndD.Estimate(
            single, new() { Distances = [1], Cases = "a", Controls = "b" }, cancellationToken: TestContext.Current.CancellationToken);

        result.Values.ShouldBe([double.NaN]);
        result.Notes.ShouldContain(note => note.Code == "too-few-points");
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        SampleWindows.Bad().ShouldAllBe(pattern => RipleyKTests.Throws(() => Estimate(pattern, false, new double[] { 1 }, "a", "b")));
        Should.Throw<ArgumentException>(() => Estimate(SampleWindows.FourCorners, false, [1], "a", "a")).Message.ShouldContain("another type");
        Should.Throw<ArgumentException>(() => Estimate(SampleWindows.FourCorners, false, [1], "a", "c"));
        Should.Throw<ArgumentException>(() => Estimate(SampleWindows.FourCorners, false, [-1], "a", "b"));
    }

    private static IReadOnlyList<double> K(WindowedPattern pattern, string type) => RipleyK.Estimate(
        pattern, new() { Distances = Radii, Reference = type }, cancellationToken: TestContext.Current.CancellationToken).Values;

    private static IReadOnlyList<double> Estimate(WindowedPattern pattern, bool intertype, params double[] distances) =>
        Estimate(pattern, intertype, distances, "case", "control");

    private static IReadOnlyList<double> Estimate(WindowedPattern pattern, bool intertype, double[] distances, string cases, string controls) => DiggleChetwyndD.Estimate(
        pattern, new() { Distances = distances, Cases = cases, Controls = controls, Intertype = intertype }, cancellationToken: TestContext.Current.CancellationToken).Values;
}

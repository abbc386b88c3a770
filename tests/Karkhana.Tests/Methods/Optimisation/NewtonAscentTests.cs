using Karkhana.Methods;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Optimisation;

public sealed class NewtonAscentTests
{
    [Fact]
    public void A_parabola_is_climbed_in_one_step()
    {
        // −(x − 3)² − 2(y + 1)² − (x − 3)(y + 1): information [2 1; 1 4].
        Ascent ascent = NewtonAscent.Maximise(
            new Surface(2, (at, gradient, information) =>
            {
                (double x, double y) = (at[0] - 3, at[1] + 1);
                (gradient[0], gradient[1]) = ((-2 * x) - y, (-4 * y) - x);
                (information[0], information[1], information[2], information[3]) = (2, 1, 1, 4);
                return -(x * x) - (2 * y * y) - (x * y);
            }),
            [10, 10],
            cancellationToken: TestContext.Current.CancellationToken);

        Bits.Close(ascent.Estimates, [3, -1], relative: 1e-14).ShouldBeTrue();
        ascent.Converged.ShouldBeTrue();
        ascent.Steps.ShouldBe(2);
        ascent.Notes.ShouldBeEmpty();
        Bits.Close(NewtonAscent.Inverse(ascent.Information).ToRowMajorArray(), [4 / 7.0, -1 / 7.0, -1 / 7.0, 2 / 7.0], relative: 1e-14).ShouldBeTrue();
    }

    [Fact]
    public void A_step_that_overshoots_is_halved_and_one_on_a_convex_slope_goes_up()
    {
        // −ln(1 + x²) is convex beyond 1, where a plain Newton step runs away from the maximum at 0.
        Ascent ascent = NewtonAscent.Maximise(
            new Surface(1, (at, gradient, information) =>
            {
                double x = at[0];
                gradient[0] = -2 * x / (1 + (x * x));
                information[0] = 2 * (1 - (x * x)) / ((1 + (x * x)) * (1 + (x * x)));
                return -Math.Log(1 + (x * x));
            }),
            [5],
            cancellationToken: TestContext.Current.CancellationToken);

        ascent.Estimates[0].ShouldBe(0, tolerance: 1e-10);
        ascent.Converged.ShouldBeTrue();
    }

    [Fact]
    public void A_slope_without_a_top_is_reported_as_not_converged()
    {
        Ascent ascent = NewtonAscent.Maximise(
            new Surface(1, (at, gradient, information) =>
            {
                gradient[0] = 1 / at[0];
                information[0] = 1 / (at[0] * at[0]);
                return at[0] > 0 ? Math.Log(at[0]) : double.NegativeInfinity;
            }),
            [1],
            mostSteps: 10,
            cancellationToken: TestContext.Current.CancellationToken);

        ascent.Converged.ShouldBeFalse();
        ascent.Estimates[0].ShouldBe(1024);
        ascent.Notes.ShouldHaveSingleItem().Text.ShouldContain("after 10 steps");
    }

    [Fact]
    public void A_direction_without_curvature_is_left_alone()
    {
        // −(x + y − 2)²: every point of the line x + y = 2 is a top; the shortest step from (0, 0) ends at (1, 1).
        Ascent ascent = NewtonAscent.Maximise(
            new Surface(2, (at, gradient, information) =>
            {
                double rest = at[0] + at[1] - 2;
                (gradient[0], gradient[1]) = (-2 * rest, -2 * rest);
                Array.Fill(information, 2);
                return -rest * rest;
            }),
            [0, 0],
            cancellationToken: TestContext.Current.CancellationToken);

        Bits.Close(ascent.Estimates, [1, 1], relative: 1e-12).ShouldBeTrue();
        Matrix<double> inverse = NewtonAscent.Inverse(ascent.Information);
        Bits.Close(inverse.ToRowMajorArray(), [0.125, 0.125, 0.125, 0.125], relative: 1e-12).ShouldBeTrue();
    }

    [Fact]
    public void A_start_outside_is_refused_and_a_cancelled_run_stops()
    {
        Surface nowhere = new(1, (_, _, _) => double.NegativeInfinity);
        Surface hill = new(1, (at, gradient, information) => { gradient[0] = -at[0]; information[0] = 1; return -at[0] * at[0] / 2; });

        Should.Throw<ArgumentException>(() => NewtonAscent.Maximise(nowhere, [1], cancellationToken: TestContext.Current.CancellationToken)).Message.ShouldContain("start");
        Should.Throw<OperationCanceledException>(() => NewtonAscent.Maximise(hill, [1], cancellationToken: new CancellationToken(canceled: true)));
    }

    private sealed class Surface(int count, Func<double[], double[], double[], double> evaluate) : ISmoothObjective
    {
        public int Count => count;

        public double Evaluate(double[] parameters, double[] gradient, double[] information) => evaluate(parameters, gradient, information);
    }
}

using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Newton's method within bounds on every coordinate.</summary>
/// <remarks>
/// Coordinates at a bound that the gradient pushes against stay there; the others take a Newton step, cut at the bounds
/// and halved until the value falls. Source: Bertsekas 1982, doi:10.1137/0320018.
/// </remarks>
internal static class BoundedNewton
{
    private const int MostSteps = 500;
    private const int MostHalvings = 40;
    private const double SmallGradient = 1e-12;
    private const double EnoughForConvergence = 1e-7;
    private const double Rounding = 1e-15;

    public static (Vector<double> Point, double Value, bool Converged) Minimise(
        Func<Vector<double>, (double Value, Vector<double> Gradient, Matrix<double> Hessian)> objective,
        Vector<double> start,
        double lower,
        double upper)
    {
        Vector<double> point = start.Map(coordinate => Math.Clamp(coordinate, lower, upper));
        var now = objective(point);
        double previous = double.PositiveInfinity;
        for (int step = 0; step < MostSteps; step++)
        {
            int[] free = Free(point, now.Gradient, lower, upper);
            double slope = Largest(now.Gradient, free);

            // Near the end Newton steps square the slope; one that no longer halves is rounding.
            if (slope <= SmallGradient || (slope <= EnoughForConvergence && slope > previous / 2))
            {
                break;
            }

            previous = slope;

            if ((Search(objective, point, now, NewtonStep(now.Gradient, now.Hessian, free), (lower, upper))
                ?? Search(objective, point, now, GradientStep(now.Gradient, now.Hessian, free), (lower, upper))) is not var (next, there))
            {
                break;
            }

            (point, now) = (next, there);
        }

        return (point, now.Value, Largest(now.Gradient, Free(point, now.Gradient, lower, upper)) <= EnoughForConvergence);
    }

    private static int[] Free(Vector<double> point, Vector<double> gradient, double lower, double upper) =>
        [.. Enumerable.Range(0, point.Count).Where(
            i => !((point[i] <= lower && gradient[i] > 0) || (point[i] >= upper && gradient[i] < 0)))];

    private static double Largest(Vector<double> gradient, int[] free) =>
        free.Length == 0 ? 0 : free.Max(i => Math.Abs(gradient[i]));

    private static Vector<double> NewtonStep(Vector<double> gradient, Matrix<double> hessian, int[] free)
    {
        Vector<double> solved = PositiveDefinite.SolveWithRidge(
            Matrix<double>.Build.Dense(free.Length, free.Length, (i, j) => hessian[free[i], free[j]]),
            Vector<double>.Build.Dense(free.Length, i => -gradient[free[i]]));
        return Spread(solved, free, gradient.Count);
    }

    private static Vector<double> GradientStep(Vector<double> gradient, Matrix<double> hessian, int[] free) => Spread(
        Vector<double>.Build.Dense(free.Length, i => -gradient[free[i]] / Math.Max(Math.Abs(hessian[free[i], free[i]]), 1e-8)),
        free, gradient.Count);

    private static Vector<double> Spread(Vector<double> values, int[] free, int count)
    {
        Vector<double> all = Vector<double>.Build.Dense(count);
        for (int i = 0; i < free.Length; i++)
        {
            all[free[i]] = values[i];
        }

        return all;
    }

    private static (Vector<double> Point, (double Value, Vector<double> Gradient, Matrix<double> Hessian) There)? Search(
        Func<Vector<double>, (double Value, Vector<double> Gradient, Matrix<double> Hessian)> objective,
        Vector<double> point,
        (double Value, Vector<double> Gradient, Matrix<double> Hessian) now,
        Vector<double> step,
        (double Lower, double Upper) bounds)
    {
        double length = 1;
        for (int halving = 0; halving < MostHalvings; halving++, length /= 2)
        {
            Vector<double> next = (point + (length * step)).Map(
                coordinate => Math.Clamp(coordinate, bounds.Lower, bounds.Upper));
            if (next.Equals(point))
            {
                return null;
            }

            double bound = now.Value + (1e-4 * now.Gradient.DotProduct(next - point)) + (Rounding * (1 + Math.Abs(now.Value)));
            var there = objective(next);
            if (there.Value <= bound)
            {
                return (next, there);
            }
        }

        return null;
    }
}

using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods;

/// <summary>Climbs to a maximum by Newton's steps, halved while the value falls.</summary>
/// <remarks>
/// Where the function is not concave, directions of negative curvature are climbed as steeply as they are curved;
/// directions without curvature are left alone. A step is the last one when the quadratic model puts the maximum less
/// than 1e-6 standard errors away: the step itself squares that distance. Cost: k³ per step beside the evaluation.
/// Source: Nocedal and Wright 2006, doi:10.1007/978-0-387-40065-5, section 3.4.
/// </remarks>
internal static class NewtonAscent
{
    public const double LeastCurvature = 1e-14; // of the greatest, in units of the diagonal: below, a direction is flat

    private const int MostSteps = 100;
    private const int MostHalvings = 40;
    private const double Enough = 1e-12;
    private const double Rounding = 1e-12; // of the value: near the maximum its last digits are noise
    private const double AtRest = 1e-9; // of the value: a decrement that rounding hides

    /// <summary>Climbs.</summary>
    /// <param name="objective">The function; must be defined at the start.</param>
    /// <param name="start">Where to begin; not changed.</param>
    /// <param name="mostSteps">The greatest number of steps.</param>
    /// <param name="cancellationToken">Looked at before each step.</param>
    public static Ascent Maximise(
        ISmoothObjective objective, double[] start, int mostSteps = MostSteps, CancellationToken cancellationToken = default)
    {
        double[] estimates = [.. start];
        double[] gradient = new double[start.Length];
        double[] information = new double[start.Length * start.Length];
        double value = objective.Evaluate(estimates, gradient, information);
        Require.That(double.IsFinite(value), nameof(start), "must be where the function is defined");
        double[] step = new double[start.Length];
        double decrement = 0;
        bool converged = start.Length == 0;
        int steps = 0;
        while (!converged && steps < mostSteps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double[] direction = Direction(gradient, information);
            decrement = Sums.Dot(gradient, direction);
            double[] before = [.. estimates];
            (bool moved, value) = Move(objective, estimates, direction, value, (gradient, information));
            step = [.. estimates.Zip(before, (after, earlier) => after - earlier)];
            converged = decrement <= Enough || (!moved && decrement <= AtRest * (1 + Math.Abs(value)));
            steps++;
            if (!moved)
            {
                break;
            }
        }

        return new Ascent(estimates, value, gradient, Square(information, start.Length), step, decrement, steps, converged);
    }

    /// <summary>Gives the inverse of an information matrix; directions without curvature get none.</summary>
    /// <param name="information">A symmetric matrix.</param>
    public static Matrix<double> Inverse(Matrix<double> information)
    {
        double[] scales = Scales(information);
        Matrix<double> scaled = information.MapIndexed((i, j, value) => value * scales[i] * scales[j]);
        Matrix<double> inverse = SolveScaled(scaled, Matrix<double>.Build.DenseIdentity(scales.Length), false);
        return inverse.MapIndexed((i, j, value) => value * scales[i] * scales[j]);
    }

    private static double[] Direction(double[] gradient, double[] information)
    {
        Matrix<double> square = Square(information, gradient.Length);
        double[] scales = Scales(square);
        square.MapIndexedInplace((i, j, value) => value * scales[i] * scales[j]);
        Matrix<double> right = Matrix<double>.Build.Dense(gradient.Length, 1, (i, _) => gradient[i] * scales[i]);
        Matrix<double> solved = SolveScaled(square, right, true);
        return [.. scales.Select((scale, i) => scale * solved[i, 0])];
    }

    private static double[] Scales(Matrix<double> information) =>
        [.. information.Diagonal().Select(value => value == 0 || !double.IsFinite(value) ? 1 : 1 / Math.Sqrt(Math.Abs(value)))];

    private static Matrix<double> SolveScaled(Matrix<double> scaled, Matrix<double> right, bool upward)
    {
        if (Factor(scaled) is { } factor)
        {
            return factor.Solve(right);
        }

        var eigen = SymmetricEigen.Of(scaled, "information");
        double greatest = eigen.EigenValues.Max(value => Math.Abs(value.Real));
        Matrix<double> turned = eigen.EigenVectors.TransposeThisAndMultiply(right);
        turned.MapIndexedInplace((i, _, value) =>
        {
            double curvature = eigen.EigenValues[i].Real;
            return Math.Abs(curvature) <= LeastCurvature * greatest ? 0 : value / (upward ? Math.Abs(curvature) : curvature);
        });
        return eigen.EigenVectors * turned;
    }

    private static MathNet.Numerics.LinearAlgebra.Factorization.Cholesky<double>? Factor(Matrix<double> scaled)
    {
        try
        {
            var factor = scaled.Cholesky();
            return factor.Factor.Diagonal().Minimum() > Math.Sqrt(LeastCurvature) ? factor : null;
        }
        catch (ArgumentException)
        {
            return null; // not positive definite: the library says so by an exception
        }
    }

    private static (bool Moved, double Value) Move(
        ISmoothObjective objective,
        double[] estimates,
        double[] direction,
        double value,
        (double[] Gradient, double[] Information) derivatives)
    {
        double[] before = [.. estimates];
        double share = 1;
        for (int halving = 0; halving < MostHalvings; halving++, share /= 2)
        {
            for (int i = 0; i < estimates.Length; i++)
            {
                estimates[i] = before[i] + (share * direction[i]);
            }

            double reached = objective.Evaluate(estimates, derivatives.Gradient, derivatives.Information);
            if (reached >= value - (Rounding * Math.Abs(value)) && double.IsFinite(reached))
            {
                return (true, reached);
            }
        }

        before.CopyTo(estimates, 0);
        return (false, objective.Evaluate(estimates, derivatives.Gradient, derivatives.Information));
    }

    private static Matrix<double> Square(double[] values, int count) => count == 0
        ? Matrix<double>.Build.Dense(1, 1)
        : Matrix<double>.Build.Dense(count, count, (i, j) => values[(i * count) + j]);
}

using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.RootFinding;

namespace Karkhana.Methods.Econometrics;

/// <summary>Finds the greatest value of a likelihood over one or two autoregressive parameters, in t = artanh.</summary>
internal static class AutoregressiveSearch
{
    private const int Grid = 70;
    private const int CoarseGrid = 28;
    private const int Starts = 6;
    private const int MostDepth = 4;
    private const int MostSteps = 100;
    private const double Step = 1e-5;
    private const double Settled = 1e-11;

    /// <summary>Searches a grid, then the root of the score beside its best point.</summary>
    /// <returns>The parameter, and whether it is the end of what is searched.</returns>
    public static (double Parameter, bool AtEnd) One(LogDeterminantCurve curve, Func<double, double> likelihood, Func<double, double> score)
    {
        (double least, double most) = (curve.Low, curve.High);
        for (int depth = 0; ; depth++)
        {
            double[] grid = Points(least, most, Grid);
            double[] values = [.. grid.Select(t => likelihood(Math.Tanh(t)))];
            int best = Array.IndexOf(values, values.Max());
            if (best is 0 or Grid || depth == MostDepth)
            {
                return (Math.Tanh(grid[best]), best is 0 or Grid);
            }

            (least, most) = (grid[best - 1], grid[best + 1]);
            if (Brent.TryFindRoot(score, Math.Tanh(least), Math.Tanh(most), 1e-13, MostSteps, out double root))
            {
                return (root, false);
            }
        }
    }

    /// <summary>Searches a grid, then climbs from its best local summits by Newton's method.</summary>
    /// <returns>The parameters, how many summits are within 2 of the highest (in units of the log-likelihood), and whether the
    /// score vanishes there.</returns>
    public static (double Rho, double Lambda, int Summits, bool Converged) Two(AutoregressiveLikelihood likelihood)
    {
        double[] grid = Points(likelihood.Curve.Low, likelihood.Curve.High, CoarseGrid);
        double[,] values = new double[grid.Length, grid.Length];
        for (int i = 0; i < grid.Length; i++)
        {
            for (int j = 0; j < grid.Length; j++)
            {
                values[i, j] = likelihood.At(Math.Tanh(grid[i]), Math.Tanh(grid[j]));
            }
        }

        List<(double Rho, double Lambda, double Value, bool Converged)> found = [];
        foreach ((int i, int j) in Summits(values).OrderByDescending(place => values[place.I, place.J]).Take(Starts))
        {
            (double rho, double lambda, bool converged) = Climb(likelihood, grid[i], grid[j]);
            if (!found.Exists(other => Math.Abs(other.Rho - rho) + Math.Abs(other.Lambda - lambda) < 1e-6))
            {
                found.Add((rho, lambda, likelihood.At(rho, lambda), converged));
            }
        }

        (double bestRho, double bestLambda, double most, bool settled) = found.MaxBy(summit => summit.Value);
        return (bestRho, bestLambda, found.Count(summit => summit.Value > most - 2), settled);
    }

    private static double[] Points(double least, double most, int steps) =>
        [.. Enumerable.Range(0, steps + 1).Select(step => least + ((most - least) * step / steps))];

    private static IEnumerable<(int I, int J)> Summits(double[,] values)
    {
        int n = values.GetLength(0);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                if (IsSummit(values, i, j))
                {
                    yield return (i, j);
                }
            }
        }
    }

    private static bool IsSummit(double[,] values, int i, int j)
    {
        int last = values.GetLength(0) - 1;
        for (int a = Math.Max(0, i - 1); a <= Math.Min(last, i + 1); a++)
        {
            for (int b = Math.Max(0, j - 1); b <= Math.Min(last, j + 1); b++)
            {
                if (values[a, b] > values[i, j])
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static (double Rho, double Lambda, bool Converged) Climb(AutoregressiveLikelihood likelihood, double first, double second)
    {
        Vector<double> place = Vector<double>.Build.Dense([first, second]);
        double value = Value(likelihood, place);
        for (int step = 0; step < MostSteps; step++)
        {
            Vector<double> slope = Slope(likelihood, place);
            Vector<double> move = Direction(likelihood, place, slope);
            double length = 1;
            Vector<double> next = Clamp(likelihood.Curve, place + move);
            while (length > 1e-10 && Value(likelihood, next) < value)
            {
                length /= 2;
                next = Clamp(likelihood.Curve, place + (length * move));
            }

            double moved = (next - place).L2Norm();
            if (!(Value(likelihood, next) >= value) || moved < Settled)
            {
                break;
            }

            (place, value) = (next, Value(likelihood, next));
        }

        return (Math.Tanh(place[0]), Math.Tanh(place[1]), Direction(likelihood, place, Slope(likelihood, place)).L2Norm() < 1e-7);
    }

    /// <summary>Gives Newton's step where the likelihood bends down, else a step uphill.</summary>
    private static Vector<double> Direction(AutoregressiveLikelihood likelihood, Vector<double> place, Vector<double> slope)
    {
        Matrix<double> bend = Matrix<double>.Build.Dense(2, 2);
        for (int i = 0; i < 2; i++)
        {
            Vector<double> shift = Vector<double>.Build.Dense(2, j => i == j ? Step : 0);
            bend.SetRow(i, (Slope(likelihood, place + shift) - Slope(likelihood, place - shift)) / (2 * Step));
        }

        bend = (bend + bend.Transpose()) / 2;
        bool down = bend[0, 0] < 0 && bend.Determinant() > 0;
        return down ? -bend.Solve(slope) : slope / Math.Max(slope.L2Norm(), 1) * 0.2;
    }

    private static Vector<double> Clamp(LogDeterminantCurve curve, Vector<double> place) =>
        place.Map(t => Math.Clamp(t, curve.Low + (2 * Step), curve.High - (2 * Step)));

    private static double Value(AutoregressiveLikelihood likelihood, Vector<double> place) => likelihood.At(Math.Tanh(place[0]), Math.Tanh(place[1]));

    private static Vector<double> Slope(AutoregressiveLikelihood likelihood, Vector<double> place)
    {
        (double rho, double lambda) = (Math.Tanh(place[0]), Math.Tanh(place[1]));
        (double byRho, double byLambda) = likelihood.Score(rho, lambda);
        return Vector<double>.Build.Dense([byRho * (1 - (rho * rho)), byLambda * (1 - (lambda * lambda))]);
    }
}

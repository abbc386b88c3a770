using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods;

/// <summary>Where Fisher scoring came to rest.</summary>
/// <param name="Point">The parameters.</param>
/// <param name="Value">The distance there.</param>
/// <param name="Converged">Whether the scores vanished.</param>
internal sealed record ScoringSearch(Vector<double> Point, double Value, bool Converged)
{
    private const int MostSteps = 1000;
    private const int MostHalvings = 40;
    private const double SmallDecrement = 1e-18;
    private const double EnoughForConvergence = 1e-8;

    /// <summary>Goes down by Fisher scoring, steps halved until the distance falls.</summary>
    public static ScoringSearch Minimise(IScoringObjective objective, Vector<double> start, CancellationToken cancellationToken)
    {
        if (start.Count == 0)
        {
            return new ScoringSearch(start, objective.ValueAt(start), true);
        }

        ScoringSearch now = new(start, objective.ValueAt(start), false);
        double previous = double.PositiveInfinity;
        for (int step = 0; step < MostSteps && double.IsFinite(now.Value); step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (Vector<double> scores, Matrix<double> information) = objective.DerivativesAt(now.Point);
            Vector<double> direction = PositiveDefinite.SolveWithRidge(information, scores);
            double decrement = scores.DotProduct(direction);
            bool near = decrement <= EnoughForConvergence;
            now = now with { Converged = near };
            if (decrement <= SmallDecrement || (near && decrement >= previous) || now.Step(objective, direction, near) is not { } next)
            {
                break;
            }

            (now, previous) = (next, decrement);
        }

        return now;
    }

    /// <summary>Takes the longest step that lowers the distance; near the end, where rounding hides that it falls, the whole
    /// one.</summary>
    private ScoringSearch? Step(IScoringObjective objective, Vector<double> direction, bool near)
    {
        double length = 1;
        for (int halving = 0; halving < MostHalvings; halving++, length /= 2)
        {
            Vector<double> next = Point + (length * direction);
            double value = objective.ValueAt(next);
            if (value < Value || (near && double.IsFinite(value)))
            {
                return new ScoringSearch(next, value, Converged);
            }
        }

        return null;
    }
}

using Karkhana.Core.Kernels;
using MathNet.Numerics.RootFinding;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Finds where the slope of a log-likelihood, with or without a prior or Warm's weight, crosses 0.</summary>
/// <remarks>Not safe for two threads at once.</remarks>
internal sealed class ModeSearch(ItemModel model, ItemParameters items)
{
    private const double Farthest = 1e6;
    private const double Accuracy = 1e-12;
    private const double Settled = 1e-9; // a Newton step this small leaves an error below rounding
    private const int MostSteps = 200;

    private readonly AnswerLikelihood _likelihood = new(model, items);
    private readonly sbyte[] _answers = new sbyte[items.Count];
    private readonly double _centre = Sums.Mean([.. items.Thresholds.SelectMany(steps => steps)]);

    /// <summary>Finds the posterior mode and 1/√(−l″ + 1/σ²) there.</summary>
    public (double Score, double StandardError) Map(ReadOnlySpan<sbyte> answers, double start, double mean, double variance)
    {
        answers.CopyTo(_answers);
        double mode = Newton(start, theta =>
        {
            LikelihoodSlope slope = _likelihood.At(_answers, theta);
            return (slope.First - ((theta - mean) / variance), slope.Second - (1 / variance));
        });
        return (mode, 1 / Math.Sqrt((1 / variance) - _likelihood.At(_answers, mode).Second));
    }

    /// <summary>Finds the likelihood mode, infinite for extreme patterns, and 1/√(−l″) there.</summary>
    public (double Score, double StandardError) Ml(ReadOnlySpan<sbyte> answers, double start)
    {
        answers.CopyTo(_answers);
        if (!Tells())
        {
            return (double.NaN, double.NaN);
        }

        (double below, double above) = (_likelihood.Limit(_answers, -1), _likelihood.Limit(_answers, 1));
        double best = Math.Max(below, above);
        double end = below > above ? double.NegativeInfinity : double.PositiveInfinity;
        if (double.IsFinite(best) && best == CertainLimit())
        {
            return (end, double.PositiveInfinity);
        }

        double mode = Newton(start, theta =>
        {
            LikelihoodSlope slope = _likelihood.At(_answers, theta);
            return (slope.First, slope.Second);
        });
        // With guessing the likelihood does not vanish far away and may be greatest there.
        return !double.IsFinite(mode) || best >= _likelihood.Value(_answers, mode)
            ? (double.IsFinite(mode) ? end : mode, double.PositiveInfinity)
            : (mode, 1 / Math.Sqrt(-_likelihood.At(_answers, mode).Second));
    }

    /// <summary>Finds Warm's estimate, the root of l′ + J/(2I), and 1/√I there.</summary>
    public (double Score, double StandardError) Wle(ReadOnlySpan<sbyte> answers, double start)
    {
        answers.CopyTo(_answers);
        if (!Tells())
        {
            return (double.NaN, double.NaN);
        }

        double root = Root(Weighted, start);
        return (root, 1 / Math.Sqrt(_likelihood.At(_answers, root).Information));
    }

    // Far from all items the information is below the least double: the weight then points back to them.
    private double Weighted(double theta)
    {
        LikelihoodSlope slope = _likelihood.At(_answers, theta);
        return slope.Information > 0
            ? slope.First + (slope.Asymmetry / (2 * slope.Information))
            : slope.First != 0 ? slope.First : _centre - theta;
    }

    private bool Tells()
    {
        for (int item = 0; item < _answers.Length; item++)
        {
            if (_answers[item] != CategoryResponses.Missing && items.Slopes[item] != 0)
            {
                return true;
            }
        }

        return false;
    }

    // No pattern is likelier than one whose every telling item is answered as its limit says.
    private double CertainLimit()
    {
        sbyte[] flat = [.. _answers.Select((answer, item) => items.Slopes[item] == 0 ? answer : CategoryResponses.Missing)];
        return _likelihood.Limit(flat, 1);
    }

    // Newton's method that never leaves the interval in which the slope falls through 0.
    private static double Newton(double start, Func<double, (double Slope, double Curvature)> function)
    {
        (double low, double high) = (double.NegativeInfinity, double.PositiveInfinity);
        double theta = start;
        for (int step = 0; step < MostSteps; step++)
        {
            (double slope, double curvature) = function(theta);
            if (slope == 0)
            {
                return theta;
            }

            (low, high) = slope > 0 ? (theta, high) : (low, theta);
            double reach = Math.Max(1, Math.Abs(theta)); // one step may at most double the distance
            double away = curvature < 0 ? Math.Clamp(-slope / curvature, -reach, reach) : Math.Sign(slope) * reach;
            if (Math.Abs(away) <= Settled * (1 + Math.Abs(theta)))
            {
                return theta + away;
            }

            theta = theta + away > low && theta + away < high ? theta + away : (low + high) / 2;
        }

        // Guessing leaves a slope that fades out without an end in one direction.
        return double.IsInfinity(low) ? low : double.IsInfinity(high) ? high : double.NaN;
    }

    // Warm's equation has no cheap derivative: a bracket by steps that double, then Brent's rule.
    private static double Root(Func<double, double> slope, double start)
    {
        double here = slope(start);
        int direction = Math.Sign(here);
        double step = 0.25;
        double near = start;
        while (here != 0 && Math.Abs(near) < Farthest)
        {
            double far = near + (direction * step);
            if (Math.Sign(slope(far)) != direction)
            {
                return Brent.TryFindRoot(slope, Math.Min(near, far), Math.Max(near, far), Accuracy, MostSteps, out double root) ? root : double.NaN;
            }

            (near, step) = (far, 2 * step);
        }

        return here == 0 ? start : direction * double.PositiveInfinity;
    }
}

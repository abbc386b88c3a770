using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Finds the maximum of the marginal likelihood: some EM steps, then Newton steps on the exact observed
/// information.</summary>
/// <remarks>
/// Where the observed information is not positive definite, or its step does not climb, the missing information is damped:
/// (complete − (1 − τ) missing)⁻¹ gradient, which for τ = 1 is nearly an EM step; if that fails too, EM steps follow.
/// Slopes beyond ±25 (answers that order the respondents perfectly), guessing chances below 0.0001 and latent standard
/// deviations outside [0.05, 25] are held there.
/// </remarks>
internal sealed class MarginalMaximiser(MarginalProblem problem, ItemResponseModelOptions options)
{
    /// <summary>The largest slope: steeper curves are steps between any two nodes in use.</summary>
    public const double SteepestSlope = 25;

    /// <summary>The logarithm of the least latent standard deviation, where only one node is left in use.</summary>
    public const double LeastLogDeviation = -3;

    private const double GreatestLogDeviation = 3.2;
    private const double LeastGuessingLogit = -9.21; // a chance of 0.0001
    private const double LongestStep = 3;
    private const double RoundingOfObjective = 1e-12;
    private const int FirstSteps = 6;
    private const int MostHalvings = 6;

    private static readonly double[] Dampings = [0, 0.3, 1];

    private readonly bool[] _frozen = new bool[problem.Layout.Count];
    private int _evaluations;
    private double _change = double.PositiveInfinity;

    /// <summary>Searches from starting values.</summary>
    public MarginalMaximum Run(double[] start)
    {
        MarginalPoint point = Bounded(Evaluate(start));
        for (int step = 0; step < FirstSteps && _evaluations < options.Iterations; step++)
        {
            point = Expect(point);
        }

        MarginalInformation information = problem.Inform(point);
        while (_evaluations < options.Iterations)
        {
            (MarginalPoint? next, bool last) = Climb(point, information);
            if (next is null)
            {
                point = Expect(Evaluate(point.Parameters)); // the search left the posterior elsewhere
            }
            else
            {
                point = Bounded(next);
            }

            if (last)
            {
                return new MarginalMaximum(point, information, _frozen, true, _evaluations, _change);
            }

            information = problem.Inform(point);
        }

        return new MarginalMaximum(point, information, _frozen, false, _evaluations, _change);
    }

    private MarginalPoint Evaluate(double[] parameters)
    {
        _evaluations++;
        return problem.Evaluate(parameters);
    }

    // With a free population on a grid that cuts its tails the closed form can overshoot; then the point stays.
    private MarginalPoint Expect(MarginalPoint point)
    {
        double[] parameters = ExpectationStep.Next(problem, point, _frozen);
        MarginalPoint next = Evaluate(parameters);
        if (next.Objective >= point.Objective)
        {
            _change = LargestDistance(parameters, point.Parameters);
            return Bounded(next);
        }

        return Evaluate(point.Parameters);
    }

    private (MarginalPoint? Next, bool Last) Climb(MarginalPoint point, MarginalInformation information)
    {
        foreach (double damping in Dampings)
        {
            Vector<double>? step = Direction(information, damping);
            if (step is null)
            {
                continue;
            }

            double scale = Math.Min(1, LongestStep / step.AbsoluteMaximum());
            for (int halving = 0; halving < MostHalvings; halving++, scale /= 2)
            {
                double[] parameters = [.. point.Parameters.Zip(step, (value, by) => value + (scale * by))];
                if (!Allowed(point.Parameters, parameters))
                {
                    continue;
                }

                MarginalPoint next = Evaluate(parameters);
                if (next.Objective >= point.Objective - (RoundingOfObjective * Math.Abs(point.Objective)))
                {
                    _change = LargestDistance(parameters, point.Parameters);
                    return (next, damping == 0 && scale == 1 && _change <= options.Tolerance);
                }
            }
        }

        return (null, false);
    }

    private bool Allowed(double[] parameters, double[] next)
    {
        for (int k = 0; k < next.Length; k++)
        {
            if (problem.Layout.Kinds[k] == ParameterKind.Slope && !problem.Priors.Allows(parameters[k], next[k]))
            {
                return false;
            }
        }

        return true;
    }

    private Vector<double>? Direction(MarginalInformation information, double damping)
    {
        Matrix<double> matrix = information.Complete - ((1 - damping) * information.Missing);
        Vector<double> gradient = information.Gradient.Clone();
        for (int k = 0; k < _frozen.Length; k++)
        {
            if (_frozen[k])
            {
                matrix.ClearRow(k);
                matrix.ClearColumn(k);
                matrix[k, k] = 1;
                gradient[k] = 0;
            }
        }

        return PositiveDefinite.Solve(matrix, gradient);
    }

    private MarginalPoint Bounded(MarginalPoint point)
    {
        double[] parameters = [.. point.Parameters];
        bool moved = false;
        foreach (ItemInstance instance in problem.Layout.Instances)
        {
            int slope = instance.Indices[0];
            if (slope >= 0 && !_frozen[slope] && Math.Abs(parameters[slope]) > SteepestSlope)
            {
                Flatten(instance, parameters);
                _frozen[slope] = moved = true;
            }
        }

        for (int k = 0; k < parameters.Length; k++)
        {
            double inside = problem.Layout.Kinds[k] switch
            {
                ParameterKind.Guessing => Math.Max(parameters[k], LeastGuessingLogit),
                ParameterKind.LogDeviation => Math.Clamp(parameters[k], LeastLogDeviation, GreatestLogDeviation),
                _ => parameters[k],
            };
            if (!_frozen[k] && inside != parameters[k])
            {
                parameters[k] = inside;
                _frozen[k] = moved = true;
            }
        }

        return moved ? Evaluate(parameters) : point;
    }

    // The thresholds stay where they are.
    private static void Flatten(ItemInstance instance, double[] parameters)
    {
        double factor = SteepestSlope / Math.Abs(parameters[instance.Indices[0]]);
        foreach (int index in instance.Indices)
        {
            parameters[index] *= factor;
        }
    }

    private static double LargestDistance(double[] left, double[] right)
    {
        double largest = 0;
        for (int k = 0; k < left.Length; k++)
        {
            largest = Math.Max(largest, Math.Abs(left[k] - right[k]));
        }

        return largest;
    }
}

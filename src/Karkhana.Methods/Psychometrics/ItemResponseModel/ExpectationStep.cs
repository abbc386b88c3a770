using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>One step of the EM algorithm of Bock and Aitkin: each item climbs its expected complete likelihood by a scoring
/// step with backtracking, slopes that items share together, the population in closed form.</summary>
internal static class ExpectationStep
{
    private const int MostHalvings = 10;

    /// <summary>Gives the next parameters.</summary>
    /// <param name="problem">Data and layout; its posterior must be that of the point.</param>
    /// <param name="point">Where the likelihood was evaluated.</param>
    /// <param name="frozen">Parameters that stay.</param>
    public static double[] Next(MarginalProblem problem, MarginalPoint point, bool[] frozen)
    {
        double[] parameters = [.. point.Parameters];
        bool shared = SharesSlope(problem.Layout);
        for (int at = 0; at < problem.Layout.Instances.Length; at++)
        {
            int[] indices = problem.Layout.Instances[at].Indices;
            int[] moving = [.. Enumerable.Range(0, indices.Length).Where(
                k => indices[k] >= 0 && !frozen[indices[k]] && !(k == 0 && shared))];
            double[] own = Climb(problem, at, point.Instances[at], point.Counts, moving);
            foreach (int k in moving)
            {
                parameters[indices[k]] = own[k];
            }
        }

        if (shared && !frozen[problem.Layout.Instances[0].Indices[0]])
        {
            ClimbSharedSlope(problem, point, parameters);
        }

        problem.Layout.Population.Maximise(problem.Patterns, problem.Posterior, parameters, frozen);
        return parameters;
    }

    private static bool SharesSlope(ParameterLayout layout) => layout.Instances.Length > 1
        && layout.Instances[0].Indices[0] >= 0 && layout.Instances[0].Indices[0] == layout.Instances[1].Indices[0];

    private static double[] Climb(MarginalProblem problem, int at, double[] parameters, double[] counts, int[] moving)
    {
        int width = parameters.Length;
        double[] gradient = new double[width];
        double[] information = new double[width * width];
        double value = ItemObjective.Value(problem, at, parameters, counts, gradient, information);
        Vector<double>? step = moving.Length == 0 ? null : PositiveDefinite.Solve(
            Matrix<double>.Build.Dense(moving.Length, moving.Length, (i, j) => information[(moving[i] * width) + moving[j]]),
            Vector<double>.Build.Dense(moving.Length, i => gradient[moving[i]]));
        double scale = 1;
        for (int halving = 0; step is not null && halving < MostHalvings; halving++, scale /= 2)
        {
            double[] next = [.. parameters];
            for (int i = 0; i < moving.Length; i++)
            {
                next[moving[i]] += scale * step[i];
            }

            if (problem.Priors.Allows(parameters[0], next[0]) && ItemObjective.Value(problem, at, next, counts, [], []) >= value)
            {
                return next;
            }
        }

        return parameters;
    }

    private static void ClimbSharedSlope(MarginalProblem problem, MarginalPoint point, double[] parameters)
    {
        int index = problem.Layout.Instances[0].Indices[0];
        (double value, double gradient, double information) = Total(problem, point, parameters);
        double start = parameters[index];
        double scale = 1;
        for (int halving = 0; halving < MostHalvings; halving++, scale /= 2)
        {
            parameters[index] = start + (scale * gradient / information);
            if (problem.Priors.Allows(start, parameters[index]) && Total(problem, point, parameters).Value >= value)
            {
                return;
            }
        }

        parameters[index] = start;
    }

    private static (double Value, double Gradient, double Information) Total(
        MarginalProblem problem, MarginalPoint point, double[] parameters)
    {
        double[][] instances = problem.Layout.Expand(parameters);
        (double value, double sum, double total) = (0, 0, 0);
        for (int at = 0; at < instances.Length; at++)
        {
            double[] gradient = new double[instances[at].Length];
            double[] information = new double[gradient.Length * gradient.Length];
            value += ItemObjective.Value(problem, at, instances[at], point.Counts, gradient, information);
            sum += gradient[0];
            total += information[0];
        }

        return (value, sum, total);
    }
}

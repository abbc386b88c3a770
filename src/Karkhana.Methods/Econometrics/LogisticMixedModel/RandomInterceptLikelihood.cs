using Karkhana.Core.Execution;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The marginal log-likelihood of the logistic mixed model in coefficients and σ; σ and −σ are the same.</summary>
/// <remarks>First derivatives are exact; second ones are differences of them. Cost: k + 2 evaluations of all groups.</remarks>
internal sealed class RandomInterceptLikelihood(
    GroupedTrials trials, (double[] Nodes, double[] Weights) rule, ExecutionOptions? execution, CancellationToken cancellationToken) : ISmoothObjective
{
    private const double Forward = 1e-6;
    private const double Central = 1e-4;

    /// <inheritdoc/>
    public int Count => trials.Terms + 1;

    /// <inheritdoc/>
    public double Evaluate(double[] parameters, double[] gradient, double[] information)
    {
        double[][] points = [parameters, .. Enumerable.Range(0, Count).Select(j => Moved(parameters, j, Forward))];
        double[] sums = Sums(points);
        int width = Count + 1;
        sums.AsSpan(1, Count).CopyTo(gradient);
        for (int i = 0; i < Count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double byColumn = sums[((j + 1) * width) + 1 + i] - gradient[i];
                double byRow = sums[((i + 1) * width) + 1 + j] - gradient[j];
                information[(i * Count) + j] = information[(j * Count) + i] = -(byColumn + byRow) / (2 * Forward);
            }
        }

        return double.IsNaN(sums[0]) ? double.NegativeInfinity : sums[0];
    }

    /// <summary>Gives the information by differences to both sides.</summary>
    public Matrix<double> Information(double[] parameters)
    {
        double[][] points =
        [
            parameters,
            .. Enumerable.Range(0, Count).Select(j => Moved(parameters, j, Central)),
            .. Enumerable.Range(0, Count).Select(j => Moved(parameters, j, -Central)),
        ];
        double[] sums = Sums(points);
        int width = Count + 1;
        Matrix<double> information = Matrix<double>.Build.Dense(Count, Count, (i, j) =>
            (sums[((1 + Count + j) * width) + 1 + i] - sums[((1 + j) * width) + 1 + i]) / (2 * Central));
        return (information + information.Transpose()) / 2;
    }

    /// <summary>Gives the modes of the random intercepts and the standard deviations about them.</summary>
    public (double[] Modes, double[] Deviations) Intercepts(double[] parameters)
    {
        RandomInterceptGroup integral = new(trials, rule.Nodes, rule.Weights);
        double[] modes = new double[trials.Groups];
        double[] deviations = new double[trials.Groups];
        double[] ignored = new double[Count];
        for (int group = 0; group < modes.Length; group++)
        {
            integral.Evaluate(group, parameters, 0, ignored);
            modes[group] = parameters[^1] * integral.Mode;
            deviations[group] = Math.Abs(parameters[^1]) / Math.Sqrt(integral.Curvature);
        }

        return (modes, deviations);
    }

    private static double[] Moved(double[] parameters, int place, double by)
    {
        double[] moved = [.. parameters];
        moved[place] += by;
        return moved;
    }

    private double[] Sums(double[][] points) => ReplicateEngine.Local.Execute(
        new RandomInterceptJob(trials, rule, points), execution is null ? null : execution with { Progress = null }, cancellationToken).Values;
}

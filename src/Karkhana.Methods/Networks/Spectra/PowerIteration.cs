using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>A vector without negative entries that a repeated step no longer changes.</summary>
/// <param name="Vector">The vector, its sum 1.</param>
/// <param name="Growth">The sum of the last step's result over that of its start.</param>
/// <param name="Iterations">How many steps were taken.</param>
/// <param name="Change">The largest change of an entry in the last step, over the largest entry.</param>
internal sealed record PowerIteration(double[] Vector, double Growth, int Iterations, double Change)
{
    /// <summary>A change of this share of the largest entry is rounding.</summary>
    public const double Tolerance = 1e-13;

    /// <summary>How many steps are taken unless told otherwise.</summary>
    public const int DefaultMaxIterations = 10_000;

    /// <summary>Gets a note when the change did not become as small as rounding.</summary>
    public IReadOnlyList<Note> Notes => Change <= Tolerance
        ? []
        : [new Note("not-converged", Severity.Warning, FormattableString.Invariant(
            $"After {Iterations} iterations the scores still changed by {Change:G3} of the largest one: read them as approximate, or raise max_iterations."))];

    /// <summary>Repeats a step from equal entries.</summary>
    /// <param name="size">The number of entries, at least 1.</param>
    /// <param name="step">Fills the second vector from the first; both without negative entries, not all 0.</param>
    /// <param name="maxIterations">The most steps.</param>
    /// <param name="cancellationToken">Looked at between steps.</param>
    public static PowerIteration Run(int size, Action<double[], double[]> step, int maxIterations, CancellationToken cancellationToken)
    {
        double[] current = new double[size];
        double[] next = new double[size];
        Array.Fill(current, 1.0 / size);
        double growth = 1;
        double change = double.PositiveInfinity;
        int iterations = 0;
        while (iterations < maxIterations && change > Tolerance)
        {
            cancellationToken.ThrowIfCancellationRequested();
            step(current, next);
            growth = Sums.Sum(next) / Sums.Sum(current);
            change = Rescale(next, current);
            (current, next) = (next, current);
            iterations++;
        }

        return new PowerIteration(current, growth, iterations, change);
    }

    private static double Rescale(double[] next, double[] current)
    {
        double sum = Sums.Sum(next);
        double greatest = 0;
        double change = 0;
        for (int i = 0; i < next.Length; i++)
        {
            next[i] /= sum;
            greatest = Math.Max(greatest, next[i]);
            change = Math.Max(change, Math.Abs(next[i] - current[i]));
        }

        return change / greatest;
    }
}

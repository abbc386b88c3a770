using Karkhana.Core.Randomness;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Extracts factors from a correlation matrix, Pearson or polychoric.</summary>
internal static class FactorExtraction
{
    /// <summary>The least uniqueness of the common programs; what ends there is called a Heywood case.</summary>
    public const double LeastUniqueness = 0.005;

    private const double NoGain = 1e-9;

    /// <summary>Extracts the factors from one start.</summary>
    public static FactorSolution Of(
        Matrix<double> correlations, int factors, FactorEstimator estimator, double least = LeastUniqueness) =>
        From(Objective(correlations, factors, estimator), StartingPoint(correlations, factors, 0, 0), least);

    /// <summary>Extracts the factors from given uniquenesses, those of a sample that is much alike.</summary>
    public static FactorSolution Near(Matrix<double> correlations, FactorEstimator estimator, FactorSolution like) => From(
        Objective(correlations, like.Loadings.ColumnCount, estimator), like.Uniqueness, LeastUniqueness);

    /// <summary>Extracts the factors from several starts and keeps the least misfit; the first start is Jöreskog's,
    /// the others are uniform.</summary>
    public static FactorSolution Of(
        Matrix<double> correlations, int factors, FactorEstimator estimator, Starts starts, CancellationToken cancellationToken)
    {
        IUniquenessObjective objective = Objective(correlations, factors, estimator);
        FactorSolution? best = null;
        for (int start = 0; start < starts.Count; start++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            FactorSolution next = From(objective, StartingPoint(correlations, factors, start, starts.Seed), LeastUniqueness);
            if (best is null || next.Misfit < best.Misfit - NoGain || (next.Converged && !best.Converged))
            {
                best = next;
            }
        }

        return best!;
    }

    private static IUniquenessObjective Objective(Matrix<double> correlations, int factors, FactorEstimator estimator) =>
        estimator == FactorEstimator.Ml
            ? new LikelihoodUniqueness(correlations, factors)
            : new ResidualUniqueness(correlations, factors);

    private static FactorSolution From(IUniquenessObjective objective, double[] start, double least)
    {
        double lower = objective.Coordinate(least);
        var (point, misfit, converged) = BoundedNewton.Minimise(
            objective.At, Vector<double>.Build.Dense(start.Length, i => objective.Coordinate(start[i])), lower,
            objective.Coordinate(1));
        (Matrix<double> loadings, int found) = objective.Loadings(point);
        return new FactorSolution(
            FactorOrder.Sort(loadings),
            [.. point.Select(objective.Uniqueness)],
            misfit,
            converged,
            found,
            [.. Enumerable.Range(0, point.Count).Where(item => point[item] <= lower)]);
    }

    private static double[] StartingPoint(Matrix<double> correlations, int factors, int start, ulong seed)
    {
        int count = correlations.RowCount;
        if (start > 0)
        {
            RandomStream stream = new(seed, RandomPurpose.StartingValues, start);
            return [.. Enumerable.Range(0, count).Select(_ => 0.05 + (0.9 * stream.NextDouble()))];
        }

        if (!PositiveDefinite.Is(correlations))
        {
            return [.. Enumerable.Repeat(0.5, count)];
        }

        Matrix<double> inverse = correlations.Inverse();
        double share = 1 - (0.5 * factors / count);
        return [.. Enumerable.Range(0, count).Select(item => share / inverse[item, item])];
    }
}

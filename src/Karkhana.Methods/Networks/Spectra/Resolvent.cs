using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Networks;

/// <summary>Sums over walks of all lengths: x = b + f A b + f² A² b + …, that is (I − f A) x = b.</summary>
/// <param name="Solution">x.</param>
/// <param name="Notes">What the reader must know.</param>
internal sealed record Resolvent(double[] Solution, IReadOnlyList<Note> Notes)
{
    /// <summary>Up to this many nodes the equations are solved as they stand; above, the series is added up.</summary>
    public const int MostDense = 1000;

    private const int MostTerms = 10_000;
    private const double Exact = 1e-8;

    /// <summary>Solves the equations.</summary>
    /// <param name="rows">A by rows.</param>
    /// <param name="factor">f.</param>
    /// <param name="right">b.</param>
    /// <param name="name">The name of the factor among the options, used in messages.</param>
    /// <param name="cancellationToken">Looked at between terms.</param>
    public static Resolvent Of(Graph rows, double factor, double[] right, string name, CancellationToken cancellationToken)
    {
        double[] solution = rows.NodeCount <= MostDense ? Dense(rows, factor, right) : Series(rows, factor, right, cancellationToken);
        Require.That(
            Residual(rows, factor, right, solution) <= Exact, name, FormattableString.Invariant(
                $"must not be the inverse of an eigenvalue of the network, and below the inverse of the largest one in size above {MostDense} nodes; it was {factor}"));
        double largest = PrincipalVector.Of(rows, PowerIteration.DefaultMaxIterations, cancellationToken).Eigenvalue;
        return new Resolvent(solution, Math.Abs(factor) * largest < 1
            ? []
            : [new Note("beyond-largest-eigenvalue", Severity.Warning, FormattableString.Invariant(
                $"{name} = {factor} is not below 1 / {largest:G6}, the inverse of the largest eigenvalue: longer walks weigh more than shorter ones without end, and scores have no reading as sums over walks."))]);
    }

    private static double[] Dense(Graph rows, double factor, double[] right)
    {
        int n = right.Length;
        if (n == 0)
        {
            return [];
        }

        Matrix<double> matrix = Matrix<double>.Build.DenseIdentity(n);
        foreach ((int from, int to, double value) in rows.Ties())
        {
            matrix[from, to] = -factor * value;
        }

        return [.. matrix.Solve(Vector<double>.Build.Dense(right))];
    }

    private static double[] Series(Graph rows, double factor, double[] right, CancellationToken cancellationToken)
    {
        double[] sum = [.. right];
        double[] product = new double[right.Length];
        double change = double.PositiveInfinity;
        for (int term = 0; term < MostTerms && change > PowerIteration.Tolerance; term++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.Multiply(sum, product);
            (change, double greatest) = (0, 0);
            for (int i = 0; i < sum.Length; i++)
            {
                double next = right[i] + (factor * product[i]);
                change = Math.Max(change, Math.Abs(next - sum[i]));
                greatest = Math.Max(greatest, Math.Abs(next));
                sum[i] = next;
            }

            change /= greatest;
        }

        return sum;
    }

    // How far the equations are from holding, over the largest number in them; NaN when there is no solution.
    private static double Residual(Graph rows, double factor, double[] right, double[] solution)
    {
        double[] product = new double[right.Length];
        rows.Multiply(solution, product);
        (double gap, double greatest) = (0, double.Epsilon);
        for (int i = 0; i < right.Length; i++)
        {
            gap = Math.Max(gap, Math.Abs(solution[i] - (factor * product[i]) - right[i]));
            greatest = Math.Max(greatest, Math.Abs(right[i]));
        }

        return double.IsFinite(gap) ? gap / greatest : double.NaN;
    }
}

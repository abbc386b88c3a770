using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Networks;

/// <summary>The diagonal of exp(A) of an undirected network, entry by entry.</summary>
/// <remarks>
/// Lanczos from a unit vector gives a small tridiagonal matrix T, and exp(A)_ii = exp(T)_11 up to an error that falls
/// faster than any power of its size (Golub and Meurant 2010). No matrix of n × n is formed.
/// </remarks>
internal sealed class ExponentialDiagonalJob(Graph merged) : IReplicateJob<ReplicateRows>
{
    private const int MostSteps = 400;
    private const int StepsBetweenLooks = 4;
    private const double Settled = 1e-14;

    public string Stage => "closed walks";

    public int Replicates => merged.NodeCount;

    public int BlockSize => 64;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] values = new double[range.Count];
        double[][] work = [new double[merged.NodeCount], new double[merged.NodeCount], new double[merged.NodeCount]];
        for (int i = 0; i < values.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            values[i] = Entry(range.First + i, work);
        }

        return new ReplicateRows(1, values);
    }

    private double Entry(int node, double[][] work)
    {
        (double[] current, double[] before, double[] next) = (work[0], work[1], work[2]);
        Array.Clear(current);
        Array.Clear(before);
        current[node] = 1;
        List<double> diagonal = [];
        List<double> beside = [];
        double found = double.NaN;
        while (true)
        {
            merged.Multiply(current, next);
            diagonal.Add(Sums.Dot(current, next));
            double last = beside.Count == 0 ? 0 : beside[^1];
            for (int i = 0; i < next.Length; i++)
            {
                next[i] -= (diagonal[^1] * current[i]) + (last * before[i]);
            }

            double length = Math.Sqrt(Sums.Dot(next, next));
            bool closed = length <= Settled * (1 + Math.Abs(diagonal[^1]) + last) || diagonal.Count == Math.Min(merged.NodeCount, MostSteps);
            if (closed || diagonal.Count % StepsBetweenLooks == 0)
            {
                double value = First(diagonal, beside);
                if (closed || Math.Abs(value - found) <= Settled * value || double.IsPositiveInfinity(value))
                {
                    return value;
                }

                found = value;
            }

            beside.Add(length);
            for (int i = 0; i < next.Length; i++)
            {
                next[i] /= length;
            }

            (before, current, next) = (current, next, before);
        }
    }

    private static double First(List<double> diagonal, List<double> beside)
    {
        int size = diagonal.Count;
        var eigen = Matrix<double>.Build.Dense(
            size, size, (i, j) => i == j ? diagonal[i] : Math.Abs(i - j) == 1 ? beside[Math.Min(i, j)] : 0).Evd(Symmetricity.Symmetric);
        double sum = 0;
        for (int k = 0; k < size; k++)
        {
            double share = eigen.EigenVectors[0, k];
            sum += share * share * Math.Exp(eigen.EigenValues[k].Real);
        }

        return sum;
    }
}

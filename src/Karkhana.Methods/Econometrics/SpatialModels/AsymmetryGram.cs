using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Methods.SparseMatrices;

namespace Karkhana.Methods.Econometrics;

/// <summary>tr(M'N) − tr(MN) for M, N among W and G = W(I − ρW)⁻¹ of one or two ρ: what standard errors need beyond the
/// determinant.</summary>
/// <remarks>
/// The difference is ½ tr((M − M')'(N − N')), small where weights are nearly symmetric. Up to 1,000 units it is added up over the
/// columns of the identity, which is exact; beyond, it is the mean over vectors of random signs (Hutchinson 1990,
/// doi:10.1080/03610919008812866), 32 of them and four times as many again until the standard error of the mean is below 0.2 % of
/// tr G² + tr G'G, so that a standard error is off by some 0.1 %, in trials never by 0.3 %. Only this part is estimated: tr MN itself comes
/// exactly from the determinant. Where that takes more vectors than there are units (directed networks with hubs), the exact sum is
/// taken up to 10,000 units, and beyond the error is told. Cost: two solutions of equations a vector and a ρ.
/// </remarks>
internal sealed class AsymmetryGram(CsrMatrix weights, AutoregressiveInverse[] inverses, int probes) : IReplicateJob<ReplicateSums>
{
    private const int MostExact = 1000;
    private const int MostExactIfNeeded = 10_000;
    private const int FewestProbes = 32;
    private const int MostProbes = 2048;
    private const double Enough = 2e-3;
    private const ulong Seed = 20120103;

    private readonly int _size = inverses.Length + 1;

    public string Stage => "traces";

    public int Replicates => probes == 0 ? weights.Order : probes;

    public int BlockSize => probes == 0 ? 32 : 4;

    /// <summary>Gives the matrix of differences, W first, then G of each ρ; and the greatest relative standard error of
    /// tr G² + tr G'G.</summary>
    /// <param name="weights">W.</param>
    /// <param name="inverses">(I − ρW)⁻¹ of each ρ.</param>
    /// <param name="squares">tr G² of each ρ.</param>
    /// <param name="execution">Workers.</param>
    /// <param name="cancellationToken">Looked at between vectors.</param>
    public static (double[,] Gram, double Error) Of(
        CsrMatrix weights, AutoregressiveInverse[] inverses, double[] squares, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        bool exact = weights.Order <= MostExact;
        for (int count = FewestProbes; !exact; count *= 4)
        {
            (double[,] gram, double[] errors) = Of(weights, inverses, count, execution, cancellationToken);
            double error = Enumerable.Range(0, squares.Length).Max(i => errors[i] / ((2 * squares[i]) + gram[i + 1, i + 1]));
            exact = !(error <= Enough) && 4 * count > weights.Order && weights.Order <= MostExactIfNeeded;
            if (error <= Enough || (!exact && 4 * count > MostProbes))
            {
                return (gram, error);
            }
        }

        return (Of(weights, inverses, 0, execution, cancellationToken).Gram, 0);
    }

    /// <summary>Gives the differences, and the standard errors of those of each G with itself, by a number of probes; 0 for the exact
    /// sum.</summary>
    internal static (double[,] Gram, double[] Errors) Of(
        CsrMatrix weights, AutoregressiveInverse[] inverses, int probes, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        AsymmetryGram job = new(weights, inverses, probes);
        double[] sums = ReplicateEngine.Local.Execute(job, execution, cancellationToken).Values;
        (int size, double count) = (job._size, Math.Max(1, probes));
        double[,] gram = new double[size, size];
        for (int cell = 0; cell < size * size; cell++)
        {
            gram[cell / size, cell % size] = sums[cell] / (2 * count);
        }

        double[] errors = new double[inverses.Length];
        for (int i = 0; i < errors.Length; i++)
        {
            double mean = gram[i + 1, i + 1];
            errors[i] = Math.Sqrt(Math.Max(0, (sums[(size * size) + i] / (4 * count)) - (mean * mean)) / count);
        }

        return (gram, errors);
    }

    public ReplicateSums Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        int cells = _size * _size;
        double[] sums = new double[cells + inverses.Length];
        for (int probe = range.First; probe < range.End; probe++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double[][] turned = Turned(Probe(probe));
            for (int cell = 0; cell < cells; cell++)
            {
                double product = Sums.Dot(turned[cell / _size], turned[cell % _size]);
                sums[cell] += product;
                if (cell > 0 && cell % (_size + 1) == 0)
                {
                    sums[cells + (cell / (_size + 1)) - 1] += product * product;
                }
            }
        }

        return new ReplicateSums(sums);
    }

    private double[] Probe(int number)
    {
        double[] probe = new double[weights.Order];
        if (probes == 0)
        {
            probe[number] = 1;
            return probe;
        }

        RandomStream stream = new(Seed, RandomPurpose.TraceProbes, number);
        for (int row = 0; row < probe.Length; row++)
        {
            probe[row] = stream.NextBool(0.5) ? 1 : -1;
        }

        return probe;
    }

    /// <summary>Gives (M − M')z for each matrix; W and the inverse change places freely.</summary>
    private double[][] Turned(double[] probe)
    {
        double[] lag = weights.Multiply(probe);
        double[] back = weights.TransposeMultiply(probe);
        return [Difference(lag, back), .. inverses.Select(inverse => Difference(inverse.Solve(lag), inverse.SolveTransposed(back)))];
    }

    private static double[] Difference(double[] left, double[] right)
    {
        double[] difference = new double[left.Length];
        for (int row = 0; row < difference.Length; row++)
        {
            difference[row] = left[row] - right[row];
        }

        return difference;
    }
}

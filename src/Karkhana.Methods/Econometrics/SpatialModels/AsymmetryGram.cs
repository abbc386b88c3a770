using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Methods.SparseMatrices;

namespace Karkhana.Methods.Econometrics;

/// <summary>tr(M'N) − tr(MN) for M, N among W and G = W(I − ρW)⁻¹ of one or two ρ: what standard errors need beyond the
/// determinant.</summary>
/// <remarks>
/// The difference is ½ tr((M − M')'(N − N')), small where weights are nearly symmetric. Up to 1,000 units it is added up over the
/// columns of the identity, which is exact; beyond, it is the mean over 32 vectors of random signs (Hutchinson 1990,
/// doi:10.1080/03610919008812866). Only this small part is estimated, tr(MN) itself comes exactly from the determinant; so the error
/// in a standard error stays below one in a thousand. Cost: two solutions of equations a vector and a ρ.
/// </remarks>
internal sealed class AsymmetryGram(CsrMatrix weights, AutoregressiveInverse[] inverses, int probes) : IReplicateJob<ReplicateSums>
{
    private const int MostExact = 1000;
    private const int Probes = 32;
    private const ulong Seed = 20120103;

    private readonly int _size = inverses.Length + 1;

    public string Stage => "traces";

    public int Replicates => probes == 0 ? weights.Order : probes;

    public int BlockSize => probes == 0 ? 32 : 4;

    /// <summary>Gives the matrix of differences: W first, then G of each ρ.</summary>
    public static double[,] Of(CsrMatrix weights, AutoregressiveInverse[] inverses, ExecutionOptions? execution, CancellationToken cancellationToken) =>
        Of(weights, inverses, weights.Order <= MostExact ? 0 : Probes, execution, cancellationToken);

    /// <summary>Gives the differences by a number of probes; 0 for the exact sum.</summary>
    internal static double[,] Of(
        CsrMatrix weights, AutoregressiveInverse[] inverses, int probes, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        AsymmetryGram job = new(weights, inverses, probes);
        double[] sums = ReplicateEngine.Local.Execute(job, execution, cancellationToken).Values;
        double[,] gram = new double[job._size, job._size];
        for (int cell = 0; cell < sums.Length; cell++)
        {
            gram[cell / job._size, cell % job._size] = sums[cell] / (2 * (probes == 0 ? 1 : probes));
        }

        return gram;
    }

    public ReplicateSums Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] sums = new double[_size * _size];
        for (int probe = range.First; probe < range.End; probe++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double[][] turned = Turned(Probe(probe));
            for (int cell = 0; cell < sums.Length; cell++)
            {
                sums[cell] += Sums.Dot(turned[cell / _size], turned[cell % _size]);
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

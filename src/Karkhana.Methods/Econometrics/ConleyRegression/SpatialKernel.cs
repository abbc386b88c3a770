using Karkhana.Core.Execution;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The middle of the covariance with errors correlated over space, in the space of Q.</summary>
/// <remarks>Σ_i s_i a_i' + a_i s_i' with a_i = s_i/2 + Σ_j K(d_ij) s_j over the places after i, so that each pair is met once.
/// Blocks of places of a fixed size are added in order: any number of workers gives the same bits.</remarks>
internal sealed class SpatialKernel : IReplicateJob<ReplicateSums>
{
    private readonly PlacedRows _places;
    private readonly SpatialDecay _decay;
    private readonly double[] _scores;
    private readonly int _terms;
    private readonly double _limit;
    private readonly double _perCutoff;
    private readonly double _unit;

    private SpatialKernel(LeastSquaresFit fit, PlacedRows places, SpatialDecay decay)
    {
        (_places, _decay, _terms) = (places, decay, fit.TermCount);
        _scores = new double[fit.Rows * _terms];
        for (int place = 0; place < fit.Rows; place++)
        {
            int row = places.Order[place];
            for (int term = 0; term < _terms; term++)
            {
                _scores[(place * _terms) + term] = fit.Q.At(row, term) * fit.Residuals[row];
            }
        }

        bool sphere = decay.Distance == CoordinateDistance.GreatCircle;
        double chord = sphere ? 2 * Math.Sin(Math.Min(decay.Cutoff / decay.EarthRadius, Math.PI) / 2) : decay.Cutoff;
        bool whole = sphere && decay.Cutoff / decay.EarthRadius > Math.PI;
        _limit = whole ? double.PositiveInfinity : chord * chord * (1 + 1e-12);
        _perCutoff = 1 / decay.Cutoff;
        _unit = sphere ? 2 * decay.EarthRadius : 0;
    }

    /// <inheritdoc/>
    public string Stage => "comparing pairs of places";

    /// <inheritdoc/>
    public int Replicates => _scores.Length / _terms;

    /// <inheritdoc/>
    public int BlockSize => 256;

    public static Matrix<double> Middle(
        LeastSquaresFit fit, PlacedRows places, SpatialDecay decay, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        SpatialKernel kernel = new(fit, places, decay);
        ReplicateSums half = ReplicateEngine.Local.Execute(kernel, execution, cancellationToken);
        Matrix<double> middle = Matrix<double>.Build.DenseOfRowMajor(fit.TermCount, fit.TermCount, half.Values);
        return middle + middle.Transpose();
    }

    /// <inheritdoc/>
    public ReplicateSums Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] sums = new double[_terms * _terms];
        double[] near = new double[_terms];
        Span<(int First, int End)> ranges = stackalloc (int, int)[4];
        for (int place = range.First; place < range.End; place++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<double> own = _scores.AsSpan(place * _terms, _terms);
            for (int term = 0; term < _terms; term++)
            {
                near[term] = own[term] / 2;
            }

            int count = _places.After(place, ranges);
            for (int part = 0; part < count; part++)
            {
                Add(place, ranges[part].First, ranges[part].End, near);
            }

            for (int i = 0; i < _terms; i++)
            {
                for (int j = 0; j < _terms; j++)
                {
                    sums[(i * _terms) + j] += own[i] * near[j];
                }
            }
        }

        return new ReplicateSums(sums);
    }

    private void Add(int place, int first, int end, double[] near)
    {
        (double u, double v, double w) = (_places.U[place], _places.V[place], _places.W[place]);
        for (int other = first; other < end; other++)
        {
            (double du, double dv, double dw) = (_places.U[other] - u, _places.V[other] - v, _places.W[other] - w);
            double squared = (du * du) + (dv * dv) + (dw * dw);
            if (squared > _limit)
            {
                continue;
            }

            double weight = Weight(squared);
            ReadOnlySpan<double> score = _scores.AsSpan(other * _terms, _terms);
            for (int term = 0; term < near.Length; term++)
            {
                near[term] += weight * score[term];
            }
        }
    }

    private double Weight(double squared)
    {
        double straight = Math.Sqrt(squared);
        double distance = _unit == 0 ? straight : _unit * Math.Asin(Math.Min(1, straight / 2));
        double share = distance * _perCutoff;
        return _decay.Kernel switch
        {
            SpatialKernelKind.Uniform => distance < _decay.Cutoff ? 1 : 0,
            SpatialKernelKind.Epanechnikov => Math.Max(0, 1 - (share * share)),
            _ => Math.Max(0, 1 - share),
        };
    }
}

using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Spatial;

/// <summary>Compares local with global shares around the reference points.</summary>
internal sealed class MFunctionKernel
{
    private readonly NeighbourSums _sums;
    private readonly int[] _references;
    private readonly double[] _globals;
    private readonly SquaredRadii _radii;
    private readonly double[] _localSums;
    private readonly double[] _globalSums;

    /// <param name="points">The points.</param>
    /// <param name="options">Distances and types.</param>
    /// <param name="search">What finds neighbours; null takes the plane.</param>
    public MFunctionKernel(PointPattern points, MFunctionOptions options, NeighbourSearch? search = null)
    {
        int n = points.Count;
        string neighbourType = options.Neighbour ?? options.Reference;
        bool[] reference = points.Are(options.Reference);
        bool[] neighbour = neighbourType == options.Reference ? reference : points.Are(neighbourType);
        bool caseControl = options.Control == MFunctionControl.Neighbour;
        _radii = new SquaredRadii(options.Distances);
        _references = [.. Enumerable.Range(0, n).Where(i => reference[i])];
        (bool[], bool[]?) counting = caseControl ? (reference, neighbour) : (neighbour, null);
        _sums = NeighbourSums.Of(points, options.Distances, counting, search);
        _globals = Globals(points.WeightsOrOnes(), reference, neighbour, caseControl, neighbourType == options.Reference);
        _localSums = new double[_radii.Count];
        _globalSums = new double[_radii.Count];
    }

    public int ReferenceCount => _references.Length;

    public double Greatest => _radii.Greatest;

    /// <summary>Gives local over global of each reference point, distance after distance, and gathers the sums of the
    /// curve.</summary>
    public double[] Individual(ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        Locals job = new(this);
        RowChunks locals = ReplicateEngine.Local.Execute(job, execution, cancellationToken);
        int width = _references.Length;
        double[] individual = new double[_radii.Count * width];
        for (int reference = 0; reference < width; reference++)
        {
            ReadOnlySpan<double> row = locals[reference / job.BlockSize]
                .Slice(reference % job.BlockSize * _radii.Count, _radii.Count);
            for (int bin = 0; bin < row.Length; bin++)
            {
                individual[(_radii.Order[bin] * width) + reference] = row[bin] / _globals[reference];
                if (double.IsFinite(row[bin])) // not so without neighbours
                {
                    _localSums[bin] += row[bin];
                    _globalSums[bin] += _globals[reference];
                }
            }
        }

        return individual;
    }

    /// <summary>Gives the curve after <see cref="Individual"/>.</summary>
    public double[] Curve()
    {
        double[] curve = new double[_radii.Count];
        for (int bin = 0; bin < curve.Length; bin++)
        {
            curve[_radii.Order[bin]] = _globalSums[bin] > 0 ? _localSums[bin] / _globalSums[bin] : double.NaN;
        }

        return curve;
    }

    private double[] Globals(double[] weights, bool[] reference, bool[] neighbour, bool caseControl, bool sameType)
    {
        double all = 0;
        double references = 0;
        double neighbours = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            all += weights[i];
            references += reference[i] ? weights[i] : 0;
            neighbours += neighbour[i] ? weights[i] : 0;
        }

        return
        [
            .. _references.Select(i => (caseControl, sameType) switch
            {
                (true, _) => (references - weights[i]) / neighbours,
                (_, true) => (references - weights[i]) / (all - weights[i]),
                _ => neighbours / (all - weights[i]),
            }),
        ];
    }

    /// <summary>Local shares of the reference points, NaN without neighbours; a row is a block of points.</summary>
    private sealed class Locals(MFunctionKernel kernel) : IReplicateJob<RowChunks>
    {
        public string Stage => "counting neighbours";

        public int Replicates => kernel._references.Length;

        public int BlockSize => 256;

        public RowChunks Run(ReplicateRange range, CancellationToken cancellationToken)
        {
            int width = kernel._radii.Count;
            double[] locals = new double[range.Count * width];
            double[] numerator = new double[width];
            double[] denominator = new double[width];
            List<(int Position, double Distance)> found = [];
            for (int i = 0; i < range.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int point = kernel._references[range.First + i];
                kernel._sums.Gather(point, numerator, denominator, found);
                for (int bin = 0; bin < width; bin++)
                {
                    locals[(i * width) + bin] = numerator[bin] / denominator[bin];
                }
            }

            return new RowChunks([locals]);
        }
    }
}

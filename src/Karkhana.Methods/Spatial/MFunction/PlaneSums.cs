using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Spatial;

/// <summary>Weights of the neighbours on a plane, over points in blocks, those of the numerator apart from those of the
/// denominator.</summary>
internal sealed class PlaneSums : NeighbourSums
{
    private readonly PointPattern _points;
    private readonly BlocksOfSome _numerators;
    private readonly BlocksOfSome _denominators;
    private readonly SquaredRadii _radii;

    public PlaneSums(PointPattern points, IReadOnlyList<double> distances, (bool[] Numerator, bool[]? Denominator) counting)
    {
        _points = points;
        _radii = new SquaredRadii(distances);
        int[] order = HilbertOrder.Of(points.X, points.Y);
        _numerators = new BlocksOfSome(points, order, counting.Numerator);
        _denominators = new BlocksOfSome(points, order, counting.Denominator);
    }

    public override void Gather(
        int point, double[] numerator, double[] denominator, List<(int Position, double Distance)> found)
    {
        _numerators.Gather(_points, point, _radii, numerator);
        _denominators.Gather(_points, point, _radii, denominator);
    }

    /// <summary>The blocks of the points that count, and where among them a point stands.</summary>
    private sealed class BlocksOfSome
    {
        private readonly PointBlocks _blocks;
        private readonly int[] _slots;

        /// <param name="points">The points.</param>
        /// <param name="order">The points in an order in which neighbours are near.</param>
        /// <param name="counting">Which of them count; null for all.</param>
        public BlocksOfSome(PointPattern points, int[] order, bool[]? counting)
        {
            int[] some = counting is null ? order : [.. order.Where(i => counting[i])];
            _slots = new int[points.Count];
            Array.Fill(_slots, -1);
            double[] x = new double[some.Length];
            double[] y = new double[some.Length];
            double[] weights = new double[points.Weights.Length > 0 ? some.Length : 0];
            for (int slot = 0; slot < some.Length; slot++)
            {
                _slots[some[slot]] = slot;
                (x[slot], y[slot]) = (points.X[some[slot]], points.Y[some[slot]]);
                if (weights.Length > 0)
                {
                    weights[slot] = points.Weights[some[slot]];
                }
            }

            _blocks = PointBlocks.Of(x, y, weights);
        }

        /// <summary>Cumulates the weights within each radius of a point, the point itself left out.</summary>
        public void Gather(PointPattern points, int centre, SquaredRadii radii, double[] sums)
        {
            Array.Clear(sums);
            _blocks.Gather(points.X[centre], points.Y[centre], _slots[centre], radii, sums);
            Cumulate(sums);
        }
    }
}

using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Spatial;

/// <summary>Adds up kernels of the points near a place.</summary>
internal sealed class KernelDensityKernel
{
    private const double Negligible = 1e-11;

    /// <summary>How far the Gaussian is summed, in bandwidths; beyond the last its double is zero.</summary>
    private static readonly double[] GaussianReaches = [8, 12, 39];

    private readonly double _bandwidth;
    private readonly bool _gaussian;
    private readonly double[] _weights;
    private readonly double _total;
    private readonly PairGrid _grid;
    private readonly PairBuffer _near;

    public KernelDensityKernel(PointPattern points, KernelDensityOptions options)
    {
        _bandwidth = options.Bandwidth;
        _gaussian = options.Kernel == DensityKernel.Gaussian;
        _weights = options.Weighted ? points.WeightsOrOnes() : PointSelection.Ones(PointSelection.Of(points, null, ""));
        _total = Sums.Sum(_weights);
        _grid = new PairGrid(points, new double[points.Count], _weights, _bandwidth * (_gaussian ? GaussianReaches[0] : 1));
        _near = new PairBuffer(_grid.NeighbourCount);
    }

    /// <summary>Gives the density at a place without the point <paramref name="except"/>; −1 leaves out none.</summary>
    public double At(double x, double y, int except)
    {
        (int place, double own) = except < 0 || _weights[except] == 0 ? (-1, 0) : (_grid.PlaceOf[except], _weights[except]);
        return _gaussian
            ? Gaussian(x, y, place, own) / (2 * Math.PI * _bandwidth * _bandwidth)
            : Epanechnikov(x, y, place, own) * 2 / (Math.PI * _bandwidth * _bandwidth);
    }

    private double Gaussian(double x, double y, int place, double own)
    {
        double sum = 0;
        foreach (double reach in GaussianReaches)
        {
            double inside = 0;
            sum = 0;
            int count = Near(x, y, reach * _bandwidth);
            for (int k = 0; k < count; k++)
            {
                double weight = Weight(k, place, own);
                double scaled = Math.Sqrt(_near.Squared[k]) / _bandwidth;
                inside += weight;
                sum += weight * Math.Exp(-0.5 * scaled * scaled);
            }

            if ((_total - own - inside) * Math.Exp(-0.5 * reach * reach) <= Negligible * sum)
            {
                break;
            }
        }

        return sum;
    }

    private double Epanechnikov(double x, double y, int place, double own)
    {
        double sum = 0;
        int count = Near(x, y, _bandwidth);
        for (int k = 0; k < count; k++)
        {
            double scaled = Math.Sqrt(_near.Squared[k]) / _bandwidth;
            sum += Weight(k, place, own) * Math.Max(0, 1 - (scaled * scaled));
        }

        return sum;
    }

    private int Near(double x, double y, double reach) => _grid.Gather(x, y, -1, new Reach(reach, reach * reach), _near);

    private double Weight(int k, int place, double own)
    {
        int other = _near.Places[k];
        return other == place ? _grid.Neighbour[other] - own : _grid.Neighbour[other];
    }
}

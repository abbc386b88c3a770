using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Networks;

/// <summary>Potentials in a network of unit resistors: solves L x = b for the Laplacian L = D − A of a connected
/// network.</summary>
/// <remarks>
/// Conjugate gradients, each equation scaled by its degree; b must add up to 0, and x is turned to mean 0. Linear
/// memory. Cost: ties times iterations; not safe for several threads.
/// </remarks>
internal sealed class PotentialSolver(Graph merged)
{
    private const double Exact = 1e-14;
    private const double Enough = 1e-9;

    private readonly double[] _potentials = new double[merged.NodeCount];
    private readonly double[] _residuals = new double[merged.NodeCount];
    private readonly double[] _scaled = new double[merged.NodeCount];
    private readonly double[] _direction = new double[merged.NodeCount];
    private readonly double[] _product = new double[merged.NodeCount];

    /// <summary>Gets the last potentials.</summary>
    public ReadOnlySpan<double> Potentials => _potentials;

    /// <summary>Solves for currents that enter (positive) and leave at nodes.</summary>
    /// <returns>Whether the equations hold but for rounding.</returns>
    public bool Solve(ReadOnlySpan<double> currents)
    {
        int n = merged.NodeCount;
        Array.Clear(_potentials);
        currents.CopyTo(_residuals);
        double target = Exact * Exact * Sums.Dot(currents, currents);
        double scaled = Scale();
        _scaled.CopyTo(_direction.AsSpan());
        double size = Sums.Dot(_residuals, _residuals);
        for (int step = 0; step < (10 * n) + 100 && size > target; step++)
        {
            MultiplyDirection();
            double length = scaled / Sums.Dot(_direction, _product);
            for (int i = 0; i < n; i++)
            {
                _potentials[i] += length * _direction[i];
                _residuals[i] -= length * _product[i];
            }

            double next = Scale();
            double turn = next / scaled;
            scaled = next;
            for (int i = 0; i < n; i++)
            {
                _direction[i] = _scaled[i] + (turn * _direction[i]);
            }

            size = Sums.Dot(_residuals, _residuals);
        }

        double mean = Sums.Mean(_potentials);
        for (int i = 0; i < n; i++)
        {
            _potentials[i] -= mean;
        }

        return size <= Enough * Enough * Sums.Dot(currents, currents);
    }

    private double Scale()
    {
        for (int i = 0; i < _scaled.Length; i++)
        {
            _scaled[i] = _residuals[i] / merged.Targets(i).Length;
        }

        return Sums.Dot(_residuals, _scaled);
    }

    private void MultiplyDirection()
    {
        for (int i = 0; i < _product.Length; i++)
        {
            double sum = 0;
            foreach (int target in merged.Targets(i))
            {
                sum += _direction[i] - _direction[target];
            }

            _product[i] = sum;
        }
    }
}

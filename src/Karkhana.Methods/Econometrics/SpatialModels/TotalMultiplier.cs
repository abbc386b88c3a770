using Karkhana.Core.Kernels;
using Karkhana.Methods.SparseMatrices;

namespace Karkhana.Methods.Econometrics;

/// <summary>The mean row sum of (I − ρW)⁻¹ and of (I − ρW)⁻¹W for any ρ, as Σ ρᵏ m_k with m_k the mean row sum of Wᵏ.</summary>
/// <remarks>Without islands m_k = 1 and the sum is 1/(1 − ρ). Powers are taken until row sums no longer change; from there on the series
/// is geometric. Cost: links times powers; more than two are needed only where islands are neighbours of others.</remarks>
internal sealed class TotalMultiplier
{
    private const int MostPowers = 5000;
    private const double Settled = 1e-14;

    private readonly List<double> _means = [1];

    public TotalMultiplier(CsrMatrix weights)
    {
        double[] sums = [.. Enumerable.Repeat(1.0, weights.Order)];
        for (bool settled = false; !settled && _means.Count < MostPowers;)
        {
            double[] next = weights.Multiply(sums);
            double change = 0;
            for (int row = 0; row < next.Length; row++)
            {
                change = Math.Max(change, Math.Abs(next[row] - sums[row]));
            }

            settled = change < Settled;
            sums = next;
            _means.Add(Sums.Mean(sums));
        }
    }

    /// <summary>Gives the mean row sum of (I − ρW)⁻¹ and of (I − ρW)⁻¹W.</summary>
    public (double Sum, double SumOfLag) At(double rho)
    {
        double sum = _means[^1] / (1 - rho);
        for (int power = _means.Count - 2; power >= 1; power--)
        {
            sum = _means[power] + (rho * sum);
        }

        return (_means[0] + (rho * sum), sum);
    }
}

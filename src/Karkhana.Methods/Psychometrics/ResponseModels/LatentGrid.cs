using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Nodes and weights that stand for the distribution of the latent variable.</summary>
/// <param name="Nodes">The values of θ, ascending.</param>
/// <param name="Weights">Their weights, which add to 1.</param>
public sealed record LatentGrid(double[] Nodes, double[] Weights)
{
    internal const int MostNodes = 2001;

    /// <summary>Gets the number of nodes.</summary>
    public int Count => Nodes.Length;

    /// <summary>Makes equally spaced nodes on [−range, range], weighted by the normal density and normalised.</summary>
    /// <param name="nodes">The number of nodes, 3 to 2001.</param>
    /// <param name="range">The last node.</param>
    /// <param name="mean">The mean of θ.</param>
    /// <param name="variance">The variance of θ.</param>
    /// <returns>The grid.</returns>
    public static LatentGrid EquallySpaced(int nodes, double range, double mean = 0, double variance = 1)
    {
        Require.Between(nodes, 3, MostNodes, nameof(nodes));
        Require.Positive(range, nameof(range));
        Require.Positive(variance, nameof(variance));
        double[] theta = [.. Enumerable.Range(0, nodes).Select(q => range * ((2.0 * q / (nodes - 1)) - 1))];
        double[] weights = new double[nodes];
        FillNormalWeights(theta, mean, variance, weights);
        return new LatentGrid(theta, weights);
    }

    /// <summary>Gives mean and variance of a distribution over the nodes.</summary>
    /// <param name="posterior">The chances of the nodes, which add to 1.</param>
    internal (double Mean, double Variance) Moments(ReadOnlySpan<double> posterior)
    {
        double mean = Sums.Dot(posterior, Nodes);
        double variance = 0;
        for (int q = 0; q < posterior.Length; q++)
        {
            variance += posterior[q] * (Nodes[q] - mean) * (Nodes[q] - mean);
        }

        return (mean, variance);
    }

    /// <summary>Fills in the normal density at the nodes, normalised.</summary>
    internal static void FillNormalWeights(
        ReadOnlySpan<double> nodes, double mean, double variance, Span<double> weights)
    {
        double nearest = double.PositiveInfinity; // the tails of a narrow distribution would otherwise all underflow together
        foreach (double node in nodes)
        {
            nearest = Math.Min(nearest, (node - mean) * (node - mean));
        }

        for (int q = 0; q < nodes.Length; q++)
        {
            weights[q] = Math.Exp((nearest - ((nodes[q] - mean) * (nodes[q] - mean))) / (2 * variance));
        }

        double total = Sums.Sum(weights);
        for (int q = 0; q < nodes.Length; q++)
        {
            weights[q] /= total;
        }
    }

    /// <summary>Makes the Gauss–Hermite rule of the normal distribution: exact for polynomials below degree 2·nodes.</summary>
    /// <param name="nodes">The number of nodes, 3 to 200.</param>
    /// <param name="mean">The mean of θ.</param>
    /// <param name="variance">The variance of θ.</param>
    /// <returns>The grid.</returns>
    public static LatentGrid GaussHermite(int nodes, double mean = 0, double variance = 1)
    {
        Require.Between(nodes, 3, 200, nameof(nodes));
        Require.Positive(variance, nameof(variance));
        (double[] standard, double[] weights) = GaussHermiteRule.Of(nodes);
        double deviation = Math.Sqrt(variance);
        return new LatentGrid([.. standard.Select(node => mean + (deviation * node))], weights);
    }
}

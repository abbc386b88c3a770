using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Econometrics;

/// <summary>−ln Σ exp(λ'c_i), c the moments of the untreated less the targets: where it is greatest the weights exp(λ'c_i) meet
/// the targets.</summary>
/// <remarks>Its gradient is −Σ w c, minus its second derivatives Σ w cc' − (Σ w c)(Σ w c)', w the weights that add up to 1. Cost: k²/2 per unit.</remarks>
internal sealed class EntropyDual(double[][] columns) : ISmoothObjective
{
    private readonly int _units = columns[0].Length;

    public int Count => columns.Length;

    public double Evaluate(double[] parameters, double[] gradient, double[] information)
    {
        (double[] weights, double logSum) = Weights(parameters);
        double[] means = [.. columns.Select(column => Sums.Dot(weights, column))];
        double[] weighted = new double[_units];
        for (int i = 0; i < Count; i++)
        {
            gradient[i] = -means[i];
            for (int unit = 0; unit < _units; unit++)
            {
                weighted[unit] = weights[unit] * (columns[i][unit] - means[i]);
            }

            for (int j = 0; j <= i; j++)
            {
                information[(i * Count) + j] = information[(j * Count) + i] = Sums.Dot(weighted, columns[j]);
            }
        }

        return -logSum;
    }

    /// <summary>Gives the weights, which add up to 1, and ln Σ exp(λ'c).</summary>
    public (double[] Weights, double LogSum) Weights(double[] parameters)
    {
        double[] index = IndexLikelihood<LogitRow>.Index(columns, parameters);
        double greatest = index.Max();
        double[] weights = [.. index.Select(value => Math.Exp(value - greatest))];
        double sum = Sums.Sum(weights);
        return ([.. weights.Select(weight => weight / sum)], greatest + Math.Log(sum));
    }
}

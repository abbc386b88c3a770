using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Experiments;

/// <summary>The accepted sets of one generation: scores, summaries, distances and weights, in the order of their attempts.</summary>
internal sealed class Particles(int parameters, int summaries)
{
    public List<double[]> Scores { get; } = [];

    public List<double[]> Summaries { get; } = [];

    public List<double> Distances { get; } = [];

    public double[] Weights { get; private set; } = [];

    public int Count => Scores.Count;

    public double EffectiveSize
    {
        get
        {
            double squares = 0;
            foreach (double weight in Weights)
            {
                squares += weight * weight;
            }

            return squares > 0 ? 1 / squares : 0;
        }
    }

    public double MeanDistance
    {
        get
        {
            double mean = 0;
            for (int i = 0; i < Count; i++)
            {
                mean += Weights[i] * Distances[i];
            }

            return mean;
        }
    }

    /// <summary>Takes a row of the job: distance, scores, summaries.</summary>
    public void Add(ReadOnlySpan<double> row)
    {
        Distances.Add(row[0]);
        Scores.Add(row.Slice(1, parameters).ToArray());
        Summaries.Add(row.Slice(1 + parameters, summaries).ToArray());
    }

    /// <summary>Sets the weights from their logarithms, which may be far below zero.</summary>
    public void Weigh(double[] logWeights)
    {
        double greatest = logWeights.Max();
        double[] weights = [.. logWeights.Select(log => Math.Exp(log - greatest))];
        double sum = Sums.Sum(weights);
        Weights = [.. weights.Select(weight => weight / sum)];
    }

    /// <summary>Finds the set at a share of the total weight.</summary>
    public int At(double share)
    {
        double passed = 0;
        for (int i = 0; i < Count - 1; i++)
        {
            passed += Weights[i];
            if (share < passed)
            {
                return i;
            }
        }

        return Count - 1;
    }

    /// <summary>Gives the weighted quantile of values that belong to the sets; NaN if none is known.</summary>
    public double Quantile(IReadOnlyList<double> values, double probability)
    {
        int[] order = [.. Enumerable.Range(0, Count).Where(i => !double.IsNaN(values[i])).OrderBy(i => values[i])];
        if (order.Length == 0)
        {
            return double.NaN;
        }

        double known = order.Aggregate(0.0, (sum, i) => sum + Weights[i]);
        double passed = 0;
        foreach (int i in order)
        {
            passed += Weights[i];
            if (passed >= probability * known)
            {
                return values[i];
            }
        }

        return values[order[^1]];
    }
}

using Karkhana.Core.Execution;
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

    /// <summary>Adds a set with what its run gave.</summary>
    public void Add(double[] scores, double[] given, double distance)
    {
        Distances.Add(distance);
        Scores.Add(scores);
        Summaries.Add(given);
    }

    /// <summary>Adds rows of the job: scores, summaries. Distances are set when it is known how they are measured.</summary>
    public void Add(ReplicateRows rows, RunDistance? measure)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            ReadOnlySpan<double> row = rows.Row(i);
            double[] given = row.Slice(parameters, summaries).ToArray();
            Add(row[..parameters].ToArray(), given, measure?.Of(given) ?? double.NaN);
        }
    }

    /// <summary>Takes some of the sets, in the order of their attempts.</summary>
    public Particles Of(IEnumerable<int> places)
    {
        Particles some = new(parameters, summaries);
        foreach (int place in places)
        {
            some.Add(Scores[place], Summaries[place], Distances[place]);
        }

        return some;
    }

    /// <summary>Takes the nearest sets, in the order of their attempts.</summary>
    public Particles Nearest(int count) => Of([.. Enumerable.Range(0, Count).OrderBy(i => Distances[i]).ThenBy(i => i).Take(count).Order()]);

    /// <summary>Measures all distances.</summary>
    public void Measure(RunDistance measure)
    {
        for (int i = 0; i < Count; i++)
        {
            Distances[i] = measure.Of(Summaries[i]);
        }
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
    public double Quantile(IReadOnlyList<double> values, double probability) => Quantile(values, Weights, probability);

    /// <summary>Gives a weighted quantile; NaN if no value is known.</summary>
    public static double Quantile(IReadOnlyList<double> values, IReadOnlyList<double> weights, double probability)
    {
        int[] order = [.. Enumerable.Range(0, values.Count).Where(i => !double.IsNaN(values[i])).OrderBy(i => values[i])];
        if (order.Length == 0)
        {
            return double.NaN;
        }

        double known = order.Aggregate(0.0, (sum, i) => sum + weights[i]);
        double passed = 0;
        foreach (int i in order)
        {
            passed += weights[i];
            if (passed >= probability * known)
            {
                return values[i];
            }
        }

        return values[order[^1]];
    }
}

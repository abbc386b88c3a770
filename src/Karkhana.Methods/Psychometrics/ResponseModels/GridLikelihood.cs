using System.Runtime.Intrinsics;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The log-likelihood of a respondent's answers at every node of a grid.</summary>
/// <remarks>Works in logarithms throughout: a form of 1,500 answered items has likelihoods far below the least double.
/// Cost: answered items × nodes per respondent.</remarks>
internal sealed class GridLikelihood
{
    // A category that has no chance at a node keeps a finite logarithm, so that ∞ − ∞ cannot arise.
    private const double LeastLogarithm = -745;

    private readonly double[][] _logs; // by item: category × node

    private GridLikelihood(LatentGrid grid, double[][] logs)
    {
        Grid = grid;
        _logs = logs;
    }

    /// <summary>Gets the grid.</summary>
    public LatentGrid Grid { get; }

    /// <summary>Tabulates the category probabilities of all items at all nodes.</summary>
    public static GridLikelihood Of(ItemModel model, ItemParameters items, LatentGrid grid)
    {
        double[][] logs = new double[items.Count][];
        for (int item = 0; item < items.Count; item++)
        {
            logs[item] = ResponseCurves.Tabulate(model, items, item, grid);
            for (int at = 0; at < logs[item].Length; at++)
            {
                logs[item][at] = Math.Max(LeastLogarithm, Math.Log(logs[item][at]));
            }
        }

        return new GridLikelihood(grid, logs);
    }

    /// <summary>Fills in ln P(answers | θ_q) for every node; missing answers contribute nothing.</summary>
    public void Fill(ReadOnlySpan<sbyte> answers, Span<double> logLikelihood)
    {
        logLikelihood.Clear();
        int nodes = Grid.Count;
        for (int item = 0; item < answers.Length; item++)
        {
            if (answers[item] != CategoryResponses.Missing)
            {
                ReadOnlySpan<double> row = _logs[item].AsSpan(answers[item] * nodes, nodes);
                Add(row, logLikelihood);
            }
        }
    }

    /// <summary>Turns log-likelihoods into the posterior over the nodes.</summary>
    /// <returns>The logarithm of the marginal likelihood Σ_q w_q L_q.</returns>
    public double Posterior(Span<double> logLikelihood) => Posterior(logLikelihood, Grid.Weights);

    /// <summary>Turns log-likelihoods into the posterior over the nodes under a prior of the respondent's own.</summary>
    /// <returns>The logarithm of the marginal likelihood Σ_q w_q L_q.</returns>
    public static double Posterior(Span<double> logLikelihood, ReadOnlySpan<double> weights)
    {
        double greatest = double.NegativeInfinity;
        foreach (double value in logLikelihood)
        {
            greatest = Math.Max(greatest, value);
        }

        double total = 0;
        for (int q = 0; q < logLikelihood.Length; q++)
        {
            logLikelihood[q] = weights[q] * Math.Exp(logLikelihood[q] - greatest);
            total += logLikelihood[q];
        }

        for (int q = 0; q < logLikelihood.Length; q++)
        {
            logLikelihood[q] /= total;
        }

        return greatest + Math.Log(total);
    }

    // Each node has its own sum: the order of the additions is the same with and without vectors.
    private static void Add(ReadOnlySpan<double> row, Span<double> sums)
    {
        int q = 0;
        for (; q <= row.Length - Vector256<double>.Count; q += Vector256<double>.Count)
        {
            (Vector256.Create((ReadOnlySpan<double>)sums[q..]) + Vector256.Create(row[q..])).CopyTo(sums[q..]);
        }

        for (; q < row.Length; q++)
        {
            sums[q] += row[q];
        }
    }
}

using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Experiments;

/// <summary>Moves accepted sets to where they would lie had their runs given exactly what was observed (Beaumont, Zhang and Balding 2002).</summary>
internal static class RegressionAdjustment
{
    /// <summary>Adjusts; null when too few sets carry the weight for the number of summaries.</summary>
    /// <remarks>Scores less the fitted effect of the deviation of their run, weights times Epanechnikov's kernel of the distance; what is left is widened by
    /// √((1 + p/n)/(1 − p/n)), p terms and n effective sets, for what fitting takes away.</remarks>
    public static Particles? Of(SearchProblem problem, Particles accepted)
    {
        double[] weights = Weights(accepted);
        int[] used = problem.Used;
        SummaryRegression? regression = SummaryRegression.Fit(used, [.. accepted.Summaries], [.. accepted.Scores], weights, squares: false);
        if (regression is null)
        {
            return null;
        }

        int parameters = problem.Prior.Parameters.Count;
        double[] target = new double[parameters];
        double[] fitted = new double[parameters];
        regression.Predict([.. problem.Observed.Select(summary => summary.Value)], target);
        Particles adjusted = new(parameters, problem.Observed.Count);
        double widening = Widening(weights, used.Length + 1);
        for (int i = 0; i < accepted.Count; i++)
        {
            regression.Predict(accepted.Summaries[i], fitted);
            double[] scores = new double[parameters];
            for (int parameter = 0; parameter < parameters; parameter++)
            {
                scores[parameter] = target[parameter] + (widening * (accepted.Scores[i][parameter] - fitted[parameter]));
            }

            adjusted.Add(scores, accepted.Summaries[i], accepted.Distances[i]);
        }

        adjusted.Weigh([.. weights.Select(weight => Math.Log(weight))]);
        return adjusted;
    }

    // Residuals are smaller than the deviations from the true line, by n − p in n, and the line at the target is itself uncertain, by p in n.
    private static double Widening(double[] weights, int terms)
    {
        double share = terms * weights.Aggregate(0.0, (sum, weight) => sum + (weight * weight));
        return Math.Sqrt((1 + share) / (1 - share));
    }

    private static double[] Weights(Particles accepted)
    {
        double farthest = accepted.Distances.Max() * (1 + 1e-9);
        double[] weights = new double[accepted.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            double kernel = farthest > 0 && double.IsFinite(farthest) ? 1 - (accepted.Distances[i] / farthest) : 1;
            weights[i] = accepted.Weights[i] * kernel;
        }

        double sum = Sums.Sum(weights);
        return [.. weights.Select(weight => weight / sum)];
    }
}

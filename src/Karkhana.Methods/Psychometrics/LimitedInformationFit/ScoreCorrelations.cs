using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Correlations of item scores, pair after pair.</summary>
internal static class ScoreCorrelations
{
    public static double[] Observed(double[][] answers)
    {
        double[][] standard = [.. answers.Select(item => Standard.Scores(item))];
        int divisor = answers[0].Length - 1;
        return Pairs(answers.Length, (item, other) => Sums.Dot(standard[item], standard[other]) / divisor);
    }

    public static double[] Implied(ModelledResponses modelled, MomentSet set)
    {
        double[] weights = modelled.Grid.Weights;
        double[] means = [.. Enumerable.Range(0, modelled.Items).Select(item => Sums.Dot(set.Mean(item), weights))];
        double[] deviations = [.. Enumerable.Range(0, modelled.Items).Select(
            item => Math.Sqrt(Sums.Dot(MomentSet.Powers(modelled, item, 2), weights) - (means[item] * means[item])))];
        double[][] weighted = [.. Enumerable.Range(0, modelled.Items).Select(
            item => set.Mean(item).Zip(weights, (mean, weight) => (mean - means[item]) * weight).ToArray())];
        return Pairs(modelled.Items, (item, other) =>
            Sums.Dot(weighted[item], set.Mean(other)) / (deviations[item] * deviations[other]));
    }

    private static double[] Pairs(int items, Func<int, int, double> correlation) =>
        [.. Enumerable.Range(0, items).SelectMany(item => Enumerable.Range(0, item).Select(other => correlation(item, other)))];
}

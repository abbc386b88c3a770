using Karkhana.Core.Execution;
using MathNet.Numerics.Distributions;

namespace Karkhana.Methods.Experiments;

/// <summary>What weighted sets say of parameters and summaries.</summary>
internal static class PosteriorSummary
{
    /// <summary>The 5 % point of Kolmogorov's distance times the root of the number of draws.</summary>
    private const double KolmogorovFivePercent = 1.3581;

    private const double Tail = 0.025;
    private const int PriorPoints = 2000;

    public static double[][] Values(JointPrior prior, Particles particles)
    {
        double[][] values = new double[particles.Count][];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = new double[prior.Parameters.Count];
            prior.Values(particles.Scores[i], values[i]);
        }

        return values;
    }

    public static IReadOnlyList<ParameterPosterior> Of(JointPrior prior, Particles particles)
    {
        double[][] values = Values(prior, particles);
        List<ParameterPosterior> posteriors = [];
        for (int parameter = 0; parameter < prior.Parameters.Count; parameter++)
        {
            double[] column = [.. values.Select(row => row[parameter])];
            double[] scores = [.. particles.Scores.Select(row => row[parameter])];
            (double mean, double variance) = Moments(column, particles.Weights);
            ParameterPrior believed = prior.Parameters[parameter];
            (_, double after) = Moments([.. column.Select(believed.Even)], particles.Weights);
            double distance = DistanceFromStandardNormal(scores, particles.Weights);
            posteriors.Add(new ParameterPosterior(
                prior.Parameters[parameter].Name, mean, Math.Sqrt(variance), particles.Quantile(column, Tail),
                particles.Quantile(column, 0.5), particles.Quantile(column, 1 - Tail), 1 - (after / Before(believed)), distance,
                distance > KolmogorovFivePercent / Math.Sqrt(particles.EffectiveSize)));
        }

        return posteriors;
    }

    public static IReadOnlyList<PredictiveCheck> Checks(IReadOnlyList<ObservedSummary> targets, IReadOnlyList<double> weights, ReplicateRows predicted)
    {
        List<PredictiveCheck> checks = [];
        for (int summary = 0; summary < targets.Count; summary++)
        {
            ObservedSummary observed = targets[summary];
            double[] simulated = predicted.Column(summary);
            double exceedance = 0;
            double known = 0;
            for (int i = 0; i < simulated.Length; i++)
            {
                if (!double.IsNaN(simulated[i]))
                {
                    known += weights[i];
                    exceedance += weights[i] * Normal.CDF(simulated[i], observed.StandardError, observed.Value);
                }
            }

            exceedance /= known;
            checks.Add(new PredictiveCheck(
                observed.Name, observed.Value, observed.StandardError, Particles.Quantile(simulated, weights, Tail),
                Particles.Quantile(simulated, weights, 0.5), Particles.Quantile(simulated, weights, 1 - Tail), exceedance,
                exceedance is >= Tail and <= 1 - Tail, observed.HeldOut));
        }

        return checks;
    }

    // The variance of the prior itself, cut off as it may be.
    private static double Before(ParameterPrior prior)
    {
        double[] values = [.. Enumerable.Range(0, PriorPoints).Select(point => prior.Even(prior.Quantile((point + 0.5) / PriorPoints)))];
        double[] weights = new double[PriorPoints];
        Array.Fill(weights, 1.0 / PriorPoints);
        return Moments(values, weights).Variance;
    }

    private static (double Mean, double Variance) Moments(double[] values, double[] weights)
    {
        double mean = 0;
        for (int i = 0; i < values.Length; i++)
        {
            mean += weights[i] * values[i];
        }

        double variance = 0;
        for (int i = 0; i < values.Length; i++)
        {
            variance += weights[i] * (values[i] - mean) * (values[i] - mean);
        }

        return (mean, variance);
    }

    private static double DistanceFromStandardNormal(double[] scores, double[] weights)
    {
        int[] order = [.. Enumerable.Range(0, scores.Length).OrderBy(i => scores[i])];
        double below = 0;
        double distance = 0;
        foreach (int i in order)
        {
            double expected = Normal.CDF(0, 1, scores[i]);
            distance = Math.Max(distance, Math.Abs(expected - below));
            below += weights[i];
            distance = Math.Max(distance, Math.Abs(expected - below));
        }

        return distance;
    }
}

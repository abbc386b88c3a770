using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using Karkhana.Learning;
using Karkhana.Methods.Experiments;
using Karkhana.Simulation;
using MathNet.Numerics.Distributions;

namespace Karkhana.Scenarios;

/// <summary>What is believed of the parameters of the model before it is calibrated: the estimates of Learning with their covariance where the
/// study gives them, the ranges of framework 5.10 elsewhere.</summary>
/// <param name="Prior">The joint prior.</param>
/// <param name="Notes">Which parameters come from estimates.</param>
internal sealed record StudyPriors(JointPrior Prior, IReadOnlyList<Note> Notes)
{
    /// <summary>An estimate whose interval leaves less than this within the range of the model says that the model does not fit; its range is used instead.</summary>
    private const double LeastWithin = 0.01;

    private static readonly Dictionary<string, string> Estimated = new(StringComparer.Ordinal)
    {
        [nameof(ClusterParameters.CostScale)] = ChannelScales.Cost,
        [nameof(ClusterParameters.IncentiveScale)] = ChannelScales.Incentive,
        [nameof(ClusterParameters.EffectivenessScale)] = ChannelScales.Effectiveness,
        [nameof(ClusterParameters.AbsorptionScale)] = ChannelScales.Absorption,
    };

    /// <summary>Makes the priors of some parameters.</summary>
    /// <param name="names">The names of <see cref="ModelParameter.All"/> that may vary.</param>
    /// <param name="scales">What Learning estimated, or null.</param>
    /// <returns>The priors.</returns>
    public static StudyPriors Of(IReadOnlyList<string> names, ChannelScalesResult? scales)
    {
        List<Note> notes = [];
        ParameterPrior[] priors = [.. names.Select(name => PriorOf(name, scales, notes))];
        double[,] correlations = new double[names.Count, names.Count];
        for (int i = 0; i < names.Count; i++)
        {
            for (int j = 0; j < names.Count; j++)
            {
                correlations[i, j] = i == j ? 1 : CorrelationOf(priors[Math.Min(i, j)], priors[Math.Max(i, j)], scales);
            }
        }

        return new StudyPriors(new JointPrior(priors, correlations), notes);
    }

    private static ParameterPrior PriorOf(string name, ChannelScalesResult? scales, List<Note> notes)
    {
        ParameterPrior range = ModelParameter.Find(name).Prior;
        if (scales is null || !Estimated.TryGetValue(name, out string? term))
        {
            return range;
        }

        int position = scales.Terms.ToList().IndexOf(term);
        (double mean, double error) = (scales.Estimates[position], scales.StandardError(position));
        double within = Normal.CDF(mean, error, range.High) - Normal.CDF(mean, error, range.Low);
        if (within < LeastWithin)
        {
            notes.Add(new Note("estimate-outside-model", Severity.Warning, FormattableString.Invariant(
                $"The answers put the scale of {term} at {mean:0.00} (standard error {error:0.00}), outside what the model allows ({range.Low} to {range.High}). The range was used instead; this part of the model does not fit the study.")));
            return range;
        }

        notes.Add(new Note("estimate-as-prior", Severity.Information, FormattableString.Invariant(
            $"The scale of {term} enters as {mean:0.00} with standard error {error:0.00}, estimated on {scales.Firms} firms and cut off at {range.Low} and {range.High}.")));
        return range with { Shape = PriorShape.Normal, Mean = mean, StandardDeviation = error };
    }

    private static double CorrelationOf(ParameterPrior first, ParameterPrior second, ChannelScalesResult? scales)
    {
        if (scales is null || first.Shape != PriorShape.Normal || second.Shape != PriorShape.Normal)
        {
            return 0;
        }

        List<string> terms = [.. scales.Terms];
        (int i, int j) = (terms.IndexOf(Estimated[first.Name]), terms.IndexOf(Estimated[second.Name]));
        return scales.Covariance[i, j] / (scales.StandardError(i) * scales.StandardError(j));
    }
}

using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Methods.Econometrics;

/// <summary>Whether the means of several groups differ.</summary>
public static class OneWayAnalysisOfVariance
{
    internal const string Source =
        "Fisher 1925, Statistical Methods for Research Workers; Welch 1951, doi:10.1093/biomet/38.3-4.330; Hays 1963, Statistics for Psychologists";

    /// <summary>Tests equal means.</summary>
    /// <remarks>
    /// Pooled: F = mean square between over mean square within, k − 1 and N − k degrees of freedom. Welch: with w_g = n_g/s_g²,
    /// W = Σw, x̃ = Σ w x̄/W and Λ = Σ (1 − w/W)²/(n_g − 1), F = [Σ w (x̄ − x̃)²/(k − 1)]/[1 + 2(k − 2)Λ/(k² − 1)], k − 1 and
    /// (k² − 1)/(3Λ) degrees of freedom. Effect sizes: η² = SS between/SS total; ω² = (SS between − (k − 1) MS within)/(SS
    /// total + MS within), free of most of the bias. Assumes independent values and means that are near normal; pooled also
    /// one variance. Cost: one pass.
    /// Source: Fisher 1925; Welch 1951, doi:10.1093/biomet/38.3-4.330; Hays 1963 (ω²). Agrees with: R 4.2 oneway.test,
    /// relative 1e-10.
    /// </remarks>
    /// <param name="sample">Values of at least two groups.</param>
    /// <param name="options">Variances.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The test with means and effect sizes.</returns>
    /// <exception cref="ArgumentException">Fewer than two groups, no group of two values, or with welch a group that has one
    /// value or does not vary.</exception>
    public static OneWayAnalysisOfVarianceResult Estimate(
        GroupedValues sample,
        OneWayAnalysisOfVarianceOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new OneWayAnalysisOfVarianceOptions();
        bool welch = options.Variance == VarianceAssumption.Welch;
        GroupedObservations groups = GroupedObservations.Of(sample, leastSize: welch ? 2 : 1);
        Require.That(groups.Pooled.Length > groups.Count, nameof(sample), "must hold a group of at least two values; every group has one");
        IReadOnlyList<double> variances = groups.Variances;
        int constant = welch ? variances.ToList().IndexOf(0) : -1;
        Require.That(constant < 0, nameof(sample), constant < 0 ? "" : $"must vary within each group with welch; group {groups.Groups.Codes[constant]} does not");
        OneWayVariance variance = new(groups.Pooled, groups.Groups);
        (double statistic, double within) = welch ? Welch(groups, variances) : (variance.Statistic, variance.DegreesWithin);
        double squaresBetween = ((variance.BetweenComponent * variance.MeanSize) + variance.MeanSquareWithin) * variance.DegreesBetween;
        double total = squaresBetween + (variance.MeanSquareWithin * variance.DegreesWithin);
        bool varies = GroupedObservations.Varies(groups.Pooled);
        return new OneWayAnalysisOfVarianceResult
        {
            Groups = groups.Groups.Codes,
            Sizes = groups.Sizes,
            Means = groups.Means,
            Deviations = [.. variances.Select(Math.Sqrt)],
            Statistic = statistic,
            DegreesBetween = groups.Count - 1,
            DegreesWithin = within,
            PValue = FisherF.UpperTail(statistic, groups.Count - 1, within),
            EtaSquared = squaresBetween / total,
            OmegaSquared = (squaresBetween - (variance.DegreesBetween * variance.MeanSquareWithin)) / (total + variance.MeanSquareWithin),
            Notes =
            [
                .. groups.Notes,
                .. varies ? Array.Empty<Note>() : [new Note("no-variation", Severity.Warning, "All values are equal; nothing can be compared.")],
            ],
            Provenance = new Provenance(
                "econometrics.one-way-analysis-of-variance", $"variance = {options.Variance}", Source),
        };
    }

    private static (double Statistic, double Degrees) Welch(GroupedObservations groups, IReadOnlyList<double> variances)
    {
        double count = groups.Count;
        double[] weights = [.. variances.Select((variance, group) => groups.Sizes[group] / variance)];
        double[] means = [.. groups.Means];
        double all = Sums.Sum(weights);
        double centre = Sums.Dot(weights, means) / all;
        double between = Sums.Sum([.. weights.Select((weight, group) => weight * (means[group] - centre) * (means[group] - centre))]);
        double uncertainty = Sums.Sum([.. weights.Select(
            (weight, group) => (1 - (weight / all)) * (1 - (weight / all)) / (groups.Sizes[group] - 1))]);
        double squared = (count * count) - 1;
        return (
            between / (count - 1) / (1 + (2 * (count - 2) * uncertainty / squared)),
            squared / (3 * uncertainty));
    }
}

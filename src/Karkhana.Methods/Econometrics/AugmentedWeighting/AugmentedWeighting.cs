using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Differences between treated and untreated units by a model of treatment and models of the outcome, either of which may be
/// wrong.</summary>
public static class AugmentedWeighting
{
    internal const string Source =
        "Robins, Rotnitzky & Zhao 1994, doi:10.1080/01621459.1994.10476818; Chernozhukov et al. 2018, doi:10.1111/ectj.12097; Crump, Hotz, Imbens & Mitnik 2009, doi:10.1093/biomet/asn055; Rosenbaum 2002, doi:10.1214/ss/1042727942";

    /// <summary>Estimates the differences.</summary>
    /// <remarks>
    /// Units are dealt into parts, clusters never split. For each part, a ridge logit e and ridge lines m₁, m₀ are fitted on the other parts.
    /// Units with e outside [trim, 1 − trim] are left out, which changes whom the differences are about. att = mean over the treated of y − m₀
    /// less Σ_c e/(1 − e)(y − m₀)/Σ_c e/(1 − e). ate = mean(m₁ − m₀) + Σ_t (y − m₁)/e / Σ_t 1/e − Σ_c (y − m₀)/(1 − e) / Σ_c 1/(1 − e).
    /// Standard errors from the contributions of the units, added up by cluster; Student's t with clusters − 1 degrees of freedom, normal without clusters. With few
    /// clusters that were treated as wholes, a p-value from permuting their treatment and doing everything anew (the smaller tail doubled).
    /// Assumes that nothing left out drives both treatment and outcome and that units do not change each other's outcome.
    /// Cost: folds × (a logit + two regressions), times permutations. Source: framework A.3; Robins, Rotnitzky and Zhao 1994,
    /// doi:10.1080/01621459.1994.10476818; Chernozhukov et al. 2018, doi:10.1111/ectj.12097.
    /// Agrees with: the known difference of simulated units within its error.
    /// </remarks>
    /// <param name="sample">The units with outcome.</param>
    /// <param name="options">Covariates, parts, ridge, trimming, permutations.</param>
    /// <param name="execution">Workers and progress of the permutations.</param>
    /// <param name="cancellationToken">Looked at between permutations.</param>
    /// <returns>The differences.</returns>
    /// <exception cref="ArgumentException">Fewer than two units are treated or untreated, covariates tell them apart without error, clusters do not leave both kinds to every
    /// part, or trimming leaves fewer than two of a kind.</exception>
    public static AugmentedWeightingResult Estimate(
        TreatmentSample sample, AugmentedWeightingOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        TreatmentDesign design = TreatmentDesign.Of(sample, options, needsOutcome: true);
        PropensityModel.RequireOverlap(design, cancellationToken);
        (int[] Of, int Count) clusters = design.Groups is { } groups ? (groups.ByRow, groups.Count) : ([.. Enumerable.Range(0, design.Units)], design.Units);
        AugmentedFit? fit = AugmentedFit.Of(
            design, design.Treatment, clusters, options, new RandomStream(options.Seed, RandomPurpose.CrossFitting, 0));
        Require.That(fit is not null, "treatment", FormattableString.Invariant(
            $"must leave at least two treated and two untreated units to the other parts of every part and inside [{options.Trim}, {1 - options.Trim}] after trimming; it did not, so there is too little overlap, or too few clusters, to compare"));
        return Result(design, fit!, options, Permute(design, fit!, options, execution, cancellationToken));
    }

    private static AugmentedWeightingResult Result(
        TreatmentDesign design, AugmentedFit fit, AugmentedWeightingOptions options, (double Att, double Ate, Note[] Notes) permutation)
    {
        double[] weights = new double[design.Units];
        foreach (int unit in fit.Kept)
        {
            weights[unit] = design.Treatment[unit] == 1 ? 1 : fit.Models.Scores[unit] / (1 - fit.Models.Scores[unit]);
        }

        BalanceTable balance = BalanceTable.Of(design, weights, squares: true);
        double size = Influence.EffectiveSize(weights, design.Controls);
        double degrees = design.Groups is { } groups ? groups.Count - 1 : double.PositiveInfinity;
        return new AugmentedWeightingResult
        {
            Differences = new CoefficientTable(
                ["att", "ate"], [fit.Contrast.Att, fit.Contrast.Ate],
                [Influence.StandardError(fit.Contrast.AttContributions, design.Groups), Influence.StandardError(fit.Contrast.AteContributions, design.Groups)],
                [degrees, degrees], options.Level),
            PermutationPValues = [permutation.Att, permutation.Ate],
            Scores = fit.Models.Scores,
            Parts = fit.Parts,
            Trimmed = design.Units - fit.Kept.Length,
            EffectiveSampleSize = size,
            Balance = balance,
            Rows = design.Design.Rows,
            Notes =
            [
                .. design.Notes(), .. TrimNotes(design, fit, options), .. balance.Notes(), .. Influence.EffectiveSizeNotes(size), .. permutation.Notes,
            ],
            Provenance = new Provenance(
                "econometrics.augmented-weighting",
                FormattableString.Invariant(
                    $"terms = [{string.Join(", ", options.Terms)}], folds = {options.Folds}, ridge = {options.Ridge}, trim = {options.Trim}, level = {options.Level}, permutations = {options.Permutations}"),
                Source,
                options.Seed),
        };
    }

    private static IEnumerable<Note> TrimNotes(TreatmentDesign design, AugmentedFit fit, AugmentedWeightingOptions options)
    {
        int trimmed = design.Units - fit.Kept.Length;
        if (trimmed > 0)
        {
            int treated = design.Treated.Length - fit.Kept.Count(unit => design.Treatment[unit] == 1);
            yield return new Note("trimmed", Severity.Warning, FormattableString.Invariant(
                $"{trimmed} of {design.Units} units ({treated} treated) have a probability of treatment outside [{options.Trim}, {1 - options.Trim}] and were left out; the differences are about the others."));
        }
    }

    private static (double Att, double Ate, Note[] Notes) Permute(
        TreatmentDesign design, AugmentedFit fit, AugmentedWeightingOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        if (design.Groups is not { } groups || groups.Count >= options.FewClusters || options.Permutations == 0)
        {
            return (double.NaN, double.NaN, []);
        }

        string few = FormattableString.Invariant($"Only {groups.Count} clusters: standard errors are too small.");
        if (!ClusterPermutation.TreatsClusters(design, groups))
        {
            return (double.NaN, double.NaN, [new Note("few-clusters", Severity.Warning, few + " Treatment varies within clusters, so that they were not permuted.")]);
        }

        ReplicateRows draws = ReplicateEngine.Local.Execute(new ClusterPermutation(design, groups, options), execution, cancellationToken);

        // The smaller tail doubled: with treated clusters of other sizes than the untreated the permuted differences are not symmetric about 0.
        double PValue(double estimate, int column) => PermutationPValue.Of(estimate, draws.Column(column), Alternative.TwoSided);
        return (PValue(fit.Contrast.Att, 0), PValue(fit.Contrast.Ate, 1), [new Note("few-clusters", Severity.Warning, few + " Read the p-value of the permutations.")]);
    }
}

using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Each treated unit beside a mean of the untreated ones near it.</summary>
public static class KernelMatching
{
    internal const string Source =
        "Heckman, Ichimura & Todd 1998, doi:10.1111/1467-937X.00044; Abadie & Imbens 2008, doi:10.3982/ECTA6474";

    /// <summary>Estimates the difference for the treated.</summary>
    /// <remarks>
    /// p from a logit. att = mean over the treated of y − Σ_c K((p_c − p)/h) y_c/Σ_c K(…). Treated units without a control in reach are
    /// left out and counted. Standard error and percentile limits by the bootstrap, the logit fitted anew on each sample; unlike
    /// for the nearest neighbour, the bootstrap is sound here. Assumes what weighting does.
    /// Cost: replicates × (a logit + pairs within the bandwidth). Source: Heckman, Ichimura and Todd 1998,
    /// doi:10.1111/1467-937X.00044; Abadie and Imbens 2008, doi:10.3982/ECTA6474 (bootstrap).
    /// Agrees with: the definition, written as a loop over all pairs, relative 1e-12.
    /// </remarks>
    /// <param name="sample">The units with outcome.</param>
    /// <param name="options">Covariates, kernel, bandwidth, bootstrap.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between samples.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="ArgumentException">Fewer than two units are treated or untreated, covariates tell them apart without error, or no
    /// control is within the bandwidth of a treated unit.</exception>
    public static KernelMatchingResult Estimate(
        TreatmentSample sample, KernelMatchingOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        TreatmentDesign design = TreatmentDesign.Of(sample, options, needsOutcome: true);
        PropensityModel model = PropensityModel.Of(design, options.Ridge, cancellationToken);
        KernelWeights kernel = new(options.Kernel, options.Bandwidth);
        double[] weights = kernel.Of(model.Scores, design, [.. Enumerable.Repeat(1, design.Units)]);
        int matched = design.Treated.Count(unit => weights[unit] > 0);
        Require.That(matched > 0, "bandwidth", FormattableString.Invariant(
            $"must reach a control of at least one treated unit; {options.Bandwidth} reached none, so there is no overlap"));
        EffectBootstrap bootstrap = new(new BootstrapSample(sample.Covariates), design.Design.Rows, options.Interval, options.Resampling);
        EffectTable effects = bootstrap.Of(
            ["att"], [Difference(design, weights)], counts => [OfSample(design, counts, kernel, options)], execution, cancellationToken);
        double size = Influence.EffectiveSize(weights, design.Controls);
        BalanceTable balance = BalanceTable.Of(design, weights, squares: true);
        return new KernelMatchingResult
        {
            Effects = effects,
            MatchedTreated = matched,
            EffectiveSampleSize = size,
            Weights = weights,
            Balance = balance,
            Rows = design.Design.Rows,
            Notes =
            [
                .. design.Notes(), .. model.Notes, .. UnmatchedNotes(design, matched), .. balance.Notes(), .. Influence.EffectiveSizeNotes(size),
                .. bootstrap.Notes(effects),
            ],
            Provenance = new Provenance(
                "econometrics.kernel-matching",
                FormattableString.Invariant(
                    $"terms = [{string.Join(", ", options.Terms)}], kernel = {options.Kernel}, bandwidth = {options.Bandwidth}, ridge = {options.Ridge}, level = {options.Level}, samples = {options.Replicates}"),
                Source,
                options.Seed),
        };
    }

    private static double Difference(TreatmentDesign design, double[] weights) =>
        BalanceTable.Mean(design.Outcome, weights, design.Treated) - BalanceTable.Mean(design.Outcome, weights, design.Controls);

    private static double OfSample(TreatmentDesign design, int[] counts, KernelWeights kernel, KernelMatchingOptions options)
    {
        bool both = design.Treated.Any(unit => counts[unit] > 0) && design.Controls.Any(unit => counts[unit] > 0);
        if (!both)
        {
            return double.NaN;
        }

        BinaryFit fit = BinaryFit.Fit(
            design.Design.Columns, true, design.Treatment, [.. counts.Select(count => (double)count)], (BinaryLink.Logit, options.Ridge));
        return Difference(design, kernel.Of(fit.Probabilities, design, counts));
    }

    private static IEnumerable<Note> UnmatchedNotes(TreatmentDesign design, int matched)
    {
        if (matched < design.Treated.Length)
        {
            yield return new Note("unmatched", Severity.Warning, FormattableString.Invariant(
                $"{design.Treated.Length - matched} of {design.Treated.Length} treated units have no control within the bandwidth; the difference is about the other {matched}."));
        }
    }
}

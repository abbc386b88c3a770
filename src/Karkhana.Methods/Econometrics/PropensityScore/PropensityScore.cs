using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>How likely each unit was to be treated, given what is known of it.</summary>
public static class PropensityScore
{
    internal const string Source = "Rosenbaum & Rubin 1983, doi:10.1093/biomet/70.1.41; Crump, Hotz, Imbens & Mitnik 2009, doi:10.1093/biomet/asn055";

    private const double Edge = 0.05;

    /// <summary>Estimates the scores.</summary>
    /// <remarks>
    /// Logit of the treatment on the covariates by maximum likelihood (Newton). Covariates that tell treated from untreated
    /// units without error are named; their scores are then 0 and 1 and no comparison can rest on them. Notes tell how many
    /// units lie outside [0.05, 0.95] and outside the range of the other group. Cost: that of a logit.
    /// Source: Rosenbaum and Rubin 1983, doi:10.1093/biomet/70.1.41; Crump, Hotz, Imbens and Mitnik 2009,
    /// doi:10.1093/biomet/asn055 (overlap). Agrees with: glm of R 4.2, relative 1e-6.
    /// </remarks>
    /// <param name="sample">The units.</param>
    /// <param name="options">Covariates, ridge.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <returns>Coefficients and scores.</returns>
    /// <exception cref="ArgumentException">The treatment is not 0 and 1, or fewer than two units are treated or untreated.</exception>
    public static PropensityScoreResult Estimate(
        TreatmentSample sample, PropensityScoreOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        TreatmentDesign design = TreatmentDesign.Of(sample, options, needsOutcome: false);
        BinaryFit fit = BinaryFit.Fit(design.Design, BinaryLink.Logit, options.Ridge, cancellationToken);
        double[] errors = [.. fit.Covariance(options.Ridge).Diagonal().Select(variance => Math.Sqrt(Math.Max(0, variance)))];
        double[] scores = fit.Probabilities;
        return new PropensityScoreResult
        {
            Coefficients = CoefficientTable.Normal(
                design.Design.Terms, fit.Separation?.Mark(fit.Estimates) ?? fit.Estimates, fit.Separation?.MarkErrors(errors) ?? errors, 0.95),
            Rows = design.Design.Rows,
            Scores = scores,
            Notes =
            [
                .. design.Notes(), .. fit.Separation is null ? fit.Ascent.Notes : [fit.Separation.Note(design.Design.Terms, term => design.Design.HasIntercept && term == 0)],
                .. OverlapNotes(design, scores),
            ],
            Provenance = new Provenance(
                "econometrics.propensity-score",
                FormattableString.Invariant($"terms = [{string.Join(", ", options.Terms)}], ridge = {options.Ridge}"),
                Source),
        };
    }

    private static IEnumerable<Note> OverlapNotes(TreatmentDesign design, double[] scores)
    {
        int extreme = scores.Count(score => score is < Edge or > 1 - Edge);
        double[] treated = [.. design.Treated.Select(unit => scores[unit])];
        double[] controls = [.. design.Controls.Select(unit => scores[unit])];
        (double low, double high) = (Math.Max(treated.Min(), controls.Min()), Math.Min(treated.Max(), controls.Max()));
        int outside = scores.Count(score => score < low || score > high);
        string reach = low <= high
            ? FormattableString.Invariant($"{outside} outside the range that both groups share ({low:0.000} to {high:0.000}).")
            : "and no range of scores is shared by both groups: no unit has one like it in the other group.";
        if (extreme > 0 || outside > 0)
        {
            yield return new Note("overlap", Severity.Information, FormattableString.Invariant(
                $"{extreme} of {scores.Length} scores lie outside [{Edge}, {1 - Edge}], {reach}"));
        }
    }
}

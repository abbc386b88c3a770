using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>How much a coefficient would move if what is not seen were like the controls.</summary>
public static class CoefficientStability
{
    internal const string Source = "Oster 2019, doi:10.1080/07350015.2016.1227711";

    /// <summary>Computes the bounds.</summary>
    /// <remarks>
    /// Short regression of the outcome on the treatment, full one with the controls, on the same rows. r_max = min(1,
    /// multiplier · R²_full); beta_star = b_full − δ(b_short − b_full)(r_max − R²_full)/(R²_full − R²_short); delta_zero is the
    /// δ at which beta_star is 0. This is the linear approximation, exact when the controls relate to treatment and outcome in
    /// the same proportions, not the root of the cubic. Cost: two regressions.
    /// Source: Oster 2019, doi:10.1080/07350015.2016.1227711, section 3.2. Agrees with: lm of R 4.2 and the formula, relative 1e-8.
    /// </remarks>
    /// <param name="sample">The observations.</param>
    /// <param name="options">Outcome, treatment, controls, assumptions.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The bounds.</returns>
    /// <exception cref="ArgumentException">There is no control, the treatment or the outcome does not vary, or there are too few
    /// rows.</exception>
    public static CoefficientStabilityResult Estimate(
        RegressionSample sample, CoefficientStabilityOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        Require.That(options.Controls.Count > 0, nameof(options.Controls), "must name at least one column; it was empty");
        DesignMatrix full = DesignMatrix.Build(sample, new ModelSpecification { Outcome = options.Outcome, Terms = [options.Treatment, .. options.Controls] });
        Require.That(!full.Aliased.Contains(options.Treatment), options.Treatment, "must vary among the complete rows; it was constant");
        RegressionSample complete = sample.Keep(full.Rows, [options.Outcome, options.Treatment, .. options.Controls]);
        Require.That(
            full.Outcome.Any(value => value != full.Outcome[0]), options.Outcome,
            FormattableString.Invariant($"must vary among the complete rows; it was {full.Outcome[0]} in all"));
        (double shortEstimate, double shortR) = Fit(complete, options, [options.Treatment]);
        (double fullEstimate, double fullR) = Fit(complete, options, [options.Treatment, .. options.Controls]);
        double rMax = Math.Min(1, options.RMaxMultiplier * fullR);
        double slope = (shortEstimate - fullEstimate) * (rMax - fullR) / (fullR - shortR);
        return new CoefficientStabilityResult
        {
            EstimateShort = shortEstimate,
            RSquaredShort = shortR,
            EstimateFull = fullEstimate,
            RSquaredFull = fullR,
            RMax = rMax,
            BetaStar = fullEstimate - (options.Delta * slope),
            DeltaZero = fullEstimate / slope,
            Rows = full.Rows,
            Notes = [.. AliasedTerms.Notes(full), .. DesignNotes.Dropped(sample.Data.RowCount - full.Rows.Length, sample.Data.RowCount), .. MovementNotes(slope)],
            Provenance = new Provenance(
                "econometrics.coefficient-stability",
                FormattableString.Invariant(
                    $"outcome = {options.Outcome}, treatment = {options.Treatment}, controls = [{string.Join(", ", options.Controls)}], delta = {options.Delta}, r_max_multiplier = {options.RMaxMultiplier}"),
                Source),
        };
    }

    private static (double Estimate, double RSquared) Fit(RegressionSample sample, CoefficientStabilityOptions options, IReadOnlyList<string> terms)
    {
        OrdinaryLeastSquaresResult fit = OrdinaryLeastSquares.Estimate(
            sample, new OrdinaryLeastSquaresOptions { Model = new ModelSpecification { Outcome = options.Outcome, Terms = terms } });
        return (fit.Coefficients.Estimates[fit.Coefficients.Find(options.Treatment)], fit.Fit.RSquared);
    }

    private static IReadOnlyList<Note> MovementNotes(double slope) => double.IsFinite(slope) && slope != 0
        ? []
        : [new Note(
            "no-movement", Severity.Warning,
            "The controls move neither the coefficient nor R², or R² leaves no room: nothing can be told from them about what is not seen.")];
}

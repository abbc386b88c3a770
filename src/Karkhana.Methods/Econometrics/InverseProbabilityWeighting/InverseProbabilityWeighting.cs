using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Differences between treated and untreated units that were weighted to be alike.</summary>
public static class InverseProbabilityWeighting
{
    internal const string Source =
        "Hirano, Imbens & Ridder 2003, doi:10.1111/1468-0262.00442; Robins, Rotnitzky & Zhao 1994, doi:10.1080/01621459.1994.10476818; Lunceford & Davidian 2004, doi:10.1002/sim.1903; Austin 2011, doi:10.1080/00273171.2011.568786";

    /// <summary>Estimates the differences.</summary>
    /// <remarks>
    /// p from a logit. att: mean of the treated less the mean of the untreated with weights p/(1 − p). ate_hajek: normalised weights 1/p
    /// and 1/(1 − p). ate_horvitz_thompson: mean(Ty/p) − mean((1 − T)y/(1 − p)). ate_doubly_robust: mean(m₁ − m₀ + T(y − m₁)/p −
    /// (1 − T)(y − m₀)/(1 − p)) with a least-squares line for each group. Standard errors from the contributions of the units, for
    /// att and ate_hajek with what the estimated scores take away; by cluster when there is a grouping.
    /// Assumes that nothing left out drives both treatment and outcome, that every unit could have been either, and that
    /// units do not change each other's outcome. Cost: a logit and two regressions.
    /// Source: Hirano, Imbens and Ridder 2003, doi:10.1111/1468-0262.00442; Robins, Rotnitzky and Zhao 1994,
    /// doi:10.1080/01621459.1994.10476818; Lunceford and Davidian 2004, doi:10.1002/sim.1903. Agrees with: glm and lm of R 4.2 with the formulas, relative 1e-5.
    /// </remarks>
    /// <param name="sample">The units with outcome.</param>
    /// <param name="options">Covariates of both models.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <returns>The differences.</returns>
    /// <exception cref="ArgumentException">Fewer than two units are treated or untreated, or covariates tell them apart without
    /// error.</exception>
    public static InverseProbabilityWeightingResult Estimate(
        TreatmentSample sample, InverseProbabilityWeightingOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        TreatmentDesign design = TreatmentDesign.Of(sample, options, needsOutcome: true);
        PropensityModel model = PropensityModel.Of(design, options.Ridge, cancellationToken);
        double[] p = model.Scores;
        double[] odds = design.Weigh(unit => 1, unit => p[unit] / (1 - p[unit]));
        double[] inverse = design.Weigh(unit => 1 / p[unit], unit => 1 / (1 - p[unit]));
        double size = Influence.EffectiveSize(odds, design.Controls);
        BalanceTable balance = BalanceTable.Of(design, odds, squares: false);
        (double doublyRobust, double doublyRobustError) = DoublyRobust(design, p);
        WeightedContrast treated = WeightedContrast.Of(design, p, odds, design.Weigh(unit => 0, unit => 1));
        WeightedContrast hajek = WeightedContrast.Of(design, p, inverse, design.Weigh(unit => p[unit] - 1, unit => p[unit]));
        return new InverseProbabilityWeightingResult
        {
            Att = treated.Estimate,
            AttStandardError = treated.StandardError,
            Hajek = hajek.Estimate,
            HajekStandardError = hajek.StandardError,
            HorvitzThompson = (Sums.Sum([.. design.Treated.Select(unit => design.Outcome[unit] / p[unit])])
                - Sums.Sum([.. design.Controls.Select(unit => design.Outcome[unit] / (1 - p[unit]))])) / design.Units,
            DoublyRobust = doublyRobust,
            DoublyRobustStandardError = doublyRobustError,
            EffectiveSampleSize = size,
            Balance = balance,
            Scores = p,
            Rows = design.Design.Rows,
            Notes = [.. design.Notes(), .. model.Notes, .. balance.Notes(), .. Influence.EffectiveSizeNotes(size), .. LineNotes(doublyRobust)],
            Provenance = new Provenance(
                "econometrics.inverse-probability-weighting",
                FormattableString.Invariant($"terms = [{string.Join(", ", options.Terms)}], ridge = {options.Ridge}"),
                Source),
        };
    }

    private static (double Estimate, double StandardError) DoublyRobust(TreatmentDesign design, double[] p)
    {
        int terms = design.Design.Terms.Length;
        if (design.Treated.Length <= terms || design.Controls.Length <= terms)
        {
            return (double.NaN, double.NaN);
        }

        double[] Line(int[] units) => RidgeRegression.Fit(design.Design.Columns, design.Outcome, units, ridge: 0).Predict(design.Design.Columns);
        double[] treated = Line(design.Treated);
        double[] untreated = Line(design.Controls);
        double[] values = [.. Enumerable.Range(0, design.Units).Select(unit => treated[unit] - untreated[unit]
            + (design.Treatment[unit] == 1
                ? (design.Outcome[unit] - treated[unit]) / p[unit]
                : -(design.Outcome[unit] - untreated[unit]) / (1 - p[unit])))];
        double mean = Sums.Mean(values);
        return (mean, Influence.StandardError([.. values.Select(value => (value - mean) / design.Units)], design.Groups));
    }

    private static IEnumerable<Note> LineNotes(double doublyRobust)
    {
        if (double.IsNaN(doublyRobust))
        {
            yield return new Note(
                "no-outcome-model", Severity.Warning,
                "Treated or untreated units are no more than the terms, so that no line could be drawn among them: the doubly robust difference is not defined.");
        }
    }
}

using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Event study with staggered adoption by cohort-interacted two-way fixed effects.</summary>
public static class StaggeredEventStudy
{
    internal const string Source = "Sun & Abraham 2021, doi:10.1016/j.jeconom.2020.09.006";

    /// <summary>Estimates an effect for each period before and after adoption.</summary>
    /// <remarks>
    /// Outcome on unit effects, period effects, terms and a dummy for every cohort and relative period but the reference;
    /// units that never adopt are the comparison, or those that adopt last when there is none. A relative period's
    /// estimate is the mean of its cohorts' by their rows; effect is the mean over all treated rows from adoption on.
    /// Unlike one dummy per relative period, no cohort is compared with one that is treated already. Covariance clustered
    /// by unit, G/(G − 1)·(n − 1)/(n − K), K = terms and dummies + periods; weights taken as known. Tests by Student's t
    /// with G − 1 degrees of freedom; before-adoption periods jointly by Wald's statistic and Hotelling's F of it. Assumes parallel trends and no
    /// anticipation before the reference period. Cost: one regression with cohorts × periods terms.
    /// Source: Sun and Abraham 2021, doi:10.1016/j.jeconom.2020.09.006. Agrees with: fixest 0.14.2 sunab, relative 1e-6.
    /// </remarks>
    /// <param name="sample">The panel with the adoption of each unit.</param>
    /// <param name="options">Outcome, terms, code of never, reference period, level.</param>
    /// <param name="execution">Workers; they share the terms.</param>
    /// <param name="cancellationToken">Looked at between terms.</param>
    /// <returns>The event study.</returns>
    /// <exception cref="ArgumentException">A unit has two adoption periods or two rows in a period, or no cohort can be
    /// compared.</exception>
    public static StaggeredEventStudyResult Estimate(
        StaggeredSample sample, StaggeredEventStudyOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        ModelSpecification model = new() { Outcome = options.Outcome, Terms = options.Terms, Intercept = false };
        RegressionSample rows = sample.Panel.Absorbing(periods: true);
        CohortDummies dummies = CohortDummies.Of(sample, options, ModelColumns.Read(rows, model, intercept: false).Complete());
        AbsorbedDesign design = AbsorbedDesign.Build(
            rows with
            {
                Data = Table.Of("sample", [.. rows.Data.Columns, .. dummies.Columns()]),
                Weights = dummies.Weights(rows.Weights),
            },
            model with { Terms = [.. options.Terms, .. dummies.Cells.Select(CohortDummies.Name)] });
        AbsorbedFit fit = design.Fit(design.Columns.Outcome, design.Columns.Weights, execution, cancellationToken);
        return Report(options, design, fit, dummies);
    }

    private static StaggeredEventStudyResult Report(
        StaggeredEventStudyOptions options, AbsorbedDesign design, AbsorbedFit absorbed, CohortDummies dummies)
    {
        LeastSquaresFit fit = absorbed.Fit;
        FixedEffectSets sets = design.Sets!;
        ClusterGroups units = new(sets.Codes[0], sets.Levels[0].Length);
        Matrix<double> covariance = AbsorbedCovariance.Clustered(
            fit, [units], fit.TermCount + AbsorbedCovariance.Parameters(sets, [units], AbsorbedCount.NonNested));
        CohortCells cells = new(fit, dummies, design.Rows);
        double[] periods = cells.Periods();
        Matrix<double> weights = Matrix<double>.Build.DenseOfRowArrays(periods.Select(period => cells.Weights(at => at == period)));
        Matrix<double> ofPeriods = weights * covariance * weights.Transpose();
        double[] estimates = [.. weights * Vector<double>.Build.Dense(fit.Estimates)];
        int[] before = [.. Enumerable.Range(0, periods.Length).Where(place => periods[place] < 0)];
        CoefficientTable Table(string[] terms, double[] values, IEnumerable<double> variances) => new(
            terms, values, [.. variances.Select(Math.Sqrt)], [.. Enumerable.Repeat(units.Count - 1.0, terms.Length)], options.Level);
        CoefficientTable Pick(Func<string, bool> which)
        {
            int[] places = [.. Enumerable.Range(0, fit.TermCount).Where(place => which(fit.Design.Terms[place]))];
            return Table([.. places.Select(place => fit.Design.Terms[place])], [.. places.Select(place => fit.Estimates[place])], places.Select(place => covariance[place, place]));
        }

        Vector<double> after = Vector<double>.Build.Dense(cells.Weights(period => period >= 0));
        return new StaggeredEventStudyResult
        {
            Periods = periods,
            Coefficients = Table([.. periods.Select(period => FormattableString.Invariant($"{period}"))], estimates, ofPeriods.Diagonal()),
            Covariance = ofPeriods.ToRowMajorArray(),
            Counts = [.. periods.Select(cells.Count)],
            Effect = Table(["effect"], [after * Vector<double>.Build.Dense(fit.Estimates)], [after * covariance * after]),
            BeforeAdoption = WaldTest.Of([.. before.Select(place => estimates[place])], Square(ofPeriods, before)) with { CovarianceDegrees = units.Count - 1.0 },
            Cohorts = Pick(term => !options.Terms.Contains(term)),
            Terms = Pick(term => options.Terms.Contains(term)),
            Rows = [.. design.Rows.Order()],
            Notes = [.. AbsorbedNotes.Of(design, absorbed), .. dummies.Notes, .. AbsorbedNotes.Clusters([units])],
            Provenance = new Provenance(
                "econometrics.staggered-event-study",
                FormattableString.Invariant(
                    $"outcome = {options.Outcome}, never = {options.Never}, reference_period = {options.ReferencePeriod}, level = {options.Level}"),
                Source),
        };
    }

    private static Matrix<double> Square(Matrix<double> covariance, int[] places) =>
        Matrix<double>.Build.Dense(places.Length, places.Length, (row, column) => covariance[places[row], places[column]]);
}

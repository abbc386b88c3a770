using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>Estimates the equations of the framework on draws of the true scores.</summary>
public static class LearningEquations
{
    /// <summary>The places from which on errors of firms of a place are let go together.</summary>
    public const int LeastPlaces = 8;

    /// <summary>Estimates one equation.</summary>
    /// <remarks>
    /// Least squares on standardised variables, with sampling weights where the sample has them. Scores that are measured with
    /// error enter as plausible values: each draw takes every measured variable of the equation from its distribution given all
    /// that the equation holds, and the draws are combined by Rubin's rules, with the share of variance due to measurement by term. A score whose
    /// reliability in the sample is below 0.4 enters as observed: correcting it would multiply noise. Values that are missing of a variable that
    /// the equation lets be imputed are drawn in the same way, as if observed with no precision.
    /// The draws of an equation are addressed by its outcome and terms: the same equation gives the same numbers wherever it is asked.
    /// Errors: <see cref="ErrorDependence"/>; those in space by Conley with Bartlett weights, never below hc3, with one degree of freedom less than
    /// there are places; those within places with the degrees of freedom of Bell and McCaffrey. Over the draws, degrees of freedom of firms are combined by Barnard
    /// and Rubin's rule, those of places by Satterthwaite's (<see cref="PooledDegrees"/>). With 5 to 19 places terms of interest get a p-value by the restricted
    /// wild cluster bootstrap beside, the median over the draws (<see cref="LearningFit.WildPValues"/>). Associations, not effects. Cost: draws × 8 × (1 + measured variables) small regressions.
    /// Source: framework 3.5; Rubin 1987, doi:10.1002/9780470316696; Mislevy 1991, doi:10.1007/BF02294457; Conley 1999,
    /// doi:10.1016/S0304-4076(98)00084-0; Bell and McCaffrey 2002, Survey Methodology 28(2):169-181; Cameron, Gelbach and Miller 2008,
    /// doi:10.1162/rest.90.3.414; Eekhout, van de Wiel and Heymans 2017, doi:10.1186/s12874-017-0404-7.
    /// </remarks>
    /// <param name="sample">The sample.</param>
    /// <param name="equation">The equation.</param>
    /// <param name="options">Draws, errors, level.</param>
    /// <param name="execution">Workers; the result does not depend on them.</param>
    /// <param name="cancellationToken">Looked at between draws.</param>
    /// <returns>The fit; null where fewer firms than <see cref="EquationOptions.LeastFirms"/>, or fewer than 10 beyond the number of terms,
    /// are complete, or the first term does not vary among them. Later terms that do not vary, or that earlier terms determine, are left out.</returns>
    /// <exception cref="ArgumentException">The sample does not have a variable that the equation names.</exception>
    public static LearningFit? Estimate(
        LearningSample sample, LearningEquation equation, EquationOptions? options = null, ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(equation);
        Require.That(equation.Terms.Count > 0, nameof(equation), "must have at least one term");
        return Estimate(new LearningVariables(sample), equation, options ?? new EquationOptions(), execution, cancellationToken);
    }

    internal static LearningFit? Estimate(
        LearningVariables variables, LearningEquation equation, EquationOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        int[] rows = CompleteRows(variables, equation);
        if (!Suffices(variables, equation, rows, options))
        {
            return null;
        }

        TrueScores scores = new(variables, equation, rows);
        ErrorDependence errors = Resolve(variables.Sample, rows, options.Errors);
        EquationErrors estimator = new(variables.Sample, rows, errors, options);
        EquationRun[] runs = scores.AreKnown
            ? [estimator.Run(equation, scores.Observed())]
            : EquationJob.Run(equation, scores, estimator, rows.Length, options, execution, cancellationToken);
        return Pooled(equation, runs, rows, errors, options);
    }

    internal static bool Suffices(LearningVariables variables, LearningEquation equation, int[] rows, EquationOptions options) =>
        rows.Length >= Math.Max(options.LeastFirms, equation.Terms.Count + 10) && Varies(variables, equation.Terms[0], rows);

    internal static LearningFit Pooled(LearningEquation equation, EquationRun[] runs, int[] rows, ErrorDependence errors, EquationOptions options) =>
        new(
            equation,
            RubinRules.Pool([.. runs.Select(run => (run.Coefficients, run.Covariance))], DegreesFor(errors)),
            rows,
            errors,
            Sums.Mean([.. runs.Select(run => run.RSquared)]),
            MeanResiduals(runs))
        {
            Options = options,
            WildPValues = WildPValues(equation, runs),
        };

    internal static int[] CompleteRows(LearningVariables variables, LearningEquation equation)
    {
        double[][] columns = [.. equation.Variables.Except(equation.Imputed).Prepend(equation.Outcome).Concat(equation.AlsoKnown).Select(variables.Of)];
        return [.. Enumerable.Range(0, variables.Sample.Firms.Count).Where(row => columns.All(column => !double.IsNaN(column[row])))];
    }

    private static bool Varies(LearningVariables variables, string term, int[] rows)
    {
        double[][] factors = [.. LearningEquation.Factors(term).Select(variables.Of)];
        return rows.Select(row => factors.Aggregate(1.0, (product, factor) => product * factor[row])).Distinct().Take(2).Count() == 2;
    }

    internal static ErrorDependence Resolve(LearningSample sample, int[] rows, ErrorDependence asked)
    {
        bool manyPlaces = rows.Select(row => sample.Places[row]).Distinct().Count() >= LeastPlaces;
        Require.That(
            asked != ErrorDependence.InSpace || sample.Points.Count > 0, nameof(EquationOptions.Errors), "in space need a sample with points");
        return asked != ErrorDependence.ByData ? asked
            : sample.Points.Count > 0 ? ErrorDependence.InSpace
            : manyPlaces ? ErrorDependence.WithinPlaces
            : ErrorDependence.Independent;
    }

    // Degrees of freedom that count places are not made fewer by scores that are measured with error.
    private static PooledDegrees DegreesFor(ErrorDependence errors) =>
        errors == ErrorDependence.Independent ? PooledDegrees.BarnardRubin : PooledDegrees.Satterthwaite;

    // A p-value has no standard error to combine: the median over the draws keeps its level (Eekhout, van de Wiel and Heymans 2017).
    private static Dictionary<string, double> WildPValues(LearningEquation equation, EquationRun[] runs) => runs[0].WildPValues.Count == 0
        ? []
        : equation.Tested
            .Select((term, place) => (Term: term, Values: runs.Select(run => run.WildPValues[place]).Where(double.IsFinite).ToArray()))
            .Where(row => row.Values.Length == runs.Length)
            .ToDictionary(row => row.Term, row => Quantiles.Median(row.Values), StringComparer.Ordinal);

    private static double[] MeanResiduals(EquationRun[] runs) =>
        [.. Enumerable.Range(0, runs[0].Residuals.Count).Select(row => Sums.Mean([.. runs.Select(run => run.Residuals[row])]))];
}

using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>How the cost of a unit falls with all that has been made.</summary>
public static class LearningCurve
{
    internal const string Source = "Wright 1936, doi:10.2514/8.155; Argote & Epple 1990, doi:10.1126/science.247.4945.920";

    private const string LogCost = "log_cost";
    private const string LogCumulative = "log_cumulative";

    /// <summary>Fits the curve.</summary>
    /// <remarks>
    /// cost = a·cumulative^b. Log-linear: least squares of ln cost on ln cumulative, terms intercept (ln a) and slope (b).
    /// Nonlinear: least squares of cost itself, terms scale (a) and slope, errors s² (J'J)⁻¹. Progress ratio 2^b: what is left of the
    /// cost when output has doubled; learning rate 1 − 2^b. Tests and limits by Student's t with n − 2 degrees of freedom;
    /// limits of the learning rate are those of b, transformed. Assumes that nothing else that lowers cost grows with
    /// output: prices, scale and time usually do. Cost: n a step, some ten steps.
    /// Source: Wright 1936, doi:10.2514/8.155; Argote and Epple 1990, doi:10.1126/science.247.4945.920.
    /// Agrees with: R 4.2 lm relative 1e-9, nls relative 1e-6.
    /// </remarks>
    /// <param name="history">Cumulative output and cost.</param>
    /// <param name="options">Estimator and level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">Values are missing or not above 0, there are fewer than three rows, or output is the
    /// same in all.</exception>
    public static LearningCurveResult Estimate(
        CostHistory history, LearningCurveOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        options ??= new LearningCurveOptions();
        history.Check();
        LinearModel line = LinearModel.Of(
            new RegressionSample(Table.Of(
                "history",
                Column.Of(LogCost, history.Cost.Select(value => Math.Log(value))),
                Column.Of(LogCumulative, history.Cumulative.Select(value => Math.Log(value))))),
            new ModelSpecification { Outcome = LogCost, Terms = [LogCumulative] });
        Require.That(line.Terms.Count == 2, nameof(history.Cumulative), "must differ between rows by more than rounding");
        return options.Method == LearningCurveMethod.LogLinear ? LogLinear(line, options) : Nonlinear(history, line, options);
    }

    private static LearningCurveResult LogLinear(LinearModel line, LearningCurveOptions options)
    {
        CoefficientTable table = line.Coefficients(level: options.Level);
        return Report(
            table with { Terms = [TermColumns.Constant, LearningCurveResult.Slope] },
            Sums.Dot(line.Numbers.Residuals, line.Numbers.Residuals),
            options,
            []);
    }

    private static LearningCurveResult Nonlinear(CostHistory history, LinearModel line, LearningCurveOptions options)
    {
        PowerCurveFit fit = PowerCurveFit.Of(history.Cumulative, history.Cost, line.Estimates[1]);
        double degrees = history.Cost.Count - 2;
        CoefficientTable table = new(
            ["scale", LearningCurveResult.Slope],
            [fit.Scale, fit.Slope],
            [Math.Sqrt(fit.Covariance[0, 0]), Math.Sqrt(fit.Covariance[1, 1])],
            [degrees, degrees],
            options.Level);
        Note[] notes = fit.Converged
            ? []
            : [new Note(
                "not-converged",
                Severity.Warning,
                FormattableString.Invariant($"The search stopped after {fit.Steps} steps at a residual sum of squares of {fit.Squares:G6}; it may be lowered further."))];
        return Report(table, fit.Squares, options, notes);
    }

    private static LearningCurveResult Report(CoefficientTable table, double squares, LearningCurveOptions options, Note[] notes) => new()
    {
        Coefficients = table,
        ResidualSumOfSquares = squares,
        Notes = [.. notes, .. RisingNotes(table.Estimates[1])],
        Provenance = new Provenance(
            "econometrics.learning-curve", FormattableString.Invariant($"method = {options.Method}, level = {options.Level}"), Source),
    };

    private static IEnumerable<Note> RisingNotes(double slope)
    {
        if (slope > 0)
        {
            yield return new Note(
                "rising-cost",
                Severity.Warning,
                "Cost rises with cumulative output: the learning rate is below 0, and the curve is none of learning.");
        }
    }
}

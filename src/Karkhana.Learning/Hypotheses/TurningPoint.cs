using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>Where an association that bends turns from rising to falling.</summary>
/// <param name="Term">What bends.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Estimate">The value of the term, in standard deviations from its mean, at which the slope is 0.</param>
/// <param name="StandardError">Its standard error by the delta method.</param>
/// <param name="Fieller">Its confidence set by Fieller's method; unbounded where the square cannot be told from 0.</param>
/// <param name="Least">The least value of the term among the firms.</param>
/// <param name="Greatest">The greatest.</param>
/// <param name="PValue">Lind and Mehlum's p-value of an inverted U; NaN where the curve does not turn from rising to falling within the firms.</param>
/// <param name="Firms">The firms behind it.</param>
public sealed record TurningPoint(
    string Term, string Outcome, double Estimate, double StandardError, ConfidenceSet Fieller, double Least, double Greatest, double PValue, int Firms)
{
    /// <summary>Gets a value indicating whether the curve is highest within the values that firms have.</summary>
    public bool IsWithinFirms => !double.IsNaN(PValue);

    internal static TurningPoint? Of(LearningFit fit, string term, IReadOnlyList<double> values)
    {
        string square = $"{term}:{term}";
        if (fit.Coefficients.Find(term) is not (>= 0 and int first) || fit.Coefficients.Find(square) is not (>= 0 and int second))
        {
            return null;
        }

        CoefficientTable table = fit.Coefficients;
        QuadraticSlope curve = new(
            table.Estimates[first], table.Estimates[second], fit.Covariance(term, term), fit.Covariance(term, square), fit.Covariance(square, square),
            Math.Min(table.DegreesOfFreedom[first], table.DegreesOfFreedom[second]));
        (double least, double greatest) = (values.Min(), values.Max());
        bool turns = curve.Square < 0 && curve.Optimum > least && curve.Optimum < greatest;
        return new TurningPoint(
            term, fit.Equation.Outcome, curve.Optimum, curve.OptimumError, curve.Fieller(fit.Options.Level), least, greatest,
            turns ? curve.SlopeTest(least, greatest).PValue : double.NaN, fit.Firms.Count);
    }

    internal static Table ToTable(IReadOnlyList<(string Hypothesis, TurningPoint Turning)> rows) => Table.Of(
        "turning_points",
        Column.Of("hypothesis", rows.Select(row => (string?)row.Hypothesis), "Hypothesis", "Number in the framework."),
        Column.Of("term", rows.Select(row => (string?)row.Turning.Term), "Term", "What bends."),
        Column.Of("outcome", rows.Select(row => (string?)row.Turning.Outcome), "Outcome", "What is explained."),
        Column.Of("n", rows.Select(row => row.Turning.Firms), "Firms", "", "Firms used."),
        Column.Of("estimate", rows.Select(row => row.Turning.IsWithinFirms ? row.Turning.Estimate : double.NaN), "Turning point", "SD", "Value of the term at which the outcome is highest; missing where that is not within the firms.", recommended: true),
        Column.Of("std_error", rows.Select(row => row.Turning.IsWithinFirms ? row.Turning.StandardError : double.NaN), "Standard error", "SD", "By the delta method."),
        Column.Of("conf_low", rows.Select(row => row.Turning.IsWithinFirms ? row.Turning.Fieller.Low : double.NaN), "Low", "SD", "Lower limit by Fieller's method, 95 %; minus infinity where the data bound it nowhere."),
        Column.Of("conf_high", rows.Select(row => row.Turning.IsWithinFirms ? row.Turning.Fieller.High : double.NaN), "High", "SD", "Upper limit by Fieller's method, 95 %."),
        Column.Of("least", rows.Select(row => row.Turning.Least), "Least", "SD", "Least value of the term among the firms."),
        Column.Of("greatest", rows.Select(row => row.Turning.Greatest), "Greatest", "SD", "Greatest value of the term among the firms."),
        Column.Of("p_value", rows.Select(row => row.Turning.PValue), "p", "", "Lind and Mehlum's test of an inverted U."));
}

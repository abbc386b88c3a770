using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>An equation of learning, estimated.</summary>
/// <param name="Equation">The equation.</param>
/// <param name="Pooled">The coefficients over the draws of the true scores, in standard deviations of the outcome per standard
/// deviation of a term (0/1 variables: yes against no; products: of the standardised factors).</param>
/// <param name="Firms">The positions in the sample of the firms used.</param>
/// <param name="Errors">How errors were let depend on each other.</param>
/// <param name="RSquared">The share of variance explained, mean over the draws.</param>
/// <param name="Residuals">One residual per firm used, mean over the draws.</param>
public sealed record LearningFit(
    LearningEquation Equation,
    PooledCoefficients Pooled,
    IReadOnlyList<int> Firms,
    ErrorDependence Errors,
    double RSquared,
    IReadOnlyList<double> Residuals)
{
    /// <summary>Gets how it was estimated.</summary>
    public EquationOptions Options { get; init; } = new();

    /// <summary>Gets the p-values of the terms of interest by the wild cluster bootstrap over places; empty with 20 places or more, and with fewer than
    /// five. Findings are judged by the greater of this and the p-value of the coefficients.</summary>
    public IReadOnlyDictionary<string, double> WildPValues { get; init; } = new Dictionary<string, double>();

    /// <summary>Gets the coefficients.</summary>
    public CoefficientTable Coefficients => Pooled.Coefficients;

    /// <summary>Gives the covariance of two estimates.</summary>
    /// <param name="first">A term.</param>
    /// <param name="second">A term.</param>
    /// <returns>The covariance; NaN when a term was not estimated.</returns>
    public double Covariance(string first, string second)
    {
        (int i, int j) = (Coefficients.Find(first), Coefficients.Find(second));
        return i < 0 || j < 0 ? double.NaN : Pooled.Covariance[(i * Coefficients.Terms.Count) + j];
    }

    /// <summary>Gives the p-value of a term by the wild cluster bootstrap; NaN where it was not tested so.</summary>
    internal double WildPValueOf(string term) => WildPValues.TryGetValue(term, out double value) ? value : double.NaN;

    /// <summary>Gives one row per term.</summary>
    /// <returns>The table <c>equations</c>, of one equation.</returns>
    public Table ToTable()
    {
        int terms = Coefficients.Terms.Count;
        Table coefficients = Coefficients.ToTable("equations");
        return Table.Of("equations",
        [
            Column.Of("equation", Enumerable.Repeat((string?)Equation.Name, terms), "Equation", "Which equation."),
            Column.Of("outcome", Enumerable.Repeat((string?)Equation.Outcome, terms), "Outcome", "What is explained."),
            .. coefficients.Columns,
            Column.Of("share_measurement", Pooled.ShareBetween, "Share due to measurement", "share",
                "Share of the variance of the estimate that comes from scores being measured with error."),
            Column.Of("n", Enumerable.Repeat(Firms.Count, terms), "Firms", "", "Firms used."),
            Column.Of("errors", Enumerable.Repeat((string?)Words.Of(Errors), terms), "Errors", "How errors were let depend on each other."),
        ]);
    }
}

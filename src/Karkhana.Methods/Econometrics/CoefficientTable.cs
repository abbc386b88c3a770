using Karkhana.Core.Tables;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Estimates of named terms with standard errors, tests and intervals.</summary>
/// <param name="Terms">The terms.</param>
/// <param name="Estimates">The coefficients.</param>
/// <param name="StandardErrors">Their standard errors.</param>
/// <param name="DegreesOfFreedom">The degrees of freedom of each t test; infinity for the normal distribution.</param>
/// <param name="Level">The confidence level.</param>
public sealed record CoefficientTable(
    IReadOnlyList<string> Terms,
    IReadOnlyList<double> Estimates,
    IReadOnlyList<double> StandardErrors,
    IReadOnlyList<double> DegreesOfFreedom,
    double Level)
{
    /// <summary>Gets estimate over standard error.</summary>
    public IReadOnlyList<double> Statistics { get; } = [.. Estimates.Zip(
        StandardErrors, (estimate, error) => estimate / error)];

    /// <summary>Gets the two-sided p-values by Student's t.</summary>
    public IReadOnlyList<double> PValues =>
        [.. Statistics.Zip(DegreesOfFreedom, (statistic, degrees) => StudentT.TwoSidedPValue(statistic, degrees))];

    /// <summary>Gets the lower confidence limits.</summary>
    public IReadOnlyList<double> ConfidenceLow => Limits(-1);

    /// <summary>Gets the upper confidence limits.</summary>
    public IReadOnlyList<double> ConfidenceHigh => Limits(1);

    /// <summary>Finds a term.</summary>
    /// <param name="term">The term.</param>
    /// <returns>Its position, or −1.</returns>
    public int Find(string term)
    {
        for (int i = 0; i < Terms.Count; i++)
        {
            if (Terms[i] == term)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Gives one row per term in broom's words.</summary>
    /// <param name="name">The name of the table.</param>
    /// <returns>The table.</returns>
    public Table ToTable(string name) => Table.Of(
        name,
        Column.Of("term", Terms, "Term", "Coefficient name; the constant is called intercept."),
        Column.Of("estimate", Estimates, "Estimate", "", "Coefficient.", recommended: true),
        Column.Of("std_error", StandardErrors, "Standard error", "", "Standard error."),
        Column.Of("statistic", Statistics, "t", "", "Estimate over standard error."),
        Column.Of("p_value", PValues, "p", "", "Two-sided p-value by Student's t."),
        Column.Of("conf_low", ConfidenceLow, "Low", "", "Lower confidence limit."),
        Column.Of("conf_high", ConfidenceHigh, "High", "", "Upper confidence limit."),
        Column.Of("df", DegreesOfFreedom, "df", "", "Degrees of freedom of the test."));

    /// <summary>Makes a table whose tests use the normal distribution.</summary>
    internal static CoefficientTable Normal(
        IReadOnlyList<string> terms, IReadOnlyList<double> estimates, IReadOnlyList<double> errors, double level) =>
        new(terms, estimates, errors, [.. terms.Select(_ => double.PositiveInfinity)], level);

    /// <summary>Makes a table whose tests use the normal distribution, errors from the diagonal of a covariance; estimates that
    /// have no limit are infinite and without error.</summary>
    internal static CoefficientTable Normal(
        IReadOnlyList<string> terms, double[] estimates, Matrix<double> covariance, Separation? separation, double level)
    {
        double[] errors = [.. covariance.Diagonal().Take(terms.Count).Select(variance => Math.Sqrt(Math.Max(0, variance)))];
        return Normal(terms, separation?.Mark(estimates) ?? estimates, separation?.MarkErrors(errors) ?? errors, level);
    }

    private double[] Limits(int sign)
    {
        double tail = (1 + Level) / 2;
        double[] limits = new double[Terms.Count];
        for (int i = 0; i < limits.Length; i++)
        {
            limits[i] = Estimates[i] + (sign * StudentT.Quantile(tail, DegreesOfFreedom[i]) * StandardErrors[i]);
        }

        return limits;
    }
}

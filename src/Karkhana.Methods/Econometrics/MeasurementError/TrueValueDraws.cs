using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Econometrics;

/// <summary>Draws plausible true values of variables measured with error, given the equation that they will enter.</summary>
public static class TrueValueDraws
{
    private const int Cycles = 8;
    private const double LeastShareTrue = 0.01;

    /// <summary>Draws once.</summary>
    /// <remarks>
    /// Model: y = b₀ + Σ b_t Π z + e with e ~ N(0, σ²); each measured regressor z given the other regressors is N(z'g, τ²); observed
    /// = true + error with known variances v. Data augmentation: with the current true values, (b, σ²) and (g, τ²) of each measured
    /// regressor are drawn from their posterior under the flat prior; each true value is then drawn from its normal conditional,
    /// of precision 1/τ² + c²/σ² + 1/v where c is the slope of y in z at the row's other values. So the regression run afterwards on
    /// the draws is neither shrunk by the error of a regressor nor, in products, by that of a moderator. Eight cycles from values
    /// shrunk to their regression; each draw is its own chain, so draws do not depend on each other. Sampling weights do not enter. A value that was not
    /// observed has an infinite error variance: it is drawn from its regression on the other variables and from what the outcome says, with drawn
    /// coefficients, which is proper multiple imputation where values are missing at random. Cost:
    /// 8 · (1 + measured) · n·k². Source: Tanner and Wong 1987, doi:10.1080/01621459.1987.10478458; Mislevy 1991,
    /// doi:10.1007/BF02294457; Rubin 1987, doi:10.1002/9780470316696, chapter 5. Agrees with: the errors-in-variables estimate in the mean over draws (property tests).
    /// </remarks>
    /// <param name="equation">The variables and terms.</param>
    /// <param name="stream">Where the draws come from.</param>
    /// <returns>One list of true values per variable; a known variable as it is.</returns>
    /// <exception cref="ArgumentException">There are not more rows than terms, or not more rows that are observed.</exception>
    public static double[][] Estimate(MeasuredEquation equation, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(equation);
        ArgumentNullException.ThrowIfNull(stream);
        Require.That(
            equation.Rows > equation.Terms.Count + 2, nameof(equation),
            FormattableString.Invariant($"needs more rows than terms; there are {equation.Rows} rows and {equation.Terms.Count} terms"));
        double[][] current = [.. equation.Variables.Select(variable => variable.Observed.ToArray())];
        int[] measured = [.. Enumerable.Range(0, current.Length).Where(
            i => equation.Variables[i].ErrorVariances?.Any(error => error > 0) ?? false)];
        foreach (int variable in measured.OrderDescending())
        {
            current[variable] = Shrunk(equation, current, variable, stream);
        }

        for (int cycle = 0; cycle < (measured.Length == 0 ? 0 : Cycles); cycle++)
        {
            Redraw(equation, current, measured, stream);
        }

        return current;
    }

    private static void Redraw(MeasuredEquation equation, double[][] current, int[] measured, RandomStream stream)
    {
        DrawnRegression outcome = DrawnRegression.Posterior(TermColumns(equation, current), current[0], stream);
        foreach (int variable in measured.OrderDescending())
        {
            if (variable == 0)
            {
                double[] expected = outcome.Fitted(TermColumns(equation, current), equation.Rows);
                Combine(equation.Variables[0], current[0], expected, outcome.Variance, null, null, stream);
                continue;
            }

            double[][] others = Others(equation, current, variable);
            DrawnRegression prior = DrawnRegression.Posterior(others, current[variable], stream);
            (double[] slopes, double[] targets) = Leverage(equation, current, outcome, variable);
            Combine(
                equation.Variables[variable], current[variable], prior.Fitted(others, equation.Rows), prior.Variance, slopes,
                (targets, outcome.Variance), stream);
        }
    }

    // Normal times normal: what the regression expects, what the outcome says, what was observed.
    private static void Combine(
        MeasuredVariable variable, double[] values, double[] expected, double variance, double[]? slopes,
        (double[] Targets, double Variance)? outcome, RandomStream stream)
    {
        for (int row = 0; row < values.Length; row++)
        {
            double error = variable.ErrorVariances![row];
            double noise = stream.NextGaussian(); // drawn for every row, so that one known value moves no other draw
            if (!(error > 0))
            {
                continue;
            }

            double precision = (1 / variance) + (1 / error);
            double mean = (expected[row] / variance) + (variable.Observed[row] / error);
            if (slopes is not null && outcome is { } told)
            {
                precision += slopes[row] * slopes[row] / told.Variance;
                mean += slopes[row] * told.Targets[row] / told.Variance;
            }

            values[row] = (mean / precision) + (noise / Math.Sqrt(precision));
        }
    }

    // y = target + slope · z at each row, with the other variables as they are.
    private static (double[] Slopes, double[] Targets) Leverage(
        MeasuredEquation equation, double[][] current, DrawnRegression outcome, int variable)
    {
        double[] slopes = new double[equation.Rows];
        double[] targets = [.. current[0].Select(value => value - outcome.Estimates[0])];
        for (int term = 0; term < equation.Terms.Count; term++)
        {
            double estimate = outcome.Estimates[term + 1];
            IReadOnlyList<int> factors = equation.Terms[term];
            double[]? other = factors.Count == 1 ? null : current[factors[0] == variable ? factors[1] : factors[0]];
            bool own = factors.Contains(variable);
            for (int row = 0; row < slopes.Length; row++)
            {
                double rest = own ? other?[row] ?? 1 : Product(factors, current, row);
                if (own)
                {
                    slopes[row] += estimate * rest;
                }
                else
                {
                    targets[row] -= estimate * rest;
                }
            }
        }

        return (slopes, targets);
    }

    private static double[] Shrunk(MeasuredEquation equation, double[][] current, int variable, RandomStream stream)
    {
        double[][] others = variable == 0 ? TermColumns(equation, current) : Others(equation, current, variable);
        IReadOnlyList<double> errors = equation.Variables[variable].ErrorVariances!;
        int[] known = [.. Enumerable.Range(0, equation.Rows).Where(row => double.IsFinite(errors[row]))];
        Require.That(
            known.Length > others.Length + 2, equation.Variables[variable].Name,
            FormattableString.Invariant($"must be observed in more rows than there are other variables; it is in {known.Length}, with {others.Length} others"));
        DrawnRegression observed = known.Length == equation.Rows
            ? DrawnRegression.LeastSquares(others, current[variable])
            : DrawnRegression.LeastSquares([.. others.Select(column => At(column, known))], At(current[variable], known));
        double variance = Math.Max(observed.Variance - Sums.Mean([.. known.Select(row => errors[row])]), LeastShareTrue * observed.Variance);
        double[] values = [.. current[variable]];
        if (variance > 0)
        {
            Combine(equation.Variables[variable], values, observed.Fitted(others, equation.Rows), variance, null, null, stream);
        }

        return values;
    }

    private static double[] At(double[] values, int[] rows) => [.. rows.Select(row => values[row])];

    private static double[][] TermColumns(MeasuredEquation equation, double[][] current) =>
        [.. equation.Terms.Select(term => term.Count == 1
            ? current[term[0]]
            : [.. Enumerable.Range(0, equation.Rows).Select(row => Product(term, current, row))])];

    private static double[][] Others(MeasuredEquation equation, double[][] current, int variable) =>
        [.. equation.Terms.SelectMany(term => term).Distinct().Where(other => other != variable).Select(other => current[other])];

    private static double Product(IReadOnlyList<int> factors, double[][] current, int row)
    {
        double product = current[factors[0]][row];
        return factors.Count == 1 ? product : product * current[factors[1]][row];
    }
}

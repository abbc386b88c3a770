using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Cumulative link model for an ordered outcome.</summary>
public static class OrderedRegression
{
    internal const string Source =
        "McCullagh 1980, doi:10.1111/j.2517-6161.1980.tb01109.x; Brant 1990, doi:10.2307/2532457";

    /// <summary>Estimates the coefficients and thresholds.</summary>
    /// <remarks>
    /// P(y ≤ k) = F(threshold_k − x'b), F logistic, normal or 1 − exp(−exp(·)), by maximum likelihood: Newton's steps with
    /// the observed information. A positive coefficient moves mass to higher categories. Tests by the normal distribution.
    /// For the logit, Brant's test asks whether the coefficients are the same at all thresholds. Terms that part the
    /// answers without error are named and their estimates shown as infinite. Assumes independent rows (or clusters) and
    /// coefficients that do not depend on the threshold. Cost: n·(k + 2)² per step, 5 to 8 steps.
    /// Source: McCullagh 1980, doi:10.1111/j.2517-6161.1980.tb01109.x; Brant 1990, doi:10.2307/2532457.
    /// Agrees with: R 4.2 MASS 7.3 polr, relative 1e-4 (polr stops there).
    /// </remarks>
    /// <param name="sample">The observations; weights are numbers of observations.</param>
    /// <param name="options">Model, link, covariance, level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <returns>The regression.</returns>
    /// <exception cref="ArgumentException">The model has an intercept or no term, there is one category only, or there are
    /// too few rows.</exception>
    public static OrderedRegressionResult Estimate(
        RegressionSample sample, OrderedRegressionOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        Require.That(!options.Model.Intercept, "intercept", "must be false: the thresholds take its place");
        DesignMatrix design = DesignMatrix.Build(sample, options.Model with { Intercept = true }); // columns that are constant say nothing
        Require.That(design.Terms.Length > 1, nameof(options.Model.Terms), "must leave a term to estimate");
        double[] categories = [.. design.Outcome.Distinct().Order()];
        Require.That(categories.Length > 1, options.Model.Outcome, FormattableString.Invariant(
            $"must hold two categories among the complete rows; all were {categories[0]}"));
        int[] codes = [.. design.Outcome.Select(value => Array.BinarySearch(categories, value))];
        ScaledColumns scaled = ScaledColumns.Of(design);
        CumulativeLinkFit fit = CumulativeLink.Fit(scaled.Columns[1..], codes, categories.Length, design.Weights, options.Link, cancellationToken);
        return Result((sample, design, scaled), (categories, codes), fit, options, cancellationToken);
    }

    private static OrderedRegressionResult Result(
        (RegressionSample Sample, DesignMatrix Design, ScaledColumns Scaled) data,
        (double[] Categories, int[] Codes) outcome,
        CumulativeLinkFit fit,
        OrderedRegressionOptions options,
        CancellationToken cancellationToken)
    {
        (RegressionSample sample, DesignMatrix design, ScaledColumns scaled) = data;
        int thresholds = outcome.Categories.Length - 1;
        Ascent ascent = fit.Ascent!;
        CumulativeLinkLikelihood likelihood = new(scaled.Columns[1..], outcome.Codes, thresholds + 1, design.Weights, options.Link);
        Matrix<double> covariance = LikelihoodSandwich.Covariance(
            NewtonAscent.Inverse(ascent.Information), () => likelihood.Scores(ascent.Estimates), options.Covariance, sample, design.Rows, design.Weights);
        Matrix<double> map = Map(scaled, thresholds);
        covariance = ScaledColumns.Turn(map, covariance);
        double[] estimates = [.. map * Vector<double>.Build.Dense(ascent.Estimates)];
        string[] names = [.. design.Terms.Skip(1), .. Enumerable.Range(1, thresholds).Select(k => FormattableString.Invariant($"threshold_{k}"))];
        Separation? separation = FindSeparation(scaled, outcome.Codes, ascent, map, thresholds);
        return new OrderedRegressionResult
        {
            Coefficients = CoefficientTable.Normal(names, estimates, covariance, separation, options.Level),
            Covariance = (separation?.MarkCovariance(covariance) ?? covariance).ToRowMajorArray(),
            Fit = new LikelihoodSummary(
                Sums.Sum(design.Weights), fit.LogLikelihood, fit.NullLogLikelihood, names.Length, thresholds),
            Categories = outcome.Categories,
            ParallelTest = options.Link == OrderedLink.Logit && thresholds > 1
                ? ParallelCoefficients.Test(scaled.Columns, outcome.Codes, thresholds + 1, design.Weights, cancellationToken)
                : null,
            Probabilities = Probabilities(scaled, ascent.Estimates, thresholds, options.Link),
            Rows = design.Rows,
            Notes =
            [
                .. DesignNotes.Dropped(sample.Data.RowCount - design.Rows.Length, sample.Data.RowCount),
                .. AliasedTerms.Notes(design),
                .. separation is null ? ascent.Notes : [separation.Note(names, place => place >= design.Terms.Length - 1)],
            ],
            Provenance = new Provenance(
                "econometrics.ordered-regression",
                FormattableString.Invariant(
                    $"outcome = {options.Model.Outcome}, link = {options.Link}, covariance = {options.Covariance}, level = {options.Level}"),
                Source),
        };
    }

    // From thresholds and coefficients of scaled columns to coefficients and thresholds of the columns as they came:
    // t = t' + Σ b_j mean_j. The map of a constant and slopes holds −mean_j/spread_j in its first row.
    private static Matrix<double> Map(ScaledColumns scaled, int thresholds)
    {
        Matrix<double> one = scaled.Map();
        int terms = one.RowCount - 1;
        return Matrix<double>.Build.Dense(terms + thresholds, terms + thresholds, (row, column) =>
        {
            int term = column - thresholds;
            return row < terms
                ? term >= 0 ? one[row + 1, term + 1] : 0
                : term >= 0 ? -one[0, term + 1] : row - terms == column ? 1 : 0;
        });
    }

    private static double[][] Probabilities(ScaledColumns scaled, double[] estimates, int thresholds, OrderedLink link)
    {
        double[] index = IndexLikelihood<LogitRow>.Index(scaled.Columns[1..], estimates[thresholds..]);
        return [.. Enumerable.Range(0, thresholds + 1).Select(k => index.Select(mean => Math.Exp(OrderedInterval.Of(
            link,
            k == 0 ? double.NegativeInfinity : estimates[k - 1] - mean,
            k == thresholds ? double.PositiveInfinity : estimates[k] - mean).LogProbability)).ToArray())];
    }

    // No threshold may move into the interval of a row.
    private static Separation? FindSeparation(ScaledColumns scaled, int[] codes, Ascent ascent, Matrix<double> map, int thresholds)
    {
        double[] index = IndexLikelihood<LogitRow>.Index(scaled.Columns[1..], ascent.Estimates[thresholds..]);
        if (!Separation.IsDoubtful(index) && !Separation.IsDoubtful(ascent.Estimates))
        {
            return null;
        }

        double[] moves = IndexLikelihood<LogitRow>.Index(scaled.Columns[1..], ascent.LastStep[thresholds..]);
        double[] least = [.. codes.Select((code, row) => Math.Min(
            code == thresholds ? double.PositiveInfinity : ascent.LastStep[code] - moves[row],
            code == 0 ? double.PositiveInfinity : moves[row] - ascent.LastStep[code - 1]))];
        double reach = Math.Max(moves.Max(Math.Abs), ascent.LastStep.Take(thresholds).Max(Math.Abs));
        return Separation.Certify(ascent.LastStep, least, reach, _ => Restored(scaled, ascent.LastStep, map, thresholds));
    }

    // Coefficients in units of the spreads, thresholds where all terms are 0.
    private static double[] Restored(ScaledColumns scaled, double[] step, Matrix<double> map, int thresholds)
    {
        double[] restored = [.. map * Vector<double>.Build.Dense(step)];
        int terms = scaled.Columns.Length - 1;
        step.AsSpan(thresholds, terms).CopyTo(restored);
        return restored;
    }
}

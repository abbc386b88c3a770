using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Two-part regression of an outcome that is often 0.</summary>
public static class TwoPartRegression
{
    internal const string Source =
        "Cragg 1971, doi:10.2307/1909582; Duan 1983, doi:10.1080/01621459.1983.10478017; Belotti, Deb, Manning & Norton 2015, doi:10.1177/1536867X1501500102";

    /// <summary>Estimates both parts and what they say together.</summary>
    /// <remarks>
    /// P(y &gt; 0) by a logit on all rows; y where it is above 0 by least squares of ln y, or by gamma quasi-likelihood with log
    /// link. E y = p·S·exp(x'b) with S Duan's mean of exp(residual), exp(σ²/2), or 1 for gamma. Combined change per unit
    /// of x_k: mean of p·m·[(1 − p)a_k + b_k], of which the first part runs through the chance. Errors by the delta method from the
    /// joint sandwich of both parts and S, the terms held as they are. Tests by the normal distribution. Assumes that S does
    /// not depend on the terms: with gamma it need not. Cost: n·k² for the fits, n·k² for the effects.
    /// Source: Cragg 1971, doi:10.2307/1909582; Duan 1983, doi:10.1080/01621459.1983.10478017; Belotti, Deb, Manning and Norton
    /// 2015, doi:10.1177/1536867X1501500102. Agrees with: R 4.2 glm and lm with sandwich 3.0-2 for the two parts, relative 1e-6.
    /// </remarks>
    /// <param name="sample">The observations; weights are numbers of observations.</param>
    /// <param name="options">Model, amount, retransformation, covariance, level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <returns>The regression.</returns>
    /// <exception cref="ArgumentException">An outcome is negative, none or all are 0, a column is missing, or there are too few
    /// rows with an amount.</exception>
    public static TwoPartRegressionResult Estimate(
        RegressionSample sample, TwoPartRegressionOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        TwoPartFit fit = TwoPartFit.Fit(sample, options, cancellationToken);
        ClusterGroups? groups = options.Covariance == TwoPartCovariance.Cluster ? SampleClusters.One(sample, fit.Any.Rows) : null;
        Matrix<double> covariance = fit.Covariance(groups);
        CombinedEffects effects = CombinedEffects.Of(fit, covariance);
        int k = fit.Any.Terms.Length;
        int skipped = fit.Any.HasIntercept ? 1 : 0;
        Separation? separation = fit.Logit.Separation;
        return new TwoPartRegressionResult
        {
            Chance = CoefficientTable.Normal(fit.Any.Terms, fit.Logit.Estimates, covariance, separation, options.Level),
            Amount = CoefficientTable.Normal(
                fit.Amount.Design.Terms, fit.Amount.Estimates, covariance.SubMatrix(k, covariance.RowCount - k, k, covariance.RowCount - k), null, options.Level),
            Combined = CoefficientTable.Normal(fit.Any.Terms[skipped..], effects.Effects[skipped..], effects.StandardErrors[skipped..], options.Level),
            ThroughChance = effects.ThroughChance[skipped..],
            Factor = fit.Amount.Factor,
            Positive = fit.Amount.Design.Rows.Length,
            MeanObserved = MeanObserved(sample, fit, options.Model.Outcome),
            MeanExpected = effects.Mean,
            Rows = fit.Any.Rows,
            Notes = Notes(sample, fit),
            Provenance = new Provenance(
                "econometrics.two-part-regression",
                FormattableString.Invariant(
                    $"outcome = {options.Model.Outcome}, amount = {options.Amount}, retransformation = {options.Retransformation}, covariance = {options.Covariance}, level = {options.Level}"),
                Source),
        };
    }

    private static double MeanObserved(RegressionSample sample, TwoPartFit fit, string outcome)
    {
        IReadOnlyList<double> amounts = sample.Data.Numbers(outcome);
        return Sums.Dot([.. fit.Any.Rows.Select(row => amounts[row])], fit.Any.Weights) / Sums.Sum(fit.Any.Weights);
    }

    private static Note[] Notes(RegressionSample sample, TwoPartFit fit)
    {
        string[] lost = [.. fit.Any.Terms.Except(fit.Amount.Design.Terms)];
        return
        [
            .. DesignNotes.Dropped(sample.Data.RowCount - fit.Any.Rows.Length, sample.Data.RowCount),
            .. AliasedTerms.Notes(fit.Any),
            .. lost.Length == 0
                ? Array.Empty<Note>()
                : [new Note(
                    "aliased-terms",
                    Severity.Warning,
                    $"Left out of the amount, because other terms determine them among the rows with an amount: {string.Join(", ", lost)}. Their combined change runs through the chance alone.")],
            .. fit.Logit.Separation is { } separation
                ? [separation.Note(fit.Any.Terms, term => fit.Any.HasIntercept && term == 0)]
                : fit.Logit.Ascent.Notes,
            .. fit.Amount.Notes,
        ];
    }
}

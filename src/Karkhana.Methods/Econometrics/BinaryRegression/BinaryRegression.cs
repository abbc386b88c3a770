using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Logit and probit regression.</summary>
public static class BinaryRegression
{
    internal const string Source =
        "McFadden 1974, in Frontiers in Econometrics (ed. Zarembka), 105-142; Albert & Anderson 1984, doi:10.1093/biomet/71.1.1; Greene 2018, Econometric Analysis, 8th ed., chapter 17";

    /// <summary>Estimates the coefficients.</summary>
    /// <remarks>
    /// P(y = 1) = F(x'b), F logistic or normal, by maximum likelihood: Newton's steps with the observed information.
    /// Covariance: A⁻¹ with the expected information A = Σ f²/(F(1 − F))xx'; sandwich A⁻¹(Σ s s')A⁻¹ of the scores s;
    /// cluster: scores of a cluster added up, times G/(G − 1). Tests by the normal distribution. Average marginal effect
    /// b_k·mean f(x'b), every term taken for continuous. A term that separates yes from no has no finite estimate: it is
    /// named, shown as infinite and without standard error. With a ridge the log-likelihood is less ridge/2 times the
    /// squares of the slopes of standardised terms, and the intervals ignore the pull towards 0. Assumes independent
    /// rows (or clusters) and a right link. Cost: 5 to 8 passes of n·k²/2.
    /// Source: McFadden 1974; Albert and Anderson 1984, doi:10.1093/biomet/71.1.1; Greene 2018, chapter 17.
    /// Agrees with: R 4.2 glm and sandwich 3.0-2, relative 1e-6 (glm stops there).
    /// </remarks>
    /// <param name="sample">The observations; weights are numbers of observations.</param>
    /// <param name="options">Model, link, covariance, ridge, level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <returns>The regression.</returns>
    /// <exception cref="ArgumentException">The outcome is not 0 and 1, a column is missing, or there are too few
    /// rows.</exception>
    public static BinaryRegressionResult Estimate(
        RegressionSample sample, BinaryRegressionOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        DesignMatrix design = DesignMatrix.Build(sample, options.Model);
        ClusterGroups? groups = options.Covariance == BinaryCovariance.Cluster ? SampleClusters.One(sample, design.Rows) : null;
        BinaryFit fit = BinaryFit.Fit(design, options.Link, options.Ridge, cancellationToken);
        Matrix<double> covariance = Covariance(fit, design, groups, options);
        MarginalEffects effects = MarginalEffects.Of(design, fit, covariance);
        return new BinaryRegressionResult
        {
            Coefficients = CoefficientTable.Normal(design.Terms, fit.Estimates, covariance, fit.Separation, options.Level),
            Covariance = (fit.Separation?.MarkCovariance(covariance) ?? covariance).ToRowMajorArray(),
            Fit = new LikelihoodSummary(
                Sums.Sum(design.Weights), fit.LogLikelihood, NullLogLikelihood(design), design.Terms.Length, design.HasIntercept ? 1 : 0),
            AverageMarginalEffects = effects.Effects,
            AverageMarginalEffectStandardErrors = effects.StandardErrors,
            DensityAtMeans = effects.DensityAtMeans,
            Probabilities = fit.Probabilities,
            Link = options.Link,
            Rows = design.Rows,
            Notes = Notes(sample, design, fit, options),
            Provenance = new Provenance(
                "econometrics.binary-regression",
                FormattableString.Invariant(
                    $"outcome = {options.Model.Outcome}, link = {options.Link}, covariance = {options.Covariance}, ridge = {options.Ridge}, level = {options.Level}"),
                Source),
        };
    }

    private static Matrix<double> Covariance(
        BinaryFit fit, DesignMatrix design, ClusterGroups? groups, BinaryRegressionOptions options) => options.Covariance switch
        {
            BinaryCovariance.Sandwich => fit.Sandwich(design.Outcome, null, options.Ridge),
            BinaryCovariance.Cluster => fit.Sandwich(design.Outcome, groups, options.Ridge) * SampleClusters.Factor(groups!),
            _ => fit.Covariance(options.Ridge),
        };

    // Of the model with a constant only, whether or not the model has one.
    private static double NullLogLikelihood(DesignMatrix design)
    {
        double all = Sums.Sum(design.Weights);
        double yes = Sums.Dot(design.Weights, design.Outcome);
        return (yes * Math.Log(yes / all)) + ((all - yes) * Math.Log((all - yes) / all));
    }

    private static Note[] Notes(RegressionSample sample, DesignMatrix design, BinaryFit fit, BinaryRegressionOptions options) =>
    [
        .. DesignNotes.Dropped(sample.Data.RowCount - design.Rows.Length, sample.Data.RowCount),
        .. AliasedTerms.Notes(design),
        .. fit.Separation is null ? fit.Ascent.Notes : [fit.Separation.Note(design.Terms, term => design.HasIntercept && term == 0, ", or set ridge above 0 (1 is mild)")],
        .. options.Ridge == 0
            ? Array.Empty<Note>()
            : [new Note(
                "ridge",
                Severity.Information,
                FormattableString.Invariant($"A ridge of {options.Ridge} pulls the estimates towards 0; the intervals do not know of that pull, and the likelihood ratio is no test."))],
    ];
}

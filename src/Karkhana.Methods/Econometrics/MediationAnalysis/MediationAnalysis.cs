using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>How much of an association runs along one mediator, by the product of two coefficients.</summary>
public static class MediationAnalysis
{
    internal const string Source =
        "Baron & Kenny 1986, doi:10.1037/0022-3514.51.6.1173; Sobel 1982, doi:10.2307/270723; Aroian 1947, doi:10.1214/aoms/1177730442; Goodman 1960, doi:10.1080/01621459.1960.10483369; MacKinnon, Lockwood & Williams 2004, doi:10.1207/s15327906mbr3901_4; Imai, Keele & Yamamoto 2010, doi:10.1214/10-STS321";

    /// <summary>Estimates the parts.</summary>
    /// <remarks>
    /// Least squares of the mediator on treatment and covariates (a), of the outcome on treatment, mediator and covariates
    /// (direct, b), of the outcome on treatment and covariates (total). indirect = ab = total − direct. Sobel's variance a²s_b²
    /// + b²s_a²; Aroian's adds s_a²s_b²; Goodman's takes it away, at least 0. Limits: quantiles of the product of two independent normal
    /// variables, which is skewed as ab is and Sobel's interval is not. residual_correlation_at_zero: the correlation of the
    /// residuals of mediator and outcome, both given treatment and covariates; if a common source left out alone produced it,
    /// the indirect part would be 0.
    /// Assumes linear equations, no interaction of treatment and mediator, nothing left out that drives two of the three.
    /// Cost: three regressions. Source: Sobel 1982, doi:10.2307/270723; Aroian 1947, doi:10.1214/aoms/1177730442; Goodman 1960,
    /// doi:10.1080/01621459.1960.10483369; MacKinnon, Lockwood and Williams 2004, doi:10.1207/s15327906mbr3901_4; Imai, Keele and Yamamoto 2010, doi:10.1214/10-STS321, theorem 2.
    /// Agrees with: lm of R 4.2 and the formulas, relative 1e-8.
    /// </remarks>
    /// <param name="sample">The observations; with one grouping, standard errors are cr1 by cluster.</param>
    /// <param name="options">Model, covariance, level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The parts.</returns>
    /// <exception cref="ArgumentException">Treatment or mediator do not vary beyond the columns before them, there is more than
    /// one mediator, or there are too few rows.</exception>
    public static MediationAnalysisResult Estimate(
        RegressionSample sample, MediationAnalysisOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        MediationModel model = options.Model;
        Require.That(model.Mediators.Count == 1, nameof(model.Mediators), FormattableString.Invariant($"must be one; there were {model.Mediators.Count}"));
        MediationDesign design = MediationDesign.Of(sample, model);
        RegressionSample complete = sample.Keep(
            design.Design.Rows, [model.Outcome, model.Treatment, .. model.Mediators, .. model.Covariates]);
        CoefficientTable Fit(string outcome, IReadOnlyList<string> terms) => Equation(
            complete, new ModelSpecification { Outcome = outcome, Terms = terms, Categorical = model.Categorical }, options);
        MediationAnalysisResult result = Result(
            Fit(model.Mediators[0], [.. model.Covariates, model.Treatment]),
            Fit(model.Outcome, [.. model.Covariates, model.Treatment, .. model.Mediators]),
            Fit(model.Outcome, [.. model.Covariates, model.Treatment]),
            options);
        return result with
        {
            ResidualCorrelationAtZero = ResidualCorrelation.Observed(
                CountedFactor.Of(design.Columns, design.Design.Weights).Whole(), design.Treatment),
            Rows = design.Design.Rows,
            Notes = [.. design.Notes(sample), .. ShareNotes(result)],
        };
    }

    private static CoefficientTable Equation(RegressionSample sample, ModelSpecification model, MediationAnalysisOptions options) =>
        sample.Clusters.Count > 0
            ? ClusterRobustRegression.Estimate(sample, new ClusterRobustRegressionOptions { Model = model, Level = options.Level }).Coefficients
            : OrdinaryLeastSquares.Estimate(
                sample, new OrdinaryLeastSquaresOptions { Model = model, Covariance = options.Covariance, Level = options.Level }).Coefficients;

    private static MediationAnalysisResult Result(
        CoefficientTable mediator, CoefficientTable outcome, CoefficientTable total, MediationAnalysisOptions options)
    {
        (double a, double aError) = Term(mediator, options.Model.Treatment);
        (double b, double bError) = Term(outcome, options.Model.Mediators[0]);
        double firstOrder = (a * a * bError * bError) + (b * b * aError * aError);
        double secondOrder = aError * aError * bError * bError;
        double sobel = Math.Sqrt(firstOrder);
        ProductDistribution product = new(a, aError, b, bError);
        return new MediationAnalysisResult
        {
            A = a,
            AStandardError = aError,
            B = b,
            BStandardError = bError,
            Direct = Term(outcome, options.Model.Treatment).Estimate,
            DirectStandardError = Term(outcome, options.Model.Treatment).Error,
            Total = Term(total, options.Model.Treatment).Estimate,
            TotalStandardError = Term(total, options.Model.Treatment).Error,
            SobelStandardError = sobel,
            AroianStandardError = Math.Sqrt(firstOrder + secondOrder),
            GoodmanStandardError = Math.Sqrt(Math.Max(0, firstOrder - secondOrder)),
            SobelPValue = NormalTail.PValue(a * b / sobel, Alternative.TwoSided),
            ConfidenceLow = product.Quantile((1 - options.Level) / 2),
            ConfidenceHigh = product.Quantile((1 + options.Level) / 2),
            MediatorEquation = mediator,
            OutcomeEquation = outcome,
            TotalEquation = total,
            Provenance = new Provenance(
                "econometrics.mediation-analysis",
                FormattableString.Invariant(
                    $"outcome = {options.Model.Outcome}, treatment = {options.Model.Treatment}, mediator = {options.Model.Mediators[0]}, covariance = {options.Covariance}, level = {options.Level}"),
                Source),
        };
    }

    private static (double Estimate, double Error) Term(CoefficientTable table, string term)
    {
        int place = table.Find(term);
        return (table.Estimates[place], table.StandardErrors[place]);
    }

    private static IReadOnlyList<Note> ShareNotes(MediationAnalysisResult result)
    {
        bool small = !(Math.Abs(result.Total) > NormalQuantiles.TwoSided95 * result.TotalStandardError);
        return small || result.Indirect * result.Direct < 0
            ? [new Note(
                "proportion-unreliable", Severity.Warning,
                "The total is within sampling error of zero, or indirect and direct differ in sign: the proportion mediated says nothing here.")]
            : [];
    }
}

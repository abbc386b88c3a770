using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Item parameters of a unidimensional item response model by marginal maximum likelihood.</summary>
public static class ItemResponseModel
{
    internal const string Source =
        "Bock & Aitkin 1981, doi:10.1007/BF02293801; Samejima 1969, doi:10.1007/BF03372160; Masters 1982, doi:10.1007/BF02296272; Muraki 1992, doi:10.1177/014662169201600206; Louis 1982, doi:10.1111/j.2517-6161.1982.tb01203.x";

    /// <summary>Estimates the parameters of the items and of the latent population together.</summary>
    /// <remarks>
    /// Maximises Σ_n w_n ln Σ_q v_nq Π_j P_j(x_nj | θ_q), plus the logarithm of the priors when there are any. Missing answers
    /// contribute no factor. Population: θ_n ~ N(μ_g + Σ β(z − centre), σ_g²). The reference group has mean 0, and variance 1
    /// unless slopes are 1 (rasch, partial-credit); means and variances of the other groups are free. Covariates are centred at
    /// their weighted means over the respondents, so that their zero does not matter.
    /// Assumptions: one latent variable, normal in each group given the covariates; answers independent given θ; missing at random.
    /// Some EM steps (Bock and Aitkin), then Newton steps on the exact observed information (Louis): complete less missing,
    /// from the expected counts of all pairs of answers. Standard errors: its inverse in slope-intercept form, by the delta
    /// method in threshold form; with weights the sandwich with the squared weighted scores. Weights are scaled to mean 1.
    /// Refused: items whose answers are all alike. Held at a bound with a note: slopes beyond ±25 (the answers order the respondents
    /// perfectly; a prior on slopes helps) and guessing chances below 0.0001. The sign of θ makes the mean slope positive.
    /// Cost: patterns × answers × nodes per evaluation, patterns × (pairs of items × nodes + parameters²) + parameters³ per
    /// Newton step; memory patterns × nodes and parameters². The same bits for any number of workers.
    /// Source: Bock and Aitkin 1981, doi:10.1007/BF02293801, eqs. 10-15; Louis 1982,
    /// doi:10.1111/j.2517-6161.1982.tb01203.x, eq. 3.1; Mislevy 1984, doi:10.1007/BF02306026 (population). Agrees with: mirt
    /// (tolerance 1e-9) and ltm: log-likelihood 1e-6 relative, slopes and intercepts 1e-3, standard errors 1e-2 (Oakes identity).
    /// </remarks>
    /// <param name="sample">Answers to at least two items; optional groups, weights and covariates.</param>
    /// <param name="options">Model, quadrature, priors, free items.</param>
    /// <param name="execution">Workers.</param>
    /// <param name="cancellationToken">Looked at between blocks of patterns.</param>
    /// <returns>The estimates; with a note when the search did not converge.</returns>
    /// <exception cref="ArgumentException">Items without two different answers, more answers than the model allows, groups without
    /// answers, no anchor item, covariates that do not vary or follow from others.</exception>
    public static ItemResponseModelResult Estimate(
        ItemResponseSample sample, ItemResponseModelOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        (EstimationData data, MarginalProblem problem) = Pose(sample, options, execution, cancellationToken);
        MarginalMaximum maximum = new MarginalMaximiser(problem, options).Run(StartingValues.Of(problem, options));
        FittedParameters fitted = FittedParameters.Of(problem, maximum, sample.Weights is not null);
        return Assemble(sample, options, data, fitted, [.. data.Notes, .. FitNotes.Of(data, fitted, problem, options)]);
    }

    /// <summary>Gives the likelihood that is maximised.</summary>
    internal static (EstimationData Data, MarginalProblem Problem) Pose(
        ItemResponseSample sample, ItemResponseModelOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        EstimationData data = EstimationData.Of(sample, options);
        PopulationDesign population = new(
            data.CellGroups, data.CellCovariates, data.Groups.Length, options.Model.HasUnitSlopes());
        ParameterLayout layout = ParameterLayout.Of(
            options, [.. data.Responses.Values.Select(values => values.Length)], data.Free, population);
        AnswerPatterns patterns = AnswerPatterns.Of(data.Responses, data.Weights, data.PopulationCells, layout);
        return (data, new MarginalProblem(patterns, layout, options, execution, cancellationToken));
    }

    private static ItemResponseModelResult Assemble(
        ItemResponseSample sample, ItemResponseModelOptions options, EstimationData data, FittedParameters fitted, IReadOnlyList<Note> notes)
    {
        (IReadOnlyList<ParameterTerm> terms, double[][] covariance) = ThresholdForm.Of(data, fitted, sample.CovariateNames);
        ItemParameters[] items = [.. Enumerable.Range(0, data.Groups.Length).Select(group => ItemReport.Parameters(data, fitted, group))];
        double logLikelihood = fitted.Maximum.Point.LogLikelihood;
        int parameters = fitted.Layout.Count;
        bool standard = fitted.Layout.Population.LogDeviationIndices[0] < 0 && sample.CovariateNames.Count == 0;
        return new ItemResponseModelResult
        {
            Model = options.Model,
            LogLikelihood = logLikelihood,
            Aic = (-2 * logLikelihood) + (2 * parameters),
            Bic = (-2 * logLikelihood) + (parameters * Math.Log(data.Respondents)),
            ParameterCount = parameters,
            Respondents = data.Respondents,
            MarginalReliability = standard ? ItemReport.Reliability(options.Model, items[0]) : double.NaN,
            Parameters = items[0],
            GroupParameters = items,
            FreeItems = [.. data.Responses.Items.Where((_, item) => data.Free[item])],
            SlopeStdErrors = ItemReport.StdErrors(fitted, 0),
            Intercepts = ItemReport.Intercepts(fitted),
            InterceptStdErrors = ItemReport.InterceptStdErrors(fitted),
            Terms = terms,
            Covariance = covariance,
            Population = ItemReport.Population(sample, data, fitted),
            Responses = data.Responses,
            Rows = data.Rows,
            Converged = fitted.Maximum.Converged,
            Evaluations = fitted.Maximum.Evaluations,
            Notes = notes,
            Provenance = new Provenance("psychometrics.item-response-model", Describe(options), Source),
        };
    }

    private static string Describe(ItemResponseModelOptions options) => FormattableString.Invariant(
        $"model = {options.Model}, equal_slopes = {options.EqualSlopes}, quadrature = {options.Quadrature}, nodes = {options.Nodes}, range = {options.Range}, tolerance = {options.Tolerance}, iterations = {options.Iterations}, prior_slope = {options.PriorSlope}, prior_threshold = {options.PriorThreshold}, prior_guessing = {options.PriorGuessing}, prior_guessing_centre = {options.PriorGuessingCentre}, least_category_count = {options.LeastCategoryCount}, free_items = [{string.Join(", ", options.FreeItems)}], reference_group = {options.ReferenceGroup}");
}

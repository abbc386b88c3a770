using System.Globalization;
using Karkhana.Core.Inference;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>A fitted item response model.</summary>
public sealed record ItemResponseModelResult : IMeasureResult
{

    /// <summary>Gets the item model.</summary>
    public required ItemModel Model { get; init; }

    /// <summary>Gets the marginal log-likelihood, without priors.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Gets −2 ln L + 2p.</summary>
    public required double Aic { get; init; }

    /// <summary>Gets −2 ln L + p ln n.</summary>
    public required double Bic { get; init; }

    /// <summary>Gets the number p of free parameters.</summary>
    public required int ParameterCount { get; init; }

    /// <summary>Gets the number n of respondents who answered something.</summary>
    public required int Respondents { get; init; }

    /// <summary>Gets ∫ I/(I + 1) φ dθ; NaN unless the latent variance is fixed at 1 and there is no covariate.</summary>
    public required double MarginalReliability { get; init; }

    /// <summary>Gets the item parameters of the reference group.</summary>
    public required ItemParameters Parameters { get; init; }

    /// <summary>Gets the item parameters of each group, in the order of the population's groups.</summary>
    public required IReadOnlyList<ItemParameters> GroupParameters { get; init; }

    /// <summary>Gets the items whose parameters differ between groups.</summary>
    public required IReadOnlyList<string> FreeItems { get; init; }

    /// <summary>Gets the standard errors of the slopes in the reference group; NaN when fixed.</summary>
    public required IReadOnlyList<double> SlopeStdErrors { get; init; }

    /// <summary>Gets the intercepts by item in the reference group.</summary>
    public required IReadOnlyList<double[]> Intercepts { get; init; }

    /// <summary>Gets the standard errors of the intercepts.</summary>
    public required IReadOnlyList<double[]> InterceptStdErrors { get; init; }

    /// <summary>Gets every free parameter in threshold form.</summary>
    public required IReadOnlyList<ParameterTerm> Terms { get; init; }

    /// <summary>Gets the covariance of <see cref="Terms"/>; NaN where it cannot be told.</summary>
    public required IReadOnlyList<double[]> Covariance { get; init; }

    /// <summary>Gets the latent distribution.</summary>
    public required LatentPopulation Population { get; init; }

    /// <summary>Gets the answers as the categories that were used; an answer belongs to the last category whose value does not
    /// exceed it.</summary>
    public required CategoryResponses Responses { get; init; }

    /// <summary>Gets the rows of the sample that <see cref="Responses"/> holds.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <summary>Gets a value indicating whether the last step was as small as asked.</summary>
    public required bool Converged { get; init; }

    /// <summary>Gets how often the likelihood was evaluated.</summary>
    public required int Evaluations { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs()
    {
        MeasureOutputs outputs = new MeasureOutputs()
            .Scalar("log_likelihood", LogLikelihood)
            .Scalar("aic", Aic)
            .Scalar("bic", Bic)
            .Scalar("parameters", ParameterCount)
            .Scalar("respondents", Respondents)
            .Scalar("converged", Converged ? 1 : 0)
            .Scalar("evaluations", Evaluations)
            .Scalar("latent_variance", Population.Variances[0])
            .Scalar("marginal_reliability", MarginalReliability)
            .Vector("item", Parameters.Items)
            .Vector("slope", Parameters.Slopes)
            .Vector("slope_std_error", SlopeStdErrors)
            .Vector("guessing", Parameters.Guessing)
            .Vector("guessing_std_error", ReferenceErrors(ParameterTermKind.Guessing, 0));
        AddSteps(outputs, "threshold", Parameters.Thresholds);
        AddSteps(outputs, "threshold_std_error", ThresholdErrors());
        AddSteps(outputs, "intercept", Intercepts);
        AddSteps(outputs, "intercept_std_error", InterceptStdErrors);
        return AddPopulation(outputs);
    }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "item_response_model",
        Column.Of("term", Terms.Select(term => Words.Of(term.Kind)), "Term", "What the parameter is."),
        Column.Of("item", Terms.Select(term => term.Item), "Item", "Item, or empty."),
        Column.Of("step", Terms.Select(term => term.Step), "Step", "", "Step of a threshold, from 1; else 0."),
        Column.Of("group", Terms.Select(term => term.Group), "Group", "Group, or empty for all."),
        Column.Of("covariate", Terms.Select(term => term.Covariate), "Covariate", "Covariate of a coefficient, or empty."),
        Column.Of("estimate", Terms.Select(term => term.Estimate), "Estimate", "", "Estimate.", recommended: true),
        Column.Of("std_error", Terms.Select(term => term.StdError), "SE", "", "Standard error."),
        Column.Of("conf_low", Terms.Select(term => Limit(term, -NormalQuantiles.TwoSided95)), "Low", "", "Lower 95 % limit."),
        Column.Of("conf_high", Terms.Select(term => Limit(term, NormalQuantiles.TwoSided95)), "High", "", "Upper 95 % limit."));

    /// <summary>Gives the answers as numbers of the fitted categories, ready to be scored: rows without any answer, which the fit
    /// leaves out, come back as rows with none.</summary>
    /// <param name="respondents">The number of respondents of the sample that was fitted.</param>
    /// <returns>The categories from 0 by item, then by respondent; NaN where there is no answer.</returns>
    public ItemResponses CategoriesOf(int respondents)
    {
        double[][] categories = [.. Responses.Items.Select(_ => Enumerable.Repeat(double.NaN, respondents).ToArray())];
        for (int row = 0; row < Rows.Count; row++)
        {
            ReadOnlySpan<sbyte> answers = Responses.Row(row);
            for (int item = 0; item < answers.Length; item++)
            {
                categories[item][Rows[row]] = answers[item] == CategoryResponses.Missing ? double.NaN : answers[item];
            }
        }

        return new ItemResponses(Responses.Items, categories);
    }

    // Variances on the scale of their logarithm and chances on that of their logit, so that limits stay in range.
    private static double Limit(ParameterTerm term, double quantile) => term.Kind switch
    {
        ParameterTermKind.Variance => term.Estimate * Math.Exp(quantile * term.StdError / term.Estimate),
        ParameterTermKind.Guessing => ResponseCurves.Logistic(
            Math.Log(term.Estimate / (1 - term.Estimate)) + (quantile * term.StdError / (term.Estimate * (1 - term.Estimate)))),
        _ => term.Estimate + (quantile * term.StdError),
    };

    // A parameter that all groups share has no group; a free item is reported for the reference.
    private double[] ReferenceErrors(ParameterTermKind kind, int step) => [.. Parameters.Items.Select(item => Terms
        .FirstOrDefault(term => term.Kind == kind && term.Step == step && term.Item == item
            && (term.Group.Length == 0 || term.Group == Population.Groups[0]))?.StdError ?? double.NaN)];

    private double[][] ThresholdErrors()
    {
        Dictionary<(string, int), double> errors = [];
        foreach (ParameterTerm term in Terms)
        {
            if (term.Kind == ParameterTermKind.Threshold)
            {
                errors.TryAdd((term.Item, term.Step), term.StdError);
            }
        }

        return [.. Parameters.Items.Select((item, at) =>
            Enumerable.Range(1, Parameters.Thresholds[at].Length).Select(step => errors[(item, step)]).ToArray())];
    }

    private void AddSteps(MeasureOutputs outputs, string name, IReadOnlyList<double[]> values) =>
        AddSteps(outputs, name, Parameters.Items, values);

    private static void AddSteps(MeasureOutputs outputs, string name, IEnumerable<string> rows, IReadOnlyList<double[]> values)
    {
        int steps = values.Select(own => own.Length).DefaultIfEmpty(0).Max();
        outputs.Matrix(
            name, rows, Enumerable.Range(1, steps).Select(step => step.ToString(CultureInfo.InvariantCulture)),
            [.. values.SelectMany(own => own.Concat(Enumerable.Repeat(double.NaN, steps - own.Length)))]);
    }

    private MeasureOutputs AddPopulation(MeasureOutputs outputs)
    {
        outputs
            .Vector("group", Population.Groups)
            .Vector("group_mean", Population.Means)
            .Vector("group_mean_std_error", GroupErrors(ParameterTermKind.Mean))
            .Vector("group_variance", Population.Variances)
            .Vector("group_variance_std_error", GroupErrors(ParameterTermKind.Variance))
            .Matrix(
                "group_slope", FreeItems, Population.Groups,
                [.. FreeItems.SelectMany(item => GroupParameters.Select(own => own.Slopes[PlaceOf(item)]))]);
        AddSteps(
            outputs, "group_threshold",
            FreeItems.SelectMany(item => Population.Groups.Select(group => $"{item}:{group}")),
            [.. FreeItems.SelectMany(item => GroupParameters.Select(own => own.Thresholds[PlaceOf(item)]))]);
        return outputs
            .Vector("covariate", Population.Covariates)
            .Vector("coefficient", Population.Coefficients)
            .Vector("coefficient_std_error", Terms
                .Where(term => term.Kind == ParameterTermKind.Coefficient).Select(term => term.StdError));
    }

    private int PlaceOf(string item) => Enumerable.Range(0, Parameters.Count).First(at => Parameters.Items[at] == item);

    private IEnumerable<double> GroupErrors(ParameterTermKind kind) => Population.Groups.Select(
        group => Terms.FirstOrDefault(term => term.Kind == kind && term.Group == group)?.StdError ?? double.NaN);
}

using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A linear mixed model.</summary>
public sealed record LinearMixedModelResult : IMeasureResult
{
    /// <summary>Gets the coefficients that all groups share.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the covariance of the coefficients, term × term, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets the variances and covariances by entry of the model, the residual variance last.</summary>
    public required IReadOnlyList<VarianceComponent> Components { get; init; }

    /// <summary>Gets the number of groups and the intraclass correlation of each grouping.</summary>
    public required IReadOnlyList<IntraclassShare> Shares { get; init; }

    /// <summary>Gets the predicted terms of the groups, in the order of the entries of the model.</summary>
    public required IReadOnlyList<GroupTerm> GroupTerms { get; init; }

    /// <summary>Gets the (restricted) log-likelihood.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Gets −2 times the log-likelihood.</summary>
    public double Deviance => -2 * LogLikelihood;

    /// <summary>Gets the number of coefficients, variances and covariances, with the residual variance.</summary>
    public required int Parameters { get; init; }

    /// <summary>Gets the number of rows used.</summary>
    public required int Observations { get; init; }

    /// <summary>Gets Akaike's criterion.</summary>
    public double Aic => Deviance + (2 * Parameters);

    /// <summary>Gets Schwarz's criterion, with the number of rows.</summary>
    public double Bic => Deviance + (Math.Log(Observations) * Parameters);

    /// <summary>Gets outcome less what coefficients and groups predict, by used row.</summary>
    public required IReadOnlyList<double> Residuals { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <summary>Gets a value indicating whether a variance is 0 or a correlation perfect.</summary>
    public required bool Singular { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs()
    {
        GroupTerm[] first = [.. GroupTerms.TakeWhile(term => term.Group == GroupTerms[0].Group)];
        GroupTerm? intercept = Array.Find(first, term => term.Term == RandomTerms.Intercept);
        GroupTerm? slope = Array.Find(first, term => term.Term != RandomTerms.Intercept);
        return new MeasureOutputs()
            .Vector("term", Coefficients.Terms)
            .Vector("estimate", Coefficients.Estimates)
            .Vector("std_error", Coefficients.StandardErrors)
            .Vector("df", Coefficients.DegreesOfFreedom)
            .Vector("statistic", Coefficients.Statistics)
            .Vector("p_value", Coefficients.PValues)
            .Vector("conf_low", Coefficients.ConfidenceLow)
            .Vector("conf_high", Coefficients.ConfidenceHigh)
            .Matrix("covariance_matrix", Coefficients.Terms, Coefficients.Terms, Covariance)
            .Vector("component", Components.Select(component => component.Name))
            .Vector("variance", Components.Select(component => component.Variance))
            .Vector("deviation", Components.Select(component => component.Deviation))
            .Vector("variance_low", Components.Select(component => component.ConfidenceLow))
            .Vector("variance_high", Components.Select(component => component.ConfidenceHigh))
            .Vector("grouping", Shares.Select(share => share.Group))
            .Vector("groups", Shares.Select(share => share.Count))
            .Vector("intraclass_correlation", Shares.Select(share => share.Correlation))
            .Scalar("n", Observations)
            .Scalar("log_likelihood", LogLikelihood)
            .Scalar("deviance", Deviance)
            .Scalar("aic", Aic)
            .Scalar("bic", Bic)
            .Vector("group", first[0].Levels)
            .Vector("random_intercept", ValuesOf(intercept?.Estimates, first[0]))
            .Vector("random_intercept_error", ValuesOf(intercept?.StandardErrors, first[0]))
            .Vector("random_slope", ValuesOf(slope?.Estimates, first[0]))
            .Vector("random_slope_error", ValuesOf(slope?.StandardErrors, first[0]));
    }

    /// <inheritdoc/>
    public Table ToTable() => Coefficients.ToTable("linear_mixed_model");

    /// <summary>Gives the variances as a table.</summary>
    /// <returns>One row per variance or covariance.</returns>
    public Table ToComponentTable() => Table.Of(
        "variance_components",
        Column.Of("component", Components.Select(component => component.Name), "Component", "Grouping and terms."),
        Column.Of("variance", Components.Select(component => component.Variance), "Variance", "", "Variance or covariance.", recommended: true),
        Column.Of("deviation", Components.Select(component => component.Deviation), "SD", "", "Standard deviation, or correlation."),
        Column.Of("conf_low", Components.Select(component => component.ConfidenceLow), "Low", "", "Lower limit of a variance."),
        Column.Of("conf_high", Components.Select(component => component.ConfidenceHigh), "High", "", "Upper limit of a variance."));

    /// <summary>Gives the predicted terms of all groups as a table.</summary>
    /// <returns>One row per group and term.</returns>
    public Table ToGroupTable() => Table.Of(
        "group_terms",
        Column.Of("grouping", GroupTerms.SelectMany(term => term.Levels.Select(_ => term.Group)), "Grouping", "Column of the grouping."),
        Column.Of("group", GroupTerms.SelectMany(term => term.Levels), "Group", "Code of the group."),
        Column.Of("term", GroupTerms.SelectMany(term => term.Levels.Select(_ => term.Term)), "Term", "Term that differs between groups."),
        Column.Of("estimate", GroupTerms.SelectMany(term => term.Estimates), "Difference", "", "Predicted difference from the shared coefficient.", recommended: true),
        Column.Of("std_error", GroupTerms.SelectMany(term => term.StandardErrors), "Standard error", "", "Conditional standard deviation."));

    // A term that does not differ between groups has no predictions.
    private static IEnumerable<double> ValuesOf(IReadOnlyList<double>? values, GroupTerm first) =>
        values ?? first.Levels.Select(_ => double.NaN);
}

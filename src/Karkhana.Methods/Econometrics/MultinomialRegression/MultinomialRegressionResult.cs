using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A multinomial logit.</summary>
public sealed record MultinomialRegressionResult : IMeasureResult
{
    /// <summary>Gets the categories, the base first.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Gets the observations of each category.</summary>
    public required IReadOnlyList<double> Counts { get; init; }

    /// <summary>Gets the category of each coefficient.</summary>
    public required IReadOnlyList<string> Responses { get; init; }

    /// <summary>Gets the coefficients, category after category without the base; infinite, with no standard error, where
    /// terms part the answers.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the covariance of all coefficients, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets how well the model fits; the null model has constants only.</summary>
    public required LikelihoodSummary Fit { get; init; }

    /// <summary>Gets the likelihood ratio test of each term.</summary>
    public required IReadOnlyList<TermTest> TermTests { get; init; }

    /// <summary>Gets the terms of one equation.</summary>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>Gets the average change of the probability per unit, category × term with the base first, row after row; NaN
    /// for the constant.</summary>
    public required IReadOnlyList<double> AverageMarginalEffects { get; init; }

    /// <summary>Gets their standard errors by the delta method.</summary>
    public required IReadOnlyList<double> AverageMarginalEffectStandardErrors { get; init; }

    /// <summary>Gets the fitted probabilities by category, base first, then by row used.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Probabilities { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <summary>Gets exp(estimate): how the probability of the category over that of the base is multiplied per unit.</summary>
    public IReadOnlyList<double> RelativeRiskRatios => [.. Coefficients.Estimates.Select(Math.Exp)];

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("coefficient", Responses.Zip(Coefficients.Terms, (response, term) => $"{response}: {term}"))
        .Vector("response", Responses)
        .Coefficients(Coefficients)
        .Vector("relative_risk_ratio", RelativeRiskRatios)
        .Likelihood(Fit)
        .Scalar("pseudo_r_squared", Fit.PseudoRSquared)
        .Vector("category", Categories)
        .Vector("count", Counts)
        .Vector("tested_term", TermTests.Select(test => test.Term))
        .Vector("term_likelihood_ratio", TermTests.Select(test => test.Statistic))
        .Vector("term_df", TermTests.Select(test => test.DegreesOfFreedom))
        .Vector("term_p_value", TermTests.Select(test => test.PValue))
        .Matrix("average_marginal_effect", Categories, Terms, AverageMarginalEffects)
        .Matrix("average_marginal_effect_std_error", Categories, Terms, AverageMarginalEffectStandardErrors);

    /// <inheritdoc/>
    public Table ToTable()
    {
        Table table = Coefficients.ToTable("multinomial_regression");
        return Table.Of(table.Name, [
            Column.Of("response", Responses, "Response", "Category compared with the base."),
            .. table.Columns,
            Column.Of("relative_risk_ratio", RelativeRiskRatios, "Relative risk ratio", "", "exp(estimate)."),
        ]);
    }
}

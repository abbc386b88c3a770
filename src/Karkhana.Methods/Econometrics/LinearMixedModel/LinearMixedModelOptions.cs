using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on a linear mixed model.</summary>
public sealed record LinearMixedModelOptions
{
    /// <summary>Gets the model of the coefficients that all groups share.</summary>
    /// <value>Required.</value>
    [Description("Outcome, terms, intercept, categorical (column with its base level).")]
    public required ModelSpecification Model { get; init; }

    /// <summary>Gets the terms that differ between groups.</summary>
    /// <value>Required, at least one entry; terms of different entries are not correlated.</value>
    [Description("List of {group, terms}: terms of one entry are correlated, those of two are not.")]
    public required IReadOnlyList<RandomTerms> Random { get; init; }

    /// <summary>Gets the criterion.</summary>
    /// <value><see cref="LikelihoodCriterion.Reml"/> unless set.</value>
    [Description("Restricted or full maximum likelihood.")]
    public LikelihoodCriterion Method { get; init; }

    /// <summary>Gets the degrees of freedom of tests and limits.</summary>
    /// <value><see cref="Econometrics.DegreesOfFreedom.Satterthwaite"/> unless set.</value>
    [Description("Degrees of freedom of the tests of coefficients.")]
    public DegreesOfFreedom DegreesOfFreedom { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}

using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on a multinomial regression.</summary>
public sealed record MultinomialRegressionOptions
{
    /// <summary>Gets the model.</summary>
    /// <value>Required; the outcome is a column of categories, texts or numbers.</value>
    [Description("Outcome (a column of categories), terms, intercept, categorical (column with its base level).")]
    public required ModelSpecification Model { get; init; }

    /// <summary>Gets the category with which the others are compared.</summary>
    /// <value>Null, the first in order, unless set.</value>
    [Description("Category with which the others are compared; null takes the first in order.")]
    public string? BaseCategory { get; init; }

    /// <summary>Gets the covariance estimator.</summary>
    /// <value><see cref="LikelihoodCovariance.Information"/> unless set; cluster needs one grouping.</value>
    [Description("Covariance estimator.")]
    public LikelihoodCovariance Covariance { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}

using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on an ordered regression.</summary>
public sealed record OrderedRegressionOptions
{
    /// <summary>Gets the model.</summary>
    /// <value>Required; without intercept, since the thresholds take its place; the outcome holds the categories in rank
    /// order, 1 to m.</value>
    [Description("Outcome (categories 1..m in rank order), terms, intercept (must be false), categorical (column with its base level).")]
    public required ModelSpecification Model { get; init; }

    /// <summary>Gets the link.</summary>
    /// <value><see cref="OrderedLink.Logit"/> unless set.</value>
    [Description("Distribution function of P(y <= k) = F(threshold_k − x'b).")]
    public OrderedLink Link { get; init; }

    /// <summary>Gets the covariance estimator.</summary>
    /// <value><see cref="LikelihoodCovariance.Information"/> unless set; cluster needs one grouping.</value>
    [Description("Covariance estimator.")]
    public LikelihoodCovariance Covariance { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}

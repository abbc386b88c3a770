using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on a two-part regression.</summary>
public sealed record TwoPartRegressionOptions
{
    /// <summary>Gets the model, the same for both parts.</summary>
    /// <value>Required; the outcome is 0 or more.</value>
    [Description("Outcome (0 or more), terms, intercept, categorical (column with its base level); the same for both parts.")]
    public required ModelSpecification Model { get; init; }

    /// <summary>Gets the model of the amount where there is any.</summary>
    /// <value><see cref="AmountModel.LogLinear"/> unless set.</value>
    [Description("Model of the amount where there is any.")]
    public AmountModel Amount { get; init; }

    /// <summary>Gets how a log-linear part is brought back to amounts.</summary>
    /// <value><see cref="Retransformation.Smearing"/> unless set; without use for gamma.</value>
    [Description("How the mean amount is got from the mean logarithm; no use for gamma.")]
    public Retransformation Retransformation { get; init; }

    /// <summary>Gets the covariance estimator of both parts.</summary>
    /// <value><see cref="TwoPartCovariance.Sandwich"/> unless set; cluster needs one grouping.</value>
    [Description("Covariance estimator.")]
    public TwoPartCovariance Covariance { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}

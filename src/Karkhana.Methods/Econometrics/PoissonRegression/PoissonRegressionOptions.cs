using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on Poisson regression.</summary>
public sealed record PoissonRegressionOptions
{
    /// <summary>Gets the model; its constant is part of the absorbed effects where there are any.</summary>
    /// <value>Required.</value>
    [Description("Outcome, terms, intercept, categorical (column with its base level).")]
    public required ModelSpecification Model { get; init; }

    /// <summary>Gets the covariance estimator.</summary>
    /// <value><see cref="PoissonCovariance.Expected"/> unless set.</value>
    [Description("Covariance estimator.")]
    public PoissonCovariance Covariance { get; init; }

    /// <summary>Gets the column that is added to the linear predictor with coefficient 1, such as the logarithm of an
    /// exposure.</summary>
    /// <value>Null, for none, unless set.</value>
    [Description("Column added to the linear predictor with coefficient 1, such as a log exposure; null for none.")]
    public string? Offset { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}

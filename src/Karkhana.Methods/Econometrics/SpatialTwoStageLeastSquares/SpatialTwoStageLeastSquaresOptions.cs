using System.ComponentModel;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the spatial lag model by two-stage least squares.</summary>
public sealed record SpatialTwoStageLeastSquaresOptions : SpatialModelOptions
{
    /// <summary>Gets a value indicating whether the terms of the neighbours' neighbours are instruments too.</summary>
    /// <value>True unless set; false leaves WX.</value>
    [Description("Take W^2 X as instruments beside W X.")]
    public bool SecondOrder { get; init; } = true;

    /// <summary>Gets the covariance estimator.</summary>
    /// <value><see cref="TwoStageCovariance.Classical"/> unless set.</value>
    [Description("Covariance estimator; cluster needs one column of clusters.")]
    public TwoStageCovariance Covariance { get; init; }
}

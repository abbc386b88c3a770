using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The wild cluster bootstrap as a measure.</summary>
public static class WildClusterBootstrapMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, WildClusterBootstrapOptions, WildClusterBootstrapResult>(
        "econometrics.wild-cluster-bootstrap",
        "Restricted wild cluster bootstrap test that one coefficient is 0.",
        WildClusterBootstrap.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", clusters (list of one column), optional weights")],
        [
            new OutputSpec("estimate", OutputShape.Scalar, "coefficient"),
            new OutputSpec("statistic", OutputShape.Scalar, "clustered t"),
            new OutputSpec("p_value", OutputShape.Scalar, "symmetric"),
            new OutputSpec("p_value_equal_tail", OutputShape.Scalar, "twice the smaller tail"),
            new OutputSpec("clusters", OutputShape.Scalar, "number of clusters"),
            new OutputSpec("draws", OutputShape.Scalar, "number of draws"),
            new OutputSpec("quantile", OutputShape.Vector, "quantiles of t* in the order of probabilities"),
        ],
        RegressionSample.Read,
        WildClusterBootstrap.Estimate);
}

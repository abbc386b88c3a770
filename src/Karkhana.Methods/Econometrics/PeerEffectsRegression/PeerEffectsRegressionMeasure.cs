using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The regression on peers as a measure.</summary>
public static class PeerEffectsRegressionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<NetworkSample, PeerEffectsRegressionOptions, PeerEffectsRegressionResult>(
        "econometrics.peer-effects-regression",
        "Regression on the outcome and traits of peers by network two-stage least squares; refused where the network does not allow it.",
        PeerEffectsRegression.Source,
        [NetworkSample.Inputs[0] with { Roles = NetworkSample.Inputs[0].Roles + ", optional clusters (one column)" }, NetworkSample.Inputs[1]],
        [
            .. TwoStageLeastSquaresMeasure.Definition.Outputs,
            new OutputSpec("peer_effect", OutputShape.Scalar, "coefficient of the peers' outcome"),
            new OutputSpec("peer_effect_std_error", OutputShape.Scalar, "its standard error"),
            new OutputSpec("social_multiplier", OutputShape.Scalar, "1/(1 - peer effect); null when explosive"),
            new OutputSpec("explosive", OutputShape.Scalar, "1 when the peer effect is not between -1 and 1: the model is rejected"),
            new OutputSpec("rank", OutputShape.Scalar, "of I, G, G2 (3), or I, G, G2, G3 with component effects (4)"),
            new OutputSpec("isolates", OutputShape.Scalar, "nodes without peers"),
        ],
        NetworkSample.Read,
        PeerEffectsRegression.Estimate);
}

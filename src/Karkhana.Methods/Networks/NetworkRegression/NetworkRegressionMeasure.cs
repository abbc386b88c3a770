using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Regression of networks as a measure.</summary>
public static class NetworkRegressionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<NetworkRegressionInput, NetworkRegressionOptions, NetworkRegressionResult>(
        "networks.network-regression",
        "How ties of one network go with ties of others: regression over pairs, with a permutation test.",
        NetworkRegression.Source,
        [
            NetworkInput.Spec,
            .. NetworkRegressionInput.PredictorInputs.Select((name, i) => new InputSpec(name, "network of the same nodes", Required: i == 0)),
            NodePermutations.Spec,
        ],
        [
            new OutputSpec("term", OutputShape.Vector, "intercept and names of the predictors"),
            new OutputSpec("estimate", OutputShape.Vector, "coefficients"),
            new OutputSpec("std_error", OutputShape.Vector, "as if pairs were independent"),
            new OutputSpec("statistic", OutputShape.Vector, "t or z"),
            new OutputSpec("p_value", OutputShape.Vector, "by the test asked for; NaN for the intercept of dsp"),
            new OutputSpec("r_squared", OutputShape.Scalar, "ols"),
            new OutputSpec("deviance", OutputShape.Scalar, "logit"),
            new OutputSpec("aic", OutputShape.Scalar, "logit"),
            new OutputSpec("observations", OutputShape.Scalar, "pairs without a missing value"),
        ],
        NetworkRegressionInput.Read,
        NetworkRegression.Estimate);
}

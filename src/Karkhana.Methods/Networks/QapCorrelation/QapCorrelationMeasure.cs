using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>QAP correlation as a measure.</summary>
public static class QapCorrelationMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<NetworkPair, QapCorrelationOptions, QapCorrelationResult>(
        "networks.qap-correlation",
        "Whether pairs that are tied in one network are tied in another, with a permutation test.",
        QapCorrelation.Source,
        [NetworkInput.Spec, new InputSpec("other", "second network of the same nodes"), NodePermutations.Spec],
        [
            new OutputSpec("estimate", OutputShape.Scalar, "correlation"),
            new OutputSpec("p_greater", OutputShape.Scalar, "share of simulated at least as great"),
            new OutputSpec("p_less", OutputShape.Scalar, "share of simulated at most as great"),
            new OutputSpec("p_value", OutputShape.Scalar, "two-sided"),
            new OutputSpec("mean", OutputShape.Scalar, "of simulated"),
            new OutputSpec("sd", OutputShape.Scalar, "sample standard deviation of simulated"),
            new OutputSpec("simulated", OutputShape.Vector, "per permutation"),
            new OutputSpec("hamming", OutputShape.Scalar, "sum of absolute differences"),
        ],
        NetworkPair.Read,
        QapCorrelation.Estimate);
}

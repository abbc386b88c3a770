using Karkhana.Core.Measures;
using Karkhana.Methods.Networks;

namespace Karkhana.Methods.Experiments;

/// <summary>Learning by averaging as a measure.</summary>
public static class DegrootLearningMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<OpinionNetwork, DegrootLearningOptions, DegrootLearningResult>(
        "experiments.degroot-learning",
        "Opinions when all average what they and those they listen to think.",
        DegrootLearning.Source,
        [NetworkInput.Spec, new InputSpec("opinions", "id and value of each node at the start", Required: false)],
        [
            new OutputSpec("node", OutputShape.Vector, "ids"),
            new OutputSpec("opinion", OutputShape.Vector, "after the steps"),
            new OutputSpec("influence", OutputShape.Vector, "weight in the consensus, sum 1"),
            new OutputSpec("spread", OutputShape.Scalar, "greatest opinion less the least after the steps"),
            new OutputSpec("consensus", OutputShape.Scalar, "opinion that all tend to"),
            new OutputSpec("second_eigenvalue", OutputShape.Scalar, "modulus; what is left of a difference after one step"),
        ],
        OpinionNetwork.Read,
        DegrootLearning.Estimate);
}

using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Assortativity as a measure.</summary>
public static class AssortativityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<AssortativityInput, AssortativityOptions, AssortativityResult>(
        "networks.assortativity",
        "Whether ties run between nodes that are alike.",
        Assortativity.Source,
        [NetworkInput.Spec, new InputSpec("attributes", "id, value (number, or text of a group)", Required: false)],
        [
            new OutputSpec("estimate", OutputShape.Scalar, "-1 to 1"),
        ],
        AssortativityInput.Read,
        Assortativity.Estimate);
}

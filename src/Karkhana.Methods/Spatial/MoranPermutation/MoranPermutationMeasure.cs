using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Moran's I under given permutations as a measure.</summary>
public static class MoranPermutationMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<PermutedValues, CodingOptions, MoranPermutationResult>(
        "spatial.moran-permutation",
        "Moran's I compared with its values under given permutations of the data.",
        MoranPermutation.Source,
        [
            new InputSpec("values", "id, value"),
            new InputSpec("weights", "from, to; optional weight"),
            new InputSpec("permutations", "optional id; all other columns are positions from 1, one row per simulation"),
        ],
        [.. MoranTestMeasure.Outputs, new OutputSpec("simulated", OutputShape.Vector, "I* per simulation")],
        PermutedValues.Read,
        MoranPermutation.Estimate);
}

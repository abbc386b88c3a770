using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Coding schemes of a weights matrix and its constants.</summary>
public static class WeightsCoding
{
    internal const string Source = "Cliff & Ord 1981, Spatial Processes; Tiefelsdorf, Griffith & Boots 1999, doi:10.1068/a310165";

    /// <summary>Scales the weights and gives S0, S1 and S2.</summary>
    /// <remarks>
    /// Row-standardised (W): each row divided by its sum; binary (B): 1; globally standardised (C): all scaled to sum n;
    /// unit-sum (U): to sum 1; variance-stabilising (S): each row divided by the root of its sum of squares, then all
    /// scaled to sum n. n counts every unit, islands too. s0 = Σ w_ij; s1 = ½ Σ (w_ij + w_ji)²; s2 = Σ_i (w_i. + w_.i)².
    /// Missing weights are refused. Cost: linear in the links.
    /// Source: Cliff and Ord 1981, Spatial Processes, chapter 1; Tiefelsdorf, Griffith and Boots 1999,
    /// doi:10.1068/a310165. Agrees with: spdep 1.2 nb2listw and spweights.constants without islands, relative 1e-10.
    /// </remarks>
    /// <param name="weights">The weights.</param>
    /// <param name="options">Coding.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The scaled weights.</returns>
    public static WeightsResult Estimate(
        SpatialWeights weights,
        CodingOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(weights);
        options ??= new CodingOptions();
        return new WeightsResult(
            weights.Coded(options.Style), "unit", SpatialNotes.Islands(weights, "their rows stay empty"),
            new Provenance("spatial.weights-coding", $"style = {options.Style}", Source));
    }
}

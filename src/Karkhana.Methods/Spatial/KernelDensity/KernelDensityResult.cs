using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>The kernel density at each place.</summary>
/// <param name="Densities">Points, or weight, per square unit; NaN at places outside the window when the edge is
/// corrected.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record KernelDensityResult(IReadOnlyList<double> Densities, IReadOnlyList<Note> Notes, Provenance Provenance)
    : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("location", Enumerable.Range(1, Densities.Count))
        .Vector("estimate", Densities);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "kernel_density",
        Column.Of("location", Enumerable.Range(1, Densities.Count), "Location", description: "Row of the place."),
        Column.Of("estimate", Densities, "Density", "per m²", "Points or weight per square unit.", recommended: true));
}

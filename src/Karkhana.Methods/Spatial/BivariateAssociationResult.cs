using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>A statistic of two numbers on a map, with what each unit adds to it.</summary>
/// <param name="Ids">The ids of the units.</param>
/// <param name="Estimate">The statistic; NaN when a number does not vary or no unit has a neighbour.</param>
/// <param name="Local">The value of each unit.</param>
/// <param name="Notes">Islands, and why the statistic is not defined.</param>
/// <param name="Provenance">What made it.</param>
public sealed record BivariateAssociationResult(
    IReadOnlyList<string> Ids, double Estimate, IReadOnlyList<double> Local, IReadOnlyList<Note> Notes, Provenance Provenance)
    : IMeasureResult
{
    /// <summary>Gets the outputs of every measure with this result.</summary>
    internal static IReadOnlyList<OutputSpec> Outputs { get; } =
    [
        new("estimate", OutputShape.Scalar, "the statistic"),
        new("unit", OutputShape.Vector, "id"),
        new("local", OutputShape.Vector, "by unit: its value"),
    ];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("estimate", Estimate).Vector("unit", Ids).Vector("local", Local);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        Provenance.Method[(Provenance.Method.IndexOf('.') + 1)..].Replace('-', '_'),
        Column.Of("unit", Ids, "Unit", "Id of the unit."),
        Column.Of("local", Local, "Local value", "", "What the unit adds.", recommended: true),
        Column.Of("estimate", Ids.Select(_ => Estimate), "Estimate", "", "The statistic of all units."));
}

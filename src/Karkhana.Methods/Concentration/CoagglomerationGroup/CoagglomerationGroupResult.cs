using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Concentration;

/// <summary>The coagglomeration of a group of industries.</summary>
/// <param name="Industries">The members in ordinal order.</param>
/// <param name="Plants">The number of their plants.</param>
/// <param name="Estimate">The index.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record CoagglomerationGroupResult(
    IReadOnlyList<string> Industries, int Plants, double Estimate, IReadOnlyList<Note> Notes, Provenance Provenance)
    : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Scalar("estimate", Estimate);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "coagglomeration_group",
        Column.Of("term", [string.Join(", ", Industries)], "Group", "The members of the group."),
        Column.Of("n", [Plants], "Plants", "", "Number of plants of the group."),
        Column.Of(
            "estimate", [Estimate], "Coagglomeration γᶜ", "",
            "Mean of the pairs' γ, weighted by the products of the members' shares.", recommended: true));
}

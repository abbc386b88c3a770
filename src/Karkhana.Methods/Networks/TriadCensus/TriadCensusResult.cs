using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>The number of triads of each type.</summary>
/// <param name="Count">The counts, in the order of <see cref="Types"/>; whole numbers, exact below 2⁵³.</param>
/// <param name="Provenance">What made it.</param>
public sealed record TriadCensusResult(IReadOnlyList<double> Count, Provenance Provenance) : IMeasureResult
{
    /// <summary>Gets the names of the types, from 003 to 300.</summary>
    public static IReadOnlyList<string> Types => TriadType.Names;

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Vector("type", Types).Vector("count", Count);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "triad_census",
        Column.Of("type", Types, "Type", "Mutual, asymmetric and null dyads, and a letter for directions."),
        Column.Of("count", Count, "Triads", "triads", "Triads of the type.", recommended: true));
}

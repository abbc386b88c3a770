using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Concentration;

/// <summary>Three indices per unit; NaN for a unit without activity.</summary>
/// <param name="Units">The industry or region codes.</param>
/// <param name="Hoover">The Hoover index against all units together.</param>
/// <param name="Gini">The Gini index of the location quotients.</param>
/// <param name="Krugman">Krugman's index against the mean of the other units; NaN for a single unit.</param>
/// <param name="Provenance">What made it.</param>
public sealed record HooverGiniKrugmanResult(
    IReadOnlyList<string> Units,
    IReadOnlyList<double> Hoover,
    IReadOnlyList<double> Gini,
    IReadOnlyList<double> Krugman,
    Provenance Provenance) : IMeasureResult
{
    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("unit", Units)
        .Vector("hoover", Hoover)
        .Vector("gini", Gini)
        .Vector("krugman", Krugman);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "hoover_gini_krugman",
        Column.Of("unit", Units, "Unit", "Industry or region code."),
        Column.Of("hoover", Hoover, "Hoover", "share", "0 is the spread of all units together.", recommended: true),
        Column.Of("gini", Gini, "Gini", "", "Gini of the location quotients, unweighted."),
        Column.Of("krugman", Krugman, "Krugman", "", "0 is the mean of the other units, 2 nothing in common."));
}

using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Degrees of membership of a set.</summary>
public sealed record FuzzySetCalibrationResult : IMeasureResult
{
    /// <summary>Gets the variable.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>Gets one membership per value, from 0 to 1; NaN where missing.</summary>
    public required IReadOnlyList<double> Memberships { get; init; }

    /// <summary>Gets the values of full exclusion, of 0.5 and of full inclusion.</summary>
    public required IReadOnlyList<double> Anchors { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("row", Enumerable.Range(1, Memberships.Count))
        .Vector("membership", Memberships)
        .Scalar("lower", Anchors[0])
        .Scalar("crossover", Anchors[1])
        .Scalar("upper", Anchors[2]);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "fuzzy_set",
        Column.Of("row", Enumerable.Range(1, Memberships.Count), "Row", "", "Row of the table, from 1."),
        Column.Of("value", Values, "Value", "", "The variable."),
        Column.Of("estimate", Memberships, "Membership", "share", "Degree of membership, 0 to 1.", recommended: true));
}

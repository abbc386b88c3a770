using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>The test of independence with its table.</summary>
public sealed record IndependenceTestResult : IMeasureResult
{
    /// <summary>Gets the codes of the rows in order.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>Gets the codes of the columns in order.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Gets the counts, row after row.</summary>
    public required IReadOnlyList<double> Counts { get; init; }

    /// <summary>Gets the counts expected under independence, row after row.</summary>
    public required IReadOnlyList<double> Expected { get; init; }

    /// <summary>Gets the chi-square.</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets its degrees of freedom.</summary>
    public required int Degrees { get; init; }

    /// <summary>Gets the p-value, with Fisher the exact one.</summary>
    public required double PValue { get; init; }

    /// <summary>Gets Cramér's V, from 0 (independent) to 1.</summary>
    public required double CramerV { get; init; }

    /// <summary>Gets the odds ratio of two rows and two columns; NaN with more, infinite with an empty cell off the
    /// diagonal.</summary>
    public required double OddsRatio { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("statistic", Statistic)
        .Scalar("p_value", PValue)
        .Scalar("df", Degrees)
        .Scalar("cramer_v", CramerV)
        .Scalar("odds_ratio", OddsRatio)
        .Matrix("count", Rows, Columns, Counts)
        .Matrix("expected", Rows, Columns, Expected);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "independence_test",
        Column.Of("row", Counts.Select((_, cell) => Rows[cell / Columns.Count]), "Row", "Code of the first classification."),
        Column.Of("column", Counts.Select((_, cell) => Columns[cell % Columns.Count]), "Column", "Code of the second classification."),
        Column.Of("count", Counts, "Count", "units", "Units with both codes."),
        Column.Of("expected", Expected, "Expected", "units", "Units expected under independence."),
        Column.Of("statistic", Counts.Select(_ => Statistic), "χ²", "", "Chi-square of the test."),
        Column.Of("p_value", Counts.Select(_ => PValue), "p", "", "Of independence."),
        Column.Of("cramer_v", Counts.Select(_ => CramerV), "V", "", "Cramér's V, from 0 to 1.", recommended: true));
}

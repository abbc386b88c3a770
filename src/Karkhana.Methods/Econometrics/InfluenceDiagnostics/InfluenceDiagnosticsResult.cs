using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>Influence of each used row.</summary>
public sealed record InfluenceDiagnosticsResult : IMeasureResult
{
    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <summary>Gets the weight of each outcome in its own fitted value.</summary>
    public required IReadOnlyList<double> Leverages { get; init; }

    /// <summary>Gets how far all fitted values move when a row is left out.</summary>
    public required IReadOnlyList<double> CooksDistances { get; init; }

    /// <summary>Gets the residuals over their error, estimated without the row.</summary>
    public required IReadOnlyList<double> StudentizedResiduals { get; init; }

    /// <summary>Gets how far the own fitted value moves when a row is left out, in its errors.</summary>
    public required IReadOnlyList<double> FitDifferences { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("observation", Rows.Select(row => row + 1))
        .Vector("leverage", Leverages)
        .Vector("cooks_distance", CooksDistances)
        .Vector("studentized_residual", StudentizedResiduals)
        .Vector("dffits", FitDifferences);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "influence_diagnostics",
        Column.Of("observation", Rows.Select(row => row + 1), "Row", "", "Row of the sample, from 1."),
        Column.Of("leverage", Leverages, "Leverage", "", "Weight of the outcome in its own fitted value."),
        Column.Of("cooks_distance", CooksDistances, "Cook's distance", "", "How far all fitted values move without the row.", recommended: true),
        Column.Of("studentized_residual", StudentizedResiduals, "Studentised residual", "", "Residual over its error, estimated without the row."),
        Column.Of("dffits", FitDifferences, "DFFITS", "", "How far the own fitted value moves without the row, in its errors."));
}

using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>How far the outcome of a unit is, in the model, associated with its own terms and with those of all others through the
/// neighbours.</summary>
/// <param name="Terms">The terms, without the constant and without spatial lags of terms.</param>
/// <param name="Direct">The mean over units of the derivative of the own outcome.</param>
/// <param name="Indirect">Total less direct.</param>
/// <param name="Total">The mean over units of the sum of the derivatives.</param>
/// <param name="DirectErrors">The standard deviations over draws; NaN without draws.</param>
/// <param name="IndirectErrors">Those of the indirect impacts.</param>
/// <param name="TotalErrors">Those of the total impacts.</param>
/// <param name="Low">The lower percentile limits over draws: direct, indirect and total of each term.</param>
/// <param name="High">The upper ones.</param>
public sealed record ImpactTable(
    IReadOnlyList<string> Terms,
    IReadOnlyList<double> Direct,
    IReadOnlyList<double> Indirect,
    IReadOnlyList<double> Total,
    IReadOnlyList<double> DirectErrors,
    IReadOnlyList<double> IndirectErrors,
    IReadOnlyList<double> TotalErrors,
    IReadOnlyList<double> Low,
    IReadOnlyList<double> High)
{
    /// <summary>Gives three rows per term.</summary>
    /// <param name="name">The name of the table.</param>
    /// <returns>The table.</returns>
    public Table ToTable(string name)
    {
        int[] rows = [.. Enumerable.Range(0, 3 * Terms.Count)];
        IReadOnlyList<double>[] estimates = [Direct, Indirect, Total];
        IReadOnlyList<double>[] errors = [DirectErrors, IndirectErrors, TotalErrors];
        string[] kinds = ["direct", "indirect", "total"];
        return Table.Of(
            name,
            Column.Of("term", rows.Select(row => Terms[row / 3]), "Term", "Term of the model."),
            Column.Of("impact", rows.Select(row => kinds[row % 3]), "Impact", "direct: the unit's own; indirect: through the neighbours; total: both."),
            Column.Of("estimate", rows.Select(row => estimates[row % 3][row / 3]), "Estimate", "", "Mean over the units.", recommended: true),
            Column.Of("std_error", rows.Select(row => errors[row % 3][row / 3]), "Standard error", "", "Standard deviation over draws of the parameters."),
            Column.Of("conf_low", Low, "Low", "", "Lower percentile limit over draws."),
            Column.Of("conf_high", High, "High", "", "Upper percentile limit over draws."));
    }
}

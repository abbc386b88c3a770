using Karkhana.Core.Errors;

namespace Karkhana.Core.Measures;

/// <summary>A table of text cells as a file or a request gives it; null is missing.</summary>
/// <param name="Name">The name used in messages.</param>
/// <param name="Columns">The column names.</param>
/// <param name="Cells">The cells by column.</param>
public sealed record CellTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<string?[]> Cells)
{
    /// <summary>Gets the number of rows.</summary>
    public int RowCount => Cells.Count == 0 ? 0 : Cells[0].Length;

    /// <summary>Gives the position of a column.</summary>
    /// <param name="column">The name.</param>
    /// <returns>The zero-based position.</returns>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public int Position(string column)
    {
        for (int i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == column)
            {
                return i;
            }
        }

        throw new ArgumentException(
            $"Table {Name} has no column {column}; it has {string.Join(", ", Columns)}.", nameof(column));
    }

    /// <summary>Keeps the rows whose cell in a column is one of the given texts.</summary>
    /// <param name="column">The column.</param>
    /// <param name="kept">The texts to keep.</param>
    /// <returns>The smaller table.</returns>
    public CellTable Where(string column, IReadOnlyCollection<string> kept)
    {
        Require.That(kept is not null, nameof(kept), "must be a list of texts; it was missing");
        string?[] cells = Cells[Position(column)];
        int[] rows = [.. Enumerable.Range(0, RowCount).Where(row => cells[row] is string text && kept!.Contains(text))];
        return this with { Cells = [.. Cells.Select(values => rows.Select(row => values[row]).ToArray())] };
    }
}

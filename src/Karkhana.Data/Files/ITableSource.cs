namespace Karkhana.Data.Files;

/// <summary>Rows of a table, read one after another, whatever the file format.</summary>
internal interface ITableSource : IDisposable
{
    /// <summary>Gets the column names of the header.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>Gets the row just read, as a spreadsheet counts (header = 1).</summary>
    long Row { get; }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False at the end.</returns>
    bool Read();

    /// <summary>Gives a cell as text; empty when missing.</summary>
    /// <param name="column">The zero-based column.</param>
    /// <returns>The text.</returns>
    string Text(int column);

    /// <summary>Gives a cell as a number.</summary>
    /// <param name="column">The zero-based column.</param>
    /// <param name="number">The number; NaN when the cell is missing or not a number.</param>
    /// <returns>False when the cell holds something that is not a number.</returns>
    bool TryNumber(int column, out double number);
}

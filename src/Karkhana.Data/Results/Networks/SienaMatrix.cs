using System.Globalization;
using System.Text;
using Karkhana.Core.Errors;

namespace Karkhana.Data.Results.Networks;

/// <summary>The ties of one kind in one wave, for RSiena.</summary>
/// <param name="Kind">The kind of tie.</param>
/// <param name="Wave">The wave.</param>
/// <param name="Actors">The number of actors.</param>
/// <param name="Cells">The cells, row after row: rows send, columns receive. The diagonal is written as 0.</param>
public sealed record SienaMatrix(string Kind, int Wave, int Actors, IReadOnlyList<SienaCell> Cells)
{
    /// <summary>Writes the matrix: a line per row, blanks between cells.</summary>
    /// <returns>The text; lines end in LF.</returns>
    public string ToText()
    {
        Require.SameLength(Actors * Actors, Cells.Count, nameof(Cells));
        StringBuilder text = new(2 * Cells.Count);
        for (int row = 0; row < Actors; row++)
        {
            for (int column = 0; column < Actors; column++)
            {
                SienaCell cell = row == column ? SienaCell.None : Cells[(row * Actors) + column];
                text.Append(column == 0 ? "" : " ").Append(cell == SienaCell.Missing ? "NA" : ((int)cell).ToString(CultureInfo.InvariantCulture));
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}

using System.Globalization;
using Karkhana.Core.Errors;

namespace Karkhana.Core.Measures;

/// <summary>A table whose columns were given the roles that a measure asks for.</summary>
/// <param name="Input">The name of the input, used in messages.</param>
/// <param name="Table">The cells.</param>
/// <param name="Roles">The columns of each role; one for a simple role, any number for a list.</param>
public sealed record BoundTable(string Input, CellTable Table, IReadOnlyDictionary<string, IReadOnlyList<string>> Roles)
{
    /// <summary>Gets the number of rows.</summary>
    public int RowCount => Table.RowCount;

    /// <summary>Says whether a role has a column.</summary>
    /// <param name="role">The role.</param>
    /// <returns>True when bound.</returns>
    public bool Has(string role) => Roles.TryGetValue(role, out IReadOnlyList<string>? columns) && columns.Count > 0;

    /// <summary>Gives the column names of a role.</summary>
    /// <param name="role">The role.</param>
    /// <returns>The names.</returns>
    /// <exception cref="ArgumentException">The role is not bound.</exception>
    public IReadOnlyList<string> ColumnsOf(string role) => Has(role)
        ? Roles[role]
        : throw new ArgumentException($"Input {Input} needs a column for the role {role}; none was given.", role);

    /// <summary>Gives the columns beside that of a role, in file order; for square matrices and lists of
    /// permutations.</summary>
    /// <remarks>Columns of an inline table carry their own names as roles, so that other roles say nothing
    /// here.</remarks>
    /// <param name="role">The role of the labels.</param>
    /// <returns>The names.</returns>
    public IReadOnlyList<string> UnboundColumns(string role = "id")
    {
        HashSet<string> bound = Has(role) ? [.. Roles[role]] : [];
        return [.. Table.Columns.Where(column => !bound.Contains(column))];
    }

    /// <summary>Gives the texts of a role; missing cells are refused.</summary>
    /// <param name="role">The role.</param>
    /// <returns>The texts.</returns>
    public string[] Texts(string role)
    {
        string column = ColumnsOf(role)[0];
        string?[] cells = Table.Cells[Table.Position(column)];
        for (int row = 0; row < cells.Length; row++)
        {
            Require.That(
                cells[row] is not null, role, $"must not be missing; row {row + 1} of column {column} was empty");
        }

        return cells!;
    }

    /// <summary>Gives the texts of a role, or null when it is not bound.</summary>
    /// <param name="role">The role.</param>
    /// <returns>The texts or null.</returns>
    public string[]? OptionalTexts(string role) => Has(role) ? Texts(role) : null;

    /// <summary>Gives the numbers of a role; a missing cell is NaN.</summary>
    /// <param name="role">The role.</param>
    /// <returns>The numbers.</returns>
    public double[] Numbers(string role) => NumbersOf(ColumnsOf(role)[0]);

    /// <summary>Gives the numbers of a role, or null when it is not bound.</summary>
    /// <param name="role">The role.</param>
    /// <returns>The numbers or null.</returns>
    public double[]? OptionalNumbers(string role) => Has(role) ? Numbers(role) : null;

    /// <summary>Gives the numbers of a role and refuses missing cells.</summary>
    /// <param name="role">The role.</param>
    /// <returns>The numbers, all present.</returns>
    public double[] CompleteNumbers(string role)
    {
        double[] numbers = Numbers(role);
        int missing = Array.FindIndex(numbers, double.IsNaN);
        Require.That(
            missing < 0, role, $"must not be missing; row {missing + 1} of column {ColumnsOf(role)[0]} was empty");
        return numbers;
    }

    /// <summary>Gives the texts of a column by its name; null is missing.</summary>
    /// <param name="column">The column.</param>
    /// <returns>The texts.</returns>
    public string?[] CellsOf(string column) => Table.Cells[Table.Position(column)];

    /// <summary>Gives the numbers of a column by its name; a missing cell is NaN.</summary>
    /// <param name="column">The column.</param>
    /// <returns>The numbers.</returns>
    /// <exception cref="ArgumentException">A cell is not a number.</exception>
    public double[] NumbersOf(string column)
    {
        string?[] cells = CellsOf(column);
        double[] numbers = new double[cells.Length];
        for (int row = 0; row < cells.Length; row++)
        {
            numbers[row] = Number(cells[row], column, row);
        }

        return numbers;
    }

    private double Number(string? cell, string column, int row)
    {
        double number = double.NaN;
        bool read = cell is null or "" or "NA" or "NaN"
            || double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        Require.That(read, Input, $"must hold numbers in column {column}; row {row + 1} was \"{cell}\"");
        return cell is null or "" or "NA" or "NaN" ? double.NaN : number;
    }
}

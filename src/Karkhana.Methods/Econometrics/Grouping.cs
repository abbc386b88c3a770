using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The group of each row: its firm, its year, its sector.</summary>
public sealed class Grouping
{
    private readonly int[] _byRow;

    private Grouping(int[] byRow, IReadOnlyList<string> labels)
    {
        _byRow = byRow;
        Labels = labels;
    }

    /// <summary>Gets the name of the column, empty when it has none.</summary>
    public string Name { get; init; } = "";

    /// <summary>Gets the label of each group, in the order of their first rows.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Gets the number of groups.</summary>
    public int Count => Labels.Count;

    /// <summary>Gets the group of each row, from 0; −1 where it is missing.</summary>
    public ReadOnlySpan<int> ByRow => _byRow;

    /// <summary>Groups rows by text; null and empty are missing.</summary>
    /// <param name="codes">One code per row.</param>
    /// <returns>The groups.</returns>
    public static Grouping Of(IReadOnlyList<string?> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        int[] groups = Number<string>([.. codes!], string.IsNullOrEmpty, out List<string> distinct);
        return new Grouping(groups, distinct);
    }

    /// <summary>Groups rows by whole number.</summary>
    /// <param name="codes">One code per row.</param>
    /// <returns>The groups.</returns>
    public static Grouping Of(IReadOnlyList<int> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        int[] groups = Number([.. codes], _ => false, out List<int> distinct);
        return new Grouping(groups, [.. distinct.Select(code => FormattableString.Invariant($"{code}"))]);
    }

    /// <summary>Groups rows by the texts of a column with a name.</summary>
    internal static Grouping Of(IReadOnlyList<string?> codes, string name)
    {
        Grouping plain = Of(codes);
        return new Grouping(plain._byRow, plain.Labels) { Name = name };
    }

    /// <summary>Groups the rows of a bound table by one of its columns; empty cells and NA are missing.</summary>
    internal static Grouping Read(BoundTable table, string column)
    {
        string[] cells = [.. table.CellsOf(column).Select(cell => cell is null or "NA" or "NaN" ? "" : cell)];
        return new Grouping(Number(cells, string.IsNullOrEmpty, out List<string> distinct), distinct) { Name = column };
    }

    /// <summary>Numbers keys in the order of their first rows; −1 where a key is missing.</summary>
    internal static int[] Number<T>(T[] keys, Func<T, bool> missing, out List<T> distinct)
        where T : notnull
    {
        Dictionary<T, int> numbers = [];
        distinct = [];
        int[] groups = new int[keys.Length];
        for (int row = 0; row < keys.Length; row++)
        {
            if (missing(keys[row]))
            {
                groups[row] = -1;
            }
            else if (!numbers.TryGetValue(keys[row], out groups[row]))
            {
                groups[row] = distinct.Count;
                numbers.Add(keys[row], groups[row]);
                distinct.Add(keys[row]);
            }
        }

        return groups;
    }

    internal void Check(int rows, string name) => Require.SameLength(rows, _byRow.Length, name);
}

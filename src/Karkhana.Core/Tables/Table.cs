using Karkhana.Core.Errors;

namespace Karkhana.Core.Tables;

/// <summary>A tidy table: one row per quantity, columns of equal length that carry their meaning.</summary>
public sealed class Table
{
    private readonly Dictionary<string, Column> _byName;

    private Table(string name, IReadOnlyList<Column> columns)
    {
        Name = name;
        Columns = columns;
        _byName = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
    }

    /// <summary>Gets the snake_case name, which is the file name without ending.</summary>
    public string Name { get; }

    /// <summary>Gets the title that people read.</summary>
    public string Title { get; private init; } = "";

    /// <summary>Gets the columns in order.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Gets the number of rows.</summary>
    public int RowCount => Columns.Count == 0 ? 0 : Columns[0].Count;

    /// <summary>Gets a column by name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The column.</returns>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public Column this[string name] => _byName.TryGetValue(name, out Column? column)
        ? column
        : throw new ArgumentException(
            $"Table {Name} has no column {name}; it has {string.Join(", ", _byName.Keys)}.", nameof(name));

    /// <summary>Makes a table.</summary>
    /// <param name="name">The snake_case name.</param>
    /// <param name="columns">The columns, of equal length and with different names.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">Lengths differ or a name comes twice.</exception>
    public static Table Of(string name, params IReadOnlyList<Column> columns)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(columns);
        foreach (Column column in columns)
        {
            Require.SameLength(columns[0].Count, column.Count, column.Name);
        }

        return new Table(name, columns);
    }

    /// <summary>Says whether there is a column of that name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True when there is.</returns>
    public bool Has(string name) => _byName.ContainsKey(name);

    /// <summary>Gives the same table under a title that people read.</summary>
    /// <param name="title">The title.</param>
    /// <returns>The table.</returns>
    public Table WithTitle(string title) => new(Name, Columns) { Title = title };

    /// <summary>Gives the numbers of a column of numbers or whole numbers.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The numbers; NaN is missing.</returns>
    /// <exception cref="ArgumentException">There is no such column of numbers.</exception>
    public IReadOnlyList<double> Numbers(string name) => this[name] switch
    {
        NumberColumn numbers => numbers.Values,
        IntegerColumn integers => [.. integers.Values.Select(value => (double)value)],
        _ => throw new ArgumentException($"Column {name} of table {Name} does not hold numbers.", nameof(name)),
    };

    /// <summary>Gives the texts of a column of texts.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The texts; null is missing.</returns>
    /// <exception cref="ArgumentException">There is no such column of texts.</exception>
    public IReadOnlyList<string?> Texts(string name) => this[name] is TextColumn texts
        ? texts.Values
        : throw new ArgumentException($"Column {name} of table {Name} does not hold texts.", nameof(name));
}

namespace Karkhana.Core.Tables;

/// <summary>A named column that knows what it means.</summary>
/// <remarks>Names are snake_case words of the shared vocabulary (<c>term, estimate, std_error, …</c>) or of the
/// domain.</remarks>
public abstract record Column
{
    private protected Column(string name) => Name = name;

    /// <summary>Gets the snake_case name used in files and JSON.</summary>
    public string Name { get; init; }

    /// <summary>Gets the label that people read; the name unless set.</summary>
    public string Label { get => field.Length > 0 ? field : Name; init; } = "";

    /// <summary>Gets the unit (<c>km</c>, <c>workers</c>, <c>share</c>), empty when there is none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Gets one sentence that says what the column holds.</summary>
    public string Description { get; init; } = "";

    /// <summary>Gets a value indicating whether this is the column to look at first.</summary>
    public bool Recommended { get; init; }

    /// <summary>Gets the number of rows.</summary>
    public abstract int Count { get; }

    /// <summary>Gives the cell as a double, long, bool, string or null (missing).</summary>
    /// <param name="row">The zero-based row.</param>
    /// <returns>The cell.</returns>
    public abstract object? this[int row] { get; }

    /// <summary>Makes a column of numbers; NaN is missing.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The values.</param>
    /// <param name="label">The label; the name when empty.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="recommended">Whether to look here first.</param>
    /// <returns>The column.</returns>
    public static NumberColumn Of(
        string name, IEnumerable<double> values, string label = "", string unit = "", string description = "", bool recommended = false) =>
        new(name, [.. values]) { Label = label, Unit = unit, Description = description, Recommended = recommended };

    /// <summary>Makes a column of whole numbers.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The values.</param>
    /// <param name="label">The label; the name when empty.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="description">One sentence.</param>
    /// <returns>The column.</returns>
    public static IntegerColumn Of(
        string name, IEnumerable<int> values, string label = "", string unit = "", string description = "") =>
        new(name, [.. values.Select(value => (long)value)]) { Label = label, Unit = unit, Description = description };

    /// <summary>Makes a column of texts; null is missing.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The values.</param>
    /// <param name="label">The label; the name when empty.</param>
    /// <param name="description">One sentence.</param>
    /// <returns>The column.</returns>
    public static TextColumn Of(string name, IEnumerable<string?> values, string label = "", string description = "") =>
        new(name, [.. values]) { Label = label, Description = description };

    /// <summary>Makes a column of yes and no.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The values.</param>
    /// <param name="label">The label; the name when empty.</param>
    /// <param name="description">One sentence.</param>
    /// <returns>The column.</returns>
    public static FlagColumn Of(string name, IEnumerable<bool> values, string label = "", string description = "") =>
        new(name, [.. values]) { Label = label, Description = description };
}

namespace Karkhana.Core.Tables;

/// <summary>A column of texts; null is missing.</summary>
/// <param name="Name">The name.</param>
/// <param name="Values">The values.</param>
public sealed record TextColumn(string Name, IReadOnlyList<string?> Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Count;

    /// <inheritdoc/>
    public override object? this[int row] => Values[row];
}

namespace Karkhana.Core.Tables;

/// <summary>A column of yes and no.</summary>
/// <param name="Name">The name.</param>
/// <param name="Values">The values.</param>
public sealed record FlagColumn(string Name, IReadOnlyList<bool> Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Count;

    /// <inheritdoc/>
    public override object? this[int row] => Values[row];
}

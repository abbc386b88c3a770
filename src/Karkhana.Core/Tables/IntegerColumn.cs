namespace Karkhana.Core.Tables;

/// <summary>A column of whole numbers.</summary>
/// <param name="Name">The name.</param>
/// <param name="Values">The values.</param>
public sealed record IntegerColumn(string Name, IReadOnlyList<long> Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Count;

    /// <inheritdoc/>
    public override object? this[int row] => Values[row];
}

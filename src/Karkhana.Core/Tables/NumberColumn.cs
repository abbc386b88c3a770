namespace Karkhana.Core.Tables;

/// <summary>A column of numbers; NaN is missing.</summary>
/// <param name="Name">The name.</param>
/// <param name="Values">The values.</param>
public sealed record NumberColumn(string Name, IReadOnlyList<double> Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Count;

    /// <inheritdoc/>
    public override object? this[int row] => double.IsNaN(Values[row]) ? null : Values[row];
}

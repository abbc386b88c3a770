using Karkhana.Core.Exchange;
namespace Karkhana.Learning;

/// <summary>What the matrix says about one advantage.</summary>
public sealed record MatrixRow
{
    /// <summary>Gets the id of the advantage.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name that people read.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the cells by channel.</summary>
    public required IReadOnlyDictionary<LearningChannel, MatrixCell> Cells { get; init; }

    /// <summary>Gives the signed strength in a channel; 0 when the row has no such cell.</summary>
    /// <param name="channel">The channel.</param>
    /// <returns>The value from −2 to 2.</returns>
    public double In(LearningChannel channel) => Cells.TryGetValue(channel, out MatrixCell? cell) ? cell.Value : 0;
}

namespace Karkhana.Data.Studies;

/// <summary>What the <c>[policy]</c> part of study.toml says of the firms that those of a cluster are compared with.</summary>
/// <param name="Set">The kind of set.</param>
/// <param name="Places">The places; empty unless the set is one of places.</param>
public sealed record ComparisonFirms(ComparisonSet Set, IReadOnlyList<string> Places)
{
    /// <summary>Gets the dispersed firms, which a study is compared with unless it says otherwise.</summary>
    public static ComparisonFirms Dispersed { get; } = new(ComparisonSet.Dispersed, []);
}

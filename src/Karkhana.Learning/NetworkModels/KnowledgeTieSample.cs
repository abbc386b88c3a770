using Karkhana.Core.Errors;
using Karkhana.Methods.Networks;

namespace Karkhana.Learning;

/// <summary>Which firm gives knowledge to which, and what may go together with it, pair by pair.</summary>
/// <param name="Ties">1 where the row gives to the column, 0 where not, NaN where it is not known.</param>
public sealed record KnowledgeTieSample(DyadMatrix Ties)
{
    /// <summary>Gets the absorptive capacity of each firm; NaN where not known, empty to leave it out.</summary>
    public IReadOnlyList<double> AbsorptiveCapacity { get; init; } = [];

    /// <summary>Gets the subsector of each firm; null where not known, empty to leave it out.</summary>
    public IReadOnlyList<string?> Subsectors { get; init; } = [];

    /// <summary>Gets other values of pairs by name, of the same firms in the same order: <c>distance</c>, <c>kinship</c>,
    /// <c>business_tie</c>, <c>common_association</c>.</summary>
    public IReadOnlyList<(string Name, DyadMatrix Pairs)> Layers { get; init; } = [];

    internal void Check()
    {
        Require.SameLength(AbsorptiveCapacity.Count == 0 ? 0 : Ties.Count, AbsorptiveCapacity.Count, nameof(AbsorptiveCapacity));
        Require.SameLength(Subsectors.Count == 0 ? 0 : Ties.Count, Subsectors.Count, nameof(Subsectors));
        foreach ((string name, DyadMatrix pairs) in Layers)
        {
            Require.That(pairs.Nodes.SequenceEqual(Ties.Nodes, StringComparer.Ordinal), name, "must be of the firms of the ties, in their order");
        }
    }
}

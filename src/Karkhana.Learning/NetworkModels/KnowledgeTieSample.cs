using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
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

    /// <summary>Gives what may go together with a tie, pair by pair: differences and sums of absorptive capacity in standard deviations, whether
    /// subsectors are the same, and the other values.</summary>
    /// <returns>The terms with their names.</returns>
    public IEnumerable<(string Name, DyadMatrix Pairs)> ToTerms()
    {
        if (AbsorptiveCapacity.Count > 0)
        {
            double[] capacity = Standard.Scores(AbsorptiveCapacity);
            yield return ("absorptive_capacity_difference", Pairs((i, j) => Math.Abs(capacity[i] - capacity[j])));
            yield return ("absorptive_capacity_sum", Pairs((i, j) => capacity[i] + capacity[j]));
        }

        if (Subsectors.Count > 0)
        {
            yield return ("same_subsector", Pairs((i, j) =>
                Subsectors[i] is not { } one || Subsectors[j] is not { } other ? double.NaN : one == other ? 1 : 0));
        }

        foreach ((string name, DyadMatrix pairs) in Layers)
        {
            yield return (name, pairs);
        }

        DyadMatrix Pairs(Func<int, int, double> value)
        {
            int n = Ties.Count;
            return DyadMatrix.Of(Ties.Nodes, [.. Enumerable.Range(0, n * n).Select(cell => value(cell / n, cell % n))]);
        }
    }

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

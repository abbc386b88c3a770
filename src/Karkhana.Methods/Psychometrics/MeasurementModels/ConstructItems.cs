using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Which construct each item measures.</summary>
/// <param name="Constructs">The construct names, in the order given.</param>
/// <param name="ConstructOf">The position of the construct of each item.</param>
internal sealed record ConstructItems(IReadOnlyList<string> Constructs, int[] ConstructOf)
{
    private const int LeastItems = 2;

    /// <summary>Gives constructs and items as text, for the provenance.</summary>
    public string Text(IReadOnlyList<string> items) => string.Join("; ", Constructs.Select(
        (construct, own) => $"{construct}: {string.Join(", ", items.Where((_, item) => ConstructOf[item] == own))}"));

    /// <summary>Checks that every item belongs to one construct and every construct has two items.</summary>
    public static ConstructItems Of(
        IReadOnlyDictionary<string, IReadOnlyList<string>> constructs, IReadOnlyList<string> items, string name)
    {
        int[] constructOf = [.. Enumerable.Repeat(-1, items.Count)];
        int[][] positions = Positions(constructs, items, name);
        for (int own = 0; own < positions.Length; own++)
        {
            foreach (int item in positions[own])
            {
                constructOf[item] = own;
            }
        }

        int free = Array.IndexOf(constructOf, -1);
        Require.That(free < 0, name, $"must assign every item; {(free < 0 ? "" : items[free])} belongs to no construct");
        return new ConstructItems([.. constructs.Keys], constructOf);
    }

    /// <summary>Gives where the items of each construct stand, in the order in which they are named; every construct has
    /// two items and no item two constructs.</summary>
    public static int[][] Positions(
        IReadOnlyDictionary<string, IReadOnlyList<string>> constructs,
        IReadOnlyList<string> items,
        string name,
        int leastConstructs = 1)
    {
        Require.That(constructs.Count >= leastConstructs, name, FormattableString.Invariant(
            $"must name at least {leastConstructs} construct{(leastConstructs == 1 ? "" : "s")}; it named {constructs.Count}"));
        List<string> places = [.. items];
        HashSet<int> taken = [];
        return [.. constructs.Select(construct =>
        {
            Require.That(construct.Value.Count >= LeastItems, name, FormattableString.Invariant(
                $"must give each construct at least {LeastItems} items; {construct.Key} had {construct.Value.Count}"));
            return construct.Value.Select(item =>
            {
                int place = places.IndexOf(item);
                Require.That(place >= 0, name, $"must assign items of the input; {item} of {construct.Key} is not one");
                Require.That(taken.Add(place), name, $"must assign each item once; {item} came twice");
                return place;
            }).ToArray();
        })];
    }
}

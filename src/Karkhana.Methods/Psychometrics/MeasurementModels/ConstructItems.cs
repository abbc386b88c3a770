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
        Require.That(constructs.Count > 0, name, "must name at least one construct; it was empty");
        int[] constructOf = [.. Enumerable.Repeat(-1, items.Count)];
        List<string> positions = [.. items];
        List<string> names = [];
        foreach ((string construct, IReadOnlyList<string> own) in constructs)
        {
            Require.That(own.Count >= LeastItems, name, FormattableString.Invariant(
                $"must give each construct at least {LeastItems} items; {construct} had {own.Count}"));
            foreach (string item in own)
            {
                int position = positions.IndexOf(item);
                Require.That(position >= 0, name, $"must assign items of the input; {item} of {construct} is not one");
                Require.That(constructOf[position] < 0, name, $"must assign each item once; {item} came twice");
                constructOf[position] = names.Count;
            }

            names.Add(construct);
        }

        int free = Array.IndexOf(constructOf, -1);
        Require.That(free < 0, name, $"must assign every item; {(free < 0 ? "" : items[free])} belongs to no construct");
        return new ConstructItems(names, constructOf);
    }
}

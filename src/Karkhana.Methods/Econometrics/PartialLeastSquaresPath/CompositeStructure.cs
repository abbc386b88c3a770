using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>Which indicators make which construct, and which construct explains which.</summary>
/// <param name="Constructs">The names.</param>
/// <param name="Indicators">The indicators, construct by construct.</param>
/// <param name="First">Where the indicators of each construct begin, and after the last where they end.</param>
/// <param name="IsFormative">Whether the weights of a construct come from a regression.</param>
/// <param name="Paths">From and to of each path.</param>
internal sealed record CompositeStructure(
    IReadOnlyList<string> Constructs,
    IReadOnlyList<string> Indicators,
    int[] First,
    bool[] IsFormative,
    IReadOnlyList<(int From, int To)> Paths)
{
    public int Count => Constructs.Count;

    public int SizeOf(int construct) => First[construct + 1] - First[construct];

    public int[] PredecessorsOf(int construct) => [.. Paths.Where(path => path.To == construct).Select(path => path.From)];

    public int[] SuccessorsOf(int construct) => [.. Paths.Where(path => path.From == construct).Select(path => path.To)];

    /// <summary>Checks blocks and paths.</summary>
    public static CompositeStructure Of(PartialLeastSquaresPathOptions options, IReadOnlyList<string> columns)
    {
        string[] constructs = [.. options.Blocks.Keys];
        Require.That(constructs.Length >= 2, nameof(options.Blocks), FormattableString.Invariant(
            $"must name at least two constructs; it named {constructs.Length}"));
        string[] empty = [.. options.Blocks.Where(block => block.Value.Count == 0).Select(block => block.Key)];
        Require.That(empty.Length == 0, nameof(options.Blocks), $"must give each construct an indicator; {string.Join(", ", empty)} had none");
        string[] indicators = [.. options.Blocks.Values.SelectMany(own => own)];
        string? unknown = indicators.FirstOrDefault(indicator => !columns.Contains(indicator));
        Require.That(unknown is null, nameof(options.Blocks), $"must name columns of the sample; {unknown} is not one");
        string? twice = indicators.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        Require.That(twice is null, nameof(options.Blocks), $"must assign each indicator once; {twice} came twice");
        string? formative = options.Formative.FirstOrDefault(name => !constructs.Contains(name));
        Require.That(formative is null, nameof(options.Formative), $"must name constructs; {formative} is not one");
        int[] first = new int[constructs.Length + 1];
        for (int construct = 0; construct < constructs.Length; construct++)
        {
            first[construct + 1] = first[construct] + options.Blocks[constructs[construct]].Count;
        }

        return new CompositeStructure(
            constructs, indicators, first, [.. constructs.Select(options.Formative.Contains)], PathsOf(options.Paths, constructs));
    }

    /// <summary>Gives the constructs so that each comes after those that explain it.</summary>
    public IEnumerable<int> InOrder() => Order(Paths, Count);

    private static List<(int From, int To)> PathsOf(IReadOnlyList<IReadOnlyList<string>> paths, string[] constructs)
    {
        List<(int From, int To)> found = [];
        foreach (IReadOnlyList<string> path in paths)
        {
            string text = string.Join(", ", path);
            Require.That(path.Count == 2 && path[0] != path[1], "Paths", $"must be pairs [from, to] of two constructs; one was [{text}]");
            (int from, int to) = (Array.IndexOf(constructs, path[0]), Array.IndexOf(constructs, path[1]));
            Require.That(from >= 0 && to >= 0, "Paths", $"must join constructs of the blocks; one was [{text}]");
            Require.That(!found.Contains((from, to)), "Paths", $"must name each path once; [{text}] came twice");
            found.Add((from, to));
        }

        string[] alone = [.. constructs.Where((_, place) => !found.Exists(path => path.From == place || path.To == place))];
        Require.That(alone.Length == 0, "Paths", $"must join every construct to another; {string.Join(", ", alone)} had none");
        List<int> ordered = [.. Order(found, constructs.Length)];
        Require.That(ordered.Count == constructs.Length, "Paths",
            $"must not run in a circle; {string.Join(", ", constructs.Where((_, place) => !ordered.Contains(place)))} stood in one or behind it");
        return found;
    }

    private static IEnumerable<int> Order(IReadOnlyList<(int From, int To)> paths, int count)
    {
        HashSet<int> placed = [];
        for (int round = 0; round < count; round++)
        {
            int[] ready = [.. Enumerable.Range(0, count).Where(
                construct => !placed.Contains(construct) && paths.All(path => path.To != construct || placed.Contains(path.From)))];
            foreach (int construct in ready)
            {
                placed.Add(construct);
                yield return construct;
            }
        }
    }
}

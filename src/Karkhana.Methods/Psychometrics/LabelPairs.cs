using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The pairs of different labels of a symmetric matrix, for tables with one row per pair.</summary>
internal sealed class LabelPairs(IReadOnlyList<string> labels)
{
    private readonly (int Earlier, int Later)[] _pairs =
        [.. Enumerable.Range(0, labels.Count).SelectMany(first => Enumerable.Range(first + 1, labels.Count - first - 1).Select(second => (first, second)))];

    public TextColumn Earlier(string name, string label, string description) =>
        Column.Of(name, _pairs.Select(pair => labels[pair.Earlier]), label, description);

    public TextColumn Later(string name, string label, string description) =>
        Column.Of(name, _pairs.Select(pair => labels[pair.Later]), label, description);

    /// <summary>Gives the numbers of the pairs from a symmetric matrix, row after row.</summary>
    public IEnumerable<double> Of(IReadOnlyList<double> matrix) =>
        _pairs.Select(pair => matrix[(pair.Earlier * labels.Count) + pair.Later]);
}

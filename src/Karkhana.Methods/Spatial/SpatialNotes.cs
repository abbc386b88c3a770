using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>The words about units without neighbours and other degenerate data, the same for every statistic.</summary>
internal static class SpatialNotes
{
    /// <summary>What a local statistic does with islands.</summary>
    public const string NotComputed = "nothing is computed for them, while their values count in the mean and the variance of all";

    private const int MostNamed = 10;

    /// <summary>Names the islands, units without a neighbour that weighs anything, if there are any.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="treatment">What happens to them: "they stay in n with lag 0".</param>
    public static IReadOnlyList<Note> Islands(SpatialWeights weights, string treatment)
    {
        int[] islands = [.. Enumerable.Range(0, weights.Count).Where(weights.IsIsolated)];
        return islands.Length == 0
            ? []
            : [new Note("islands", Severity.Warning, FormattableString.Invariant(
                $"{islands.Length} of {weights.Count} units have no neighbour; {treatment}: {Listed(islands.Select(unit => weights.Ids[unit]), islands.Length)}."))];
    }

    /// <summary>Says why a statistic is not defined, if it is not.</summary>
    /// <param name="spread">The sum of squared deviations.</param>
    /// <param name="s0">The sum of the weights.</param>
    public static IReadOnlyList<Note> Undefined(double spread, double s0) =>
    [
        .. spread > 0 ? (Note[])[] : [Constant()],
        .. s0 > 0 ? (Note[])[] : [new Note("no-links", Severity.Warning, "No unit has a neighbour of positive weight, so the statistic is not defined.")],
    ];

    /// <summary>Says that values without spread carry no pattern.</summary>
    public static Note Constant() => new(
        "constant-values", Severity.Warning, "The values do not vary: there is no pattern to look for, and the statistic is not defined.");

    /// <summary>Lists the first ten.</summary>
    public static string Listed(IEnumerable<string> ids, int count) =>
        string.Join(", ", ids.Take(MostNamed)) + (count > MostNamed ? ", …" : "");
}

using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>The words about units without neighbours and other degenerate data, the same for every statistic.</summary>
internal static class SpatialNotes
{
    private const int MostNamed = 10;

    /// <summary>Names the islands, if there are any.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="treatment">What happens to them: "they stay in n with lag 0".</param>
    public static IReadOnlyList<Note> Islands(SpatialWeights weights, string treatment)
    {
        IReadOnlyList<int> islands = weights.Islands();
        return islands.Count == 0
            ? []
            : [new Note("islands", Severity.Warning, FormattableString.Invariant(
                $"{islands.Count} of {weights.Count} units have no neighbour; {treatment}: {Listed(islands.Select(unit => weights.Ids[unit]), islands.Count)}."))];
    }

    /// <summary>Says why a statistic is not defined, if it is not.</summary>
    /// <param name="spread">The sum of squared deviations.</param>
    /// <param name="s0">The sum of the weights.</param>
    public static IReadOnlyList<Note> Undefined(double spread, double s0) =>
    [
        .. spread > 0 ? (Note[])[] : [new Note("constant-values", Severity.Warning, "The values do not vary, so the statistic is not defined.")],
        .. s0 > 0 ? (Note[])[] : [new Note("no-links", Severity.Warning, "No unit has a neighbour of positive weight, so the statistic is not defined.")],
    ];

    /// <summary>Lists the first ten.</summary>
    public static string Listed(IEnumerable<string> ids, int count) =>
        string.Join(", ", ids.Take(MostNamed)) + (count > MostNamed ? ", …" : "");
}

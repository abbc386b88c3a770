using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using Karkhana.Methods.Concentration;

namespace Karkhana.Agglomeration;

/// <summary>Establishments whose place and industry are known, in an order that does not depend on that of the
/// rows.</summary>
/// <param name="Plants">The establishments.</param>
/// <param name="Counts">How many each industry has.</param>
/// <param name="Notes">What was left out or filled in.</param>
internal sealed record Establishments(
    PlantTable Plants, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<Note> Notes)
{
    public static Establishments Of(
        IReadOnlyList<string> places, IReadOnlyList<string> industries, IReadOnlyList<double> employment)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(industries);
        ArgumentNullException.ThrowIfNull(employment);
        Require.That(places.Count > 0, nameof(places), "must have at least one establishment; it was empty");
        Require.SameLength(places.Count, industries.Count, nameof(industries));
        Require.That(
            employment.Count == 0 || employment.Count == places.Count, nameof(employment),
            FormattableString.Invariant($"must have {places.Count} values or none; it had {employment.Count}"));
        Require.That(
            employment.All(workers => double.IsNaN(workers) || (workers >= 0 && double.IsFinite(workers))),
            nameof(employment), "must be zero or greater, or missing");
        double[] weights = employment.Count == 0
            ? [.. places.Select(_ => 1.0)]
            : Decayed.WithoutGaps(employment);
        int[] order = [.. Enumerable.Range(0, places.Count)
            .Where(row => !string.IsNullOrEmpty(places[row]) && !string.IsNullOrEmpty(industries[row]))
            .OrderBy(row => industries[row], StringComparer.Ordinal)
            .ThenBy(row => places[row], StringComparer.Ordinal)
            .ThenBy(row => weights[row])];
        PlantTable plants = new()
        {
            Regions = [.. order.Select(row => places[row])],
            Industries = [.. order.Select(row => industries[row])],
            Employment = [.. order.Select(row => weights[row])],
        };
        return new Establishments(
            plants,
            plants.Industries.CountBy(industry => industry).ToDictionary(StringComparer.Ordinal),
            NotesOf(places.Count - order.Length, employment.Count(double.IsNaN), places.Count));
    }

    private static Note[] NotesOf(int leftOut, int missing, int rows) =>
    [
        .. leftOut == 0 ? Array.Empty<Note>() : [new Note(
            "left-out", Severity.Warning,
            FormattableString.Invariant($"{leftOut} of {rows} establishments have no place or no industry and were left out."))],
        .. missing == 0 ? Array.Empty<Note>() : [new Note(
            "employment-filled", Severity.Warning,
            FormattableString.Invariant($"{missing} of {rows} establishments have no employment and count as the median of the others."))],
    ];
}

using F23.StringSimilarity;

namespace Karkhana.Data.Ties;

/// <summary>How alike two names are.</summary>
internal static class NameSimilarity
{
    private const double CoreWeight = 0.75;

    // What is left of a likeness that rests on consonants alone.
    private const double ConsonantsOnly = 0.97;

    // Numbers tell units of one owner apart: such names are never matched without someone looking.
    private const double OtherNumbers = 0.85;

    private static readonly JaroWinkler Words = new();

    /// <summary>Gives the likeness from 0 to 1; the same forms give 1, or 0.97 across scripts.</summary>
    public static double Of(NameForm left, NameForm right)
    {
        double likeness = left.VowelsAreOpen || right.VowelsAreOpen
            ? ConsonantsOnly * Likeness(left.Skeleton, right.Skeleton)
            : (CoreWeight * Likeness(left.Core, right.Core)) + ((1 - CoreWeight) * Likeness(left.All, right.All));
        return Numbers(left).SequenceEqual(Numbers(right), StringComparer.Ordinal) ? likeness : Math.Min(likeness, OtherNumbers);
    }

    // Order and spacing may differ, though seldom both.
    private static double Likeness(string[] left, string[] right) =>
        left.Length == 0 || right.Length == 0
            ? 0
            : Math.Max(
                Words.Similarity(string.Concat(left), string.Concat(right)),
                Words.Similarity(
                    string.Concat(left.Order(StringComparer.Ordinal)), string.Concat(right.Order(StringComparer.Ordinal))));

    private static IEnumerable<string> Numbers(NameForm name) =>
        name.All.Where(word => word.All(char.IsAsciiDigit)).Order(StringComparer.Ordinal);
}

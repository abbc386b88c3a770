using System.Globalization;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The table of proportions of two raters over ordered categories.</summary>
internal sealed class AgreementTable
{
    private AgreementTable(string[] categories, int subjects, int[] counts)
    {
        (Categories, Subjects) = (categories, subjects);
        int k = categories.Length;
        Shares = [.. counts.Select(count => count / (double)subjects)];
        First = [.. Enumerable.Range(0, k).Select(row => Enumerable.Range(0, k).Sum(column => counts[(row * k) + column]) / (double)subjects)];
        Second = [.. Enumerable.Range(0, k).Select(column => Enumerable.Range(0, k).Sum(row => counts[(row * k) + column]) / (double)subjects)];
    }

    public string[] Categories { get; }

    public int Subjects { get; }

    /// <summary>Gets the proportions, row after row; rows are the first rater.</summary>
    public double[] Shares { get; }

    public double[] First { get; }

    public double[] Second { get; }

    /// <summary>Counts the pairs in which both raters chose; the reader of the result is told of the others.</summary>
    public static AgreementTable Of(RatingPairs ratings, IReadOnlyList<string> ordered)
    {
        Require.SameLength(ratings.First.Count, ratings.Second.Count, nameof(ratings.Second));
        (string First, string Second)[] pairs = [.. ratings.First.Zip(ratings.Second)
            .Where(pair => !string.IsNullOrEmpty(pair.First) && !string.IsNullOrEmpty(pair.Second))
            .Select(pair => (pair.First!, pair.Second!))];
        Require.That(pairs.Length > 0, nameof(ratings), $"must hold a subject that both raters rated; none of {ratings.First.Count} was");
        string[] categories = ordered.Count > 0 ? [.. ordered] : Ordered(pairs.SelectMany(pair => new[] { pair.First, pair.Second }));
        Require.That(
            categories.Distinct(StringComparer.Ordinal).Count() == categories.Length, nameof(CohenKappaOptions.Categories),
            "must hold each category once");
        Dictionary<string, int> at = categories.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.Ordinal);
        int[] counts = new int[categories.Length * categories.Length];
        foreach ((string first, string second) in pairs)
        {
            counts[(Position(at, first) * categories.Length) + Position(at, second)]++;
        }

        return new AgreementTable(categories, pairs.Length, counts);
    }

    private static int Position(Dictionary<string, int> at, string category)
    {
        Require.That(
            at.TryGetValue(category, out int position), nameof(CohenKappaOptions.Categories),
            $"must hold every category that occurs; \"{category}\" was missing");
        return position;
    }

    private static string[] Ordered(IEnumerable<string> ratings)
    {
        string[] names = [.. ratings.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        double[] numbers = [.. names.Select(name =>
            double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN)];
        return numbers.Any(double.IsNaN) ? names : [.. names.Zip(numbers).OrderBy(pair => pair.Second).Select(pair => pair.First)];
    }
}

using System.Globalization;
using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Ratings of the same units by several raters.</summary>
/// <param name="Raters">The names of the raters.</param>
/// <param name="Ratings">The ratings by rater, then by unit; NaN is not rated.</param>
public sealed record RaterTable(IReadOnlyList<string> Raters, IReadOnlyList<double[]> Ratings)
{
    /// <summary>Gets a value indicating whether the ratings are numbers; if not, they are the places of names and only
    /// equality says anything.</summary>
    public bool AreNumbers { get; init; } = true;

    /// <summary>Gets the number of units.</summary>
    public int Units => Ratings.Count == 0 ? 0 : Ratings[0].Length;

    /// <summary>Reads the input <c>ratings</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The ratings; names of categories become numbers.</returns>
    public static RaterTable Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Read(request.Table("ratings"));
    }

    /// <summary>Reads the columns of the role <c>raters</c>.</summary>
    internal static RaterTable Read(BoundTable table)
    {
        IReadOnlyList<string> raters = table.ColumnsOf("raters");
        string?[][] cells = [.. raters.Select(table.CellsOf)];
        string[] names = [.. cells.SelectMany(column => column).Where(cell => !IsMissing(cell)).Select(cell => cell!)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (names.All(name => double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
        {
            return new RaterTable(raters, [.. raters.Select(table.NumbersOf)]);
        }

        return new RaterTable(
            raters,
            [.. cells.Select(column => column.Select(
                cell => IsMissing(cell) ? double.NaN : Array.BinarySearch(names, cell, StringComparer.Ordinal)).ToArray())])
        {
            AreNumbers = false,
        };
    }

    /// <summary>Refuses columns of different length and ratings that are infinite.</summary>
    internal void Check()
    {
        for (int rater = 0; rater < Ratings.Count; rater++)
        {
            Require.SameLength(Units, Ratings[rater].Length, nameof(Ratings));
            int unit = Array.FindIndex(Ratings[rater], double.IsInfinity);
            Require.That(unit < 0, nameof(Ratings), FormattableString.Invariant(
                $"must be finite; unit {unit + 1} of rater {Raters[rater]} was not"));
        }
    }

    private static bool IsMissing(string? cell) => cell is null or "" or "NA" or "NaN";
}

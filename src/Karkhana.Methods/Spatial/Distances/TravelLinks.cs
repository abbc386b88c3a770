using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Distances between points that a user brings, such as travel times, a row for a pair.</summary>
/// <param name="From">The position of the first point of each pair, from 0.</param>
/// <param name="To">The position of the second point, as many.</param>
/// <param name="Distances">The distances, zero or greater.</param>
public sealed record TravelLinks(IReadOnlyList<int> From, IReadOnlyList<int> To, IReadOnlyList<double> Distances)
{
    /// <summary>Gets the description of the input.</summary>
    public static InputSpec Input { get; } = new(
        "travel", "from, to, distance; from and to are rows of points from 1, or ids where points have an id", Required: false);

    /// <summary>Reads the input <c>travel</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The distances; null when the request has none.</returns>
    /// <exception cref="ArgumentException">A row names no point, or a distance is missing.</exception>
    public static TravelLinks? Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.OptionalTable(Input.Name) is not { } table)
        {
            return null;
        }

        BoundTable points = request.Table("points");
        double[] distances = table.CompleteNumbers("distance");
        if (points.OptionalTexts("id") is not { } ids)
        {
            return new TravelLinks(Rows(table, "from", points.RowCount), Rows(table, "to", points.RowCount), distances);
        }

        UnitPositions positions = new(ids, "points");
        return new TravelLinks(
            positions.Of(table.Texts("from"), Input.Name, "from"), positions.Of(table.Texts("to"), Input.Name, "to"), distances);
    }

    private static int[] Rows(BoundTable table, string role, int points)
    {
        double[] numbers = table.CompleteNumbers(role);
        int[] rows = new int[numbers.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            double number = numbers[row];
            bool known = number >= 1 && number <= points && number == Math.Floor(number);
            Require.That(known, Input.Name, known ? "" : FormattableString.Invariant(
                $"must name rows of the points, 1 to {points}, in {role}; row {row + 1} had {number}. Bind the id of the points to name them by ids"));
            rows[row] = (int)number - 1;
        }

        return rows;
    }
}

using Karkhana.Core.Errors;
using Karkhana.Data.Studies;
using Karkhana.Methods.Spatial;

namespace Karkhana.Agglomeration;

/// <summary>Square cells that hold establishments, by column, then row; their edges lie at multiples of the side.</summary>
internal sealed class StudyGrid
{
    private const double UsualSide = 1500;
    private const double CellsAcrossTown = 40;
    private const double Step = 50;
    private const int MostCells = 10_000; // as many as a figure draws

    private readonly Dictionary<(int Column, int Row), int> _positions = [];

    private StudyGrid(double side, List<int>[] members, (int Column, int Row)[] places)
    {
        Side = side;
        Members = members;
        Places = places;
        for (int cell = 0; cell < places.Length; cell++)
        {
            _positions.Add(places[cell], cell);
        }
    }

    /// <summary>Gets the side in metres.</summary>
    public double Side { get; }

    /// <summary>Gets the establishments of each cell.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Members { get; }

    /// <summary>Gets the place of each cell.</summary>
    public IReadOnlyList<(int Column, int Row)> Places { get; }

    /// <summary>Puts the establishments into cells. Without a side given: of 1.5 km, or in an area of less than 60 km a
    /// fortieth of its longer side, rounded up to 50 m; doubled until at most 10,000 hold establishments.</summary>
    public static StudyGrid Of(FirmRegister firms, double? kilometres)
    {
        if (kilometres is { } given)
        {
            return OfSide(firms, given * 1000);
        }

        double extent = Math.Max(firms.X.Max() - firms.X.Min(), firms.Y.Max() - firms.Y.Min());
        double town = Math.Max(1, Math.Ceiling(extent / CellsAcrossTown / Step)) * Step;
        StudyGrid grid = OfSide(firms, Math.Min(UsualSide, town));
        while (grid.Places.Count > MostCells)
        {
            grid = OfSide(firms, 2 * grid.Side);
        }

        return grid;
    }

    private static StudyGrid OfSide(FirmRegister firms, double side)
    {
        double farthest = Math.Max(firms.X.Max(Math.Abs), firms.Y.Max(Math.Abs));
        Require.That(
            farthest / side < int.MaxValue, "CellKilometres",
            FormattableString.Invariant($"must be greater: places lie up to {farthest} m from the origin; it was {side / 1000}"));
        SortedDictionary<(int Column, int Row), List<int>> cells = [];
        for (int firm = 0; firm < firms.Count; firm++)
        {
            (int, int) place = ((int)Math.Floor(firms.X[firm] / side), (int)Math.Floor(firms.Y[firm] / side));
            if (!cells.TryGetValue(place, out List<int>? members))
            {
                cells.Add(place, members = []);
            }

            members.Add(firm);
        }

        return new StudyGrid(side, [.. cells.Values], [.. cells.Keys]);
    }

    /// <summary>Links each cell to those that share an edge or a corner with it and hold establishments.</summary>
    public SpatialWeights Queen()
    {
        List<int> from = [];
        List<int> to = [];
        for (int cell = 0; cell < Places.Count; cell++)
        {
            for (int step = 0; step < 9; step++)
            {
                (int Column, int Row) place = (Places[cell].Column + (step / 3) - 1, Places[cell].Row + (step % 3) - 1);
                if (step != 4 && _positions.TryGetValue(place, out int other))
                {
                    from.Add(cell);
                    to.Add(other);
                }
            }
        }

        return SpatialWeights.Of([.. Places.Select(place => FormattableString.Invariant($"{place.Column},{place.Row}"))], from, to);
    }
}

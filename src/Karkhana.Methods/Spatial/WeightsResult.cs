using System.Globalization;
using Karkhana.Core.Errors;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>A neighbour matrix that a measure made.</summary>
/// <param name="Weights">The matrix.</param>
/// <param name="Unit">What a unit is called in the outputs: point, region or unit.</param>
/// <param name="Notes">Islands, coincident points.</param>
/// <param name="Provenance">What made it.</param>
public sealed record WeightsResult(SpatialWeights Weights, string Unit, IReadOnlyList<Note> Notes, Provenance Provenance) : IMeasureResult
{
    private const long MostLinks = 500_000_000;
    private const int MostOnOneSpot = 5_000;

    /// <summary>Gets the band limit; NaN where none was used.</summary>
    public double Upper { get; init; } = double.NaN;

    /// <summary>Gives the outputs; which of them depends on what made the matrix, see the measure.</summary>
    /// <returns>The outputs.</returns>
    public MeasureOutputs ToOutputs()
    {
        MeasureOutputs outputs = new();
        AddLabels(outputs, "from", Froms());
        AddLabels(outputs, "to", Neighbours());
        outputs.Vector("weight", Links(unit => Weights.WeightsOf(unit).ToArray())).Scalar("links", Weights.Links);
        AddLabels(outputs, Unit, Enumerable.Range(0, Weights.Count));
        outputs.Vector("neighbours", Enumerable.Range(0, Weights.Count).Select(unit => Weights.NeighboursOf(unit).Length))
            .Scalar("components", Weights.Components());
        WeightsConstants constants = Weights.Constants();
        return outputs.Scalar("s0", constants.S0).Scalar("s1", constants.S1).Scalar("s2", constants.S2).Scalar("upper", Upper);
    }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "weights",
        Column.Of("from", Froms().Select(unit => Weights.Ids[unit]), "From", "The unit that has the neighbour."),
        Column.Of("to", Neighbours().Select(unit => Weights.Ids[unit]), "To", "The neighbour."),
        Column.Of("weight", Links(unit => Weights.WeightsOf(unit).ToArray()), "Weight", "", "How much the neighbour counts.", recommended: true));

    /// <summary>Gets the outputs of every measure with this result.</summary>
    internal static IReadOnlyList<OutputSpec> OutputsOf(string unit) =>
    [
        new("from", OutputShape.Vector, "the unit that has the neighbour"),
        new("to", OutputShape.Vector, "by from: the neighbour"),
        new("weight", OutputShape.Vector, "by from: how much the neighbour counts"),
        new("links", OutputShape.Scalar, "number of directed links"),
        new(unit, OutputShape.Vector, "all units"),
        new("neighbours", OutputShape.Vector, $"by {unit}: number of neighbours"),
        new("components", OutputShape.Scalar, "number of connected components; an island is one"),
        new("s0", OutputShape.Scalar, "sum of the weights"),
        new("s1", OutputShape.Scalar, "half the sum of (w_ij + w_ji)^2"),
        new("s2", OutputShape.Scalar, "sum over units of (row sum + column sum)^2"),
        new("upper", OutputShape.Scalar, "band limit used; not defined for other neighbours"),
    ];

    /// <summary>Names points by their row from 1.</summary>
    internal static string[] RowIds(int count)
    {
        string[] ids = new string[count];
        for (int i = 0; i < count; i++)
        {
            ids[i] = (i + 1).ToString(CultureInfo.InvariantCulture);
        }

        return ids;
    }

    /// <summary>Adds units by their row where they are points, else by their id.</summary>
    private void AddLabels(MeasureOutputs outputs, string name, IEnumerable<int> units)
    {
        if (Unit == "point")
        {
            outputs.Vector(name, units.Select(unit => unit + 1));
        }
        else
        {
            outputs.Vector(name, units.Select(unit => Weights.Ids[unit]));
        }
    }

    private IEnumerable<int> Froms() => Links(unit => Enumerable.Repeat(unit, Weights.NeighboursOf(unit).Length));

    private IEnumerable<int> Neighbours() => Links(unit => Weights.NeighboursOf(unit).ToArray());

    private IEnumerable<T> Links<T>(Func<int, IEnumerable<T>> row) => Enumerable.Range(0, Weights.Count).SelectMany(row);

    /// <summary>Refuses neighbourhoods that would not fit into memory, such as a hundred thousand points on one spot.</summary>
    internal static void RequireFewerLinks(long links, string name)
    {
        if (links > MostLinks)
        {
            Require.That(false, name, FormattableString.Invariant($"must give at most {MostLinks} links; there would be more"));
        }
    }

    /// <summary>Refuses so many points on one spot that their neighbours would be each other alone, and finding them
    /// quadratic.</summary>
    internal static void RequireFewOnOneSpot(PointPattern points)
    {
        points.Check();
        int most = 0;
        Dictionary<(double X, double Y), int> counts = new(points.Count);
        for (int i = 0; i < points.Count; i++)
        {
            int count = counts.GetValueOrDefault((points.X[i], points.Y[i])) + 1;
            counts[(points.X[i], points.Y[i])] = count;
            most = Math.Max(most, count);
        }

        Require.That(
            most <= MostOnOneSpot, nameof(points),
            FormattableString.Invariant($"must have at most {MostOnOneSpot} points on one spot, for more are each other's only neighbours; there were {most}: gather them into one point with a weight"));
    }
}

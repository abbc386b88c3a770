using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Measures;
using Karkhana.Methods.SparseMatrices;

namespace Karkhana.Methods.Spatial;

/// <summary>Who is whose neighbour and how much that counts: a sparse matrix, row after row.</summary>
/// <remarks>
/// Row i holds the links from unit i, by ascending position of the neighbour. Not symmetric unless the links were. Units
/// without a neighbour (islands) have an empty row and stay among the units. Making one: linear in the links and units.
/// Memory: 12 bytes a link and 4 a unit. Source: Cliff and Ord 1981, Spatial
/// Processes, chapter 1; Tiefelsdorf, Griffith and Boots 1999, doi:10.1068/a310165 (variance-stabilising coding).
/// </remarks>
public sealed class SpatialWeights
{
    private readonly int[] _rowStarts;
    private readonly int[] _neighbours;
    private readonly double[] _weights;

    internal SpatialWeights(IReadOnlyList<string> ids, int[] rowStarts, int[] neighbours, double[] weights)
    {
        Ids = ids;
        _rowStarts = rowStarts;
        _neighbours = neighbours;
        _weights = weights;
    }

    /// <summary>Gets the ids of the units.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>Gets the number of units.</summary>
    public int Count => _rowStarts.Length - 1;

    /// <summary>Gets the number of directed links.</summary>
    public int Links => _neighbours.Length;

    /// <summary>Gets the sum of all weights.</summary>
    public double S0 => Sums.Sum(_weights);

    /// <summary>Makes the matrix from directed links between positions.</summary>
    /// <param name="ids">The ids of the units, all different.</param>
    /// <param name="from">The position of the unit that has the neighbour.</param>
    /// <param name="to">The position of the neighbour, as many.</param>
    /// <param name="weights">The weights, zero or greater and finite; null counts each link as 1.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentException">A position is outside the units, a link comes twice, a weight is negative or
    /// not finite.</exception>
    public static SpatialWeights Of(
        IReadOnlyList<string> ids, IReadOnlyList<int> from, IReadOnlyList<int> to, IReadOnlyList<double>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        Require.SameLength(from.Count, to.Count, nameof(to));
        if (weights is not null)
        {
            Require.SameLength(from.Count, weights.Count, nameof(weights));
        }

        (int[] starts, int[] neighbours, double[] values) = WeightsLayout.Of(ids, [.. from], [.. to], weights is null ? null : [.. weights]);
        return new SpatialWeights(ids, starts, neighbours, values);
    }

    /// <summary>Reads the input <c>weights</c> of a request: from, to and, where bound, weight.</summary>
    /// <param name="request">The request.</param>
    /// <param name="ids">The ids of the units, as in the values.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentException">A link names a unit that is not among the ids, or an id comes twice.</exception>
    public static SpatialWeights Read(MeasureRequest request, IReadOnlyList<string> ids) => Read(request, ids, "values");

    /// <summary>Reads the input <c>weights</c> of a request for units that came in some other input.</summary>
    internal static SpatialWeights Read(MeasureRequest request, IReadOnlyList<string> ids, string units)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(ids);
        BoundTable table = request.Table("weights");
        UnitPositions positions = new(ids, units);
        return Of(
            ids, positions.Of(table.Texts("from"), "weights", "from"), positions.Of(table.Texts("to"), "weights", "to"),
            table.Has("weight") ? table.CompleteNumbers("weight") : null);
    }

    /// <summary>Gives the positions of a unit's neighbours, ascending.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The positions.</returns>
    public ReadOnlySpan<int> NeighboursOf(int unit) =>
        _neighbours.AsSpan(_rowStarts[unit], _rowStarts[unit + 1] - _rowStarts[unit]);

    /// <summary>Gives the weights of a unit's neighbours, in the same order.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The weights.</returns>
    public ReadOnlySpan<double> WeightsOf(int unit) =>
        _weights.AsSpan(_rowStarts[unit], _rowStarts[unit + 1] - _rowStarts[unit]);

    /// <summary>Scales the weights.</summary>
    /// <param name="style">How.</param>
    /// <returns>The scaled matrix; the same links.</returns>
    public SpatialWeights Coded(WeightsStyle style)
    {
        if (style == WeightsStyle.AsGiven)
        {
            return this;
        }

        double[] scaled = [.. _weights];
        if (style == WeightsStyle.Binary)
        {
            Array.Fill(scaled, 1);
        }
        else if (style is WeightsStyle.RowStandardised or WeightsStyle.VarianceStabilising)
        {
            DivideRows(scaled, style == WeightsStyle.VarianceStabilising);
        }

        if (style is WeightsStyle.GloballyStandardised or WeightsStyle.UnitSum or WeightsStyle.VarianceStabilising)
        {
            double sum = Sums.Sum(scaled);
            double target = style == WeightsStyle.UnitSum ? 1 : Count;
            for (int link = 0; link < scaled.Length && sum > 0; link++)
            {
                scaled[link] *= target / sum;
            }
        }

        return new SpatialWeights(Ids, _rowStarts, _neighbours, scaled);
    }

    /// <summary>Gives the sum of a row's weights.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The sum; 0 without neighbours.</returns>
    public double RowSum(int unit) => Sums.Sum(WeightsOf(unit));

    /// <summary>Gives the spatial lag Σ_j w_ij x_j of one unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="values">One value per unit.</param>
    /// <returns>The lag; 0 without neighbours.</returns>
    public double Lag(int unit, ReadOnlySpan<double> values)
    {
        double sum = 0;
        for (int link = _rowStarts[unit]; link < _rowStarts[unit + 1]; link++)
        {
            sum += _weights[link] * values[_neighbours[link]];
        }

        return sum;
    }

    /// <summary>Gives the constants S0, S1 and S2.</summary>
    /// <remarks>Cost: linear in the links, twice.</remarks>
    /// <returns>The constants.</returns>
    public WeightsConstants Constants()
    {
        SpatialWeights reversed = Transposed();
        double squares = 0;
        double products = 0;
        double s2 = 0;
        for (int unit = 0; unit < Count; unit++)
        {
            ReadOnlySpan<double> row = WeightsOf(unit);
            squares += Sums.Dot(row, row);
            products += ProductsWith(reversed, unit);
            double total = RowSum(unit) + reversed.RowSum(unit);
            s2 += total * total;
        }

        return new WeightsConstants(S0, squares + products, s2);
    }

    /// <summary>Turns each link round.</summary>
    /// <returns>The matrix whose row i holds the links to unit i.</returns>
    public SpatialWeights Transposed()
    {
        (int[] starts, int[] neighbours, double[] weights) = WeightsLayout.Turned(_rowStarts, _neighbours, _weights);
        return new SpatialWeights(Ids, starts, neighbours, weights);
    }

    /// <summary>Links each unit with itself, as the starred forms of local statistics need.</summary>
    /// <param name="weight">The weight of the new links, zero or greater; a link with itself that is there
    /// stays.</param>
    /// <returns>The matrix with a diagonal.</returns>
    public SpatialWeights WithSelf(double weight = 1)
    {
        Require.Between(weight, 0, double.MaxValue, nameof(weight));
        List<int> neighbours = new(Links + Count);
        List<double> weights = new(Links + Count);
        int[] starts = new int[Count + 1];
        for (int unit = 0; unit < Count; unit++)
        {
            ReadOnlySpan<int> row = NeighboursOf(unit);
            neighbours.AddRange(row);
            weights.AddRange(WeightsOf(unit));
            int place = row.BinarySearch(unit);
            if (place < 0)
            {
                neighbours.Insert(starts[unit] + ~place, unit);
                weights.Insert(starts[unit] + ~place, weight);
            }

            starts[unit + 1] = neighbours.Count;
        }

        return new SpatialWeights(Ids, starts, [.. neighbours], [.. weights]);
    }

    /// <summary>Gives the units that have no neighbour.</summary>
    /// <returns>Their positions, ascending.</returns>
    public IReadOnlyList<int> Islands() => [.. Enumerable.Range(0, Count).Where(unit => _rowStarts[unit] == _rowStarts[unit + 1])];

    /// <summary>Counts the parts of the map that no link joins, whatever the direction of the links.</summary>
    /// <returns>The number of connected components; an island is one of them.</returns>
    public int Components() => WeightsLayout.Components(_rowStarts, _neighbours);

    /// <summary>Gives the matrix itself.</summary>
    internal CsrMatrix ToMatrix() => new(_rowStarts, _neighbours, _weights);

    /// <summary>Gives the links of positive weight among some units, which keep their order.</summary>
    /// <param name="kept">The units, ascending.</param>
    internal SpatialWeights Among(int[] kept)
    {
        (int[] starts, int[] neighbours, double[] weights) = WeightsLayout.Among(_rowStarts, _neighbours, _weights, kept);
        return new SpatialWeights([.. kept.Select(unit => Ids[unit])], starts, neighbours, weights);
    }

    /// <summary>Gives the same links with other weights.</summary>
    /// <param name="weightOf">The weight from unit, neighbour and the weight so far.</param>
    internal SpatialWeights Reweighted(Func<int, int, double, double> weightOf)
    {
        double[] weights = new double[Links];
        for (int unit = 0; unit < Count; unit++)
        {
            for (int link = _rowStarts[unit]; link < _rowStarts[unit + 1]; link++)
            {
                weights[link] = weightOf(unit, _neighbours[link], _weights[link]);
            }
        }

        return new SpatialWeights(Ids, _rowStarts, _neighbours, weights);
    }

    /// <summary>Adds up w_ij w_ji over the neighbours of i; both rows ascend, so they are walked side by side.</summary>
    private double ProductsWith(SpatialWeights reversed, int unit)
    {
        (int a, int aEnd) = (_rowStarts[unit], _rowStarts[unit + 1]);
        (int b, int bEnd) = (reversed._rowStarts[unit], reversed._rowStarts[unit + 1]);
        double sum = 0;
        while (a < aEnd && b < bEnd)
        {
            int order = _neighbours[a].CompareTo(reversed._neighbours[b]);
            sum += order == 0 ? _weights[a] * reversed._weights[b] : 0;
            a += order <= 0 ? 1 : 0;
            b += order >= 0 ? 1 : 0;
        }

        return sum;
    }

    private void DivideRows(double[] scaled, bool byRootOfSquares)
    {
        for (int unit = 0; unit < Count; unit++)
        {
            Span<double> row = scaled.AsSpan(_rowStarts[unit], _rowStarts[unit + 1] - _rowStarts[unit]);
            double divisor = byRootOfSquares ? Math.Sqrt(Sums.Dot(row, row)) : Sums.Sum(row);
            for (int link = 0; link < row.Length && divisor > 0; link++)
            {
                row[link] /= divisor;
            }
        }
    }
}

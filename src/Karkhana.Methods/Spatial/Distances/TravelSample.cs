using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>The distances of a table between reference and neighbour points, each pair once, by the mean of both
/// directions.</summary>
/// <remarks>
/// A pair that is listed one way only, at d, lies at more than (d + limit) / 2 on average; the least of these and the
/// limit is how far the sample is known to be whole. Pairs beyond are left out, but their weight stays in the total.
/// Cost: links · log links.
/// </remarks>
internal sealed class TravelSample
{
    /// <summary>What lies farther than this many bandwidths adds less than 1.6e-8 of the peak of the kernel.</summary>
    public const double Reached = 6;

    private readonly string _listed;

    private TravelSample(DistanceSample sample, double reach, string listed)
    {
        Sample = sample;
        Reach = reach;
        _listed = listed;
    }

    /// <summary>Gets the distances.</summary>
    public DistanceSample Sample { get; }

    /// <summary>Gets the distance up to which every pair is there; infinite when all are.</summary>
    public double Reach { get; }

    /// <summary>Takes the pairs from a table.</summary>
    /// <param name="input">The points.</param>
    /// <param name="table">The table.</param>
    /// <param name="pairs">The pairs that are wanted.</param>
    /// <param name="types">Their types, as the pairs were made from.</param>
    /// <param name="limited">Whether the user stated a limit; otherwise every pair must be listed.</param>
    public static TravelSample Of(
        PointPattern input, DistanceTable table, PairSet pairs, (string? Reference, string? Neighbour) types, bool limited)
    {
        (long[] keys, double[] distances) = Links(table, Flags(input, types.Reference), Flags(input, types.Neighbour ?? types.Reference));
        double reach = table.Limit;
        int oneWay = 0;
        int kept = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            if (i + 1 < keys.Length && keys[i + 1] == keys[i])
            {
                keys[kept] = keys[i];
                distances[kept++] = (distances[i] + distances[++i]) / 2;
            }
            else
            {
                reach = Math.Min(reach, (distances[i] + table.Limit) / 2);
                oneWay++;
            }
        }

        bool complete = kept == pairs.PairCount;
        Require.That(complete || limited, "travel", complete ? "" : FormattableString.Invariant(
            $"must list every pair of reference and neighbour points both ways, unless travel_limit says up to which distance it does; it listed {kept} of {pairs.PairCount} pairs both ways"));
        string listed = FormattableString.Invariant(
            $"travel lists {kept} of {pairs.PairCount} pairs both ways and {oneWay} one way, so that the distances are whole up to {reach}");
        double[]? weights = pairs.Rows.Weights is null ? null : [.. keys[..kept].Select(key => input.Weights[key / input.Count] * input.Weights[key % input.Count])];
        return new TravelSample(
            Sorted(distances[..kept], weights, complete ? double.PositiveInfinity : reach, DistanceSampler.TotalWeight(pairs)),
            complete ? double.PositiveInfinity : reach, listed);
    }

    /// <summary>Takes away the values of a curve that unlisted pairs could change, with a note.</summary>
    /// <param name="distances">The distances.</param>
    /// <param name="values">The values, changed.</param>
    /// <param name="bandwidth">The bandwidth.</param>
    /// <param name="notes">Receives the note.</param>
    public void Cut(IReadOnlyList<double> distances, double[] values, double bandwidth, List<Note> notes)
    {
        double last = Last(Reach, bandwidth);
        if (double.IsPositiveInfinity(Reach) || double.IsNaN(bandwidth))
        {
            return;
        }

        for (int r = 0; r < values.Length; r++)
        {
            values[r] = distances[r] <= last ? values[r] : double.NaN;
        }

        notes.Add(Note(_listed, last));
    }

    /// <summary>Gives the distance up to which a kernel does not see what lies beyond a limit.</summary>
    public static double Last(double limit, double bandwidth) => limit - (Reached * bandwidth);

    /// <summary>Says how far a curve goes.</summary>
    public static Note Note(string listed, double last) => new(
        "travel-limit", Severity.Information, FormattableString.Invariant(
            $"{listed}: the bandwidth looks no farther, all pairs count in the total, and the curve is given up to {last:G6} only, {Reached} bandwidths less."));

    private static bool[] Flags(PointPattern points, string? type) => PointSelection.Of(points, points.Types.Length == 0 ? null : type, nameof(type));

    /// <summary>Gives the links between points of the two kinds, by pair.</summary>
    private static (long[] Keys, double[] Distances) Links(DistanceTable table, bool[] reference, bool[] neighbour)
    {
        List<long> keys = [];
        List<double> distances = [];
        for (int a = 0; a < table.Count; a++)
        {
            ReadOnlySpan<int> near = table.Within(a, table.Limit);
            ReadOnlySpan<double> row = table.DistancesFrom(a);
            for (int i = 0; i < near.Length; i++)
            {
                int b = near[i];
                if ((reference[a] && neighbour[b]) || (neighbour[a] && reference[b]))
                {
                    keys.Add(((long)Math.Min(a, b) * table.Count) + Math.Max(a, b));
                    distances.Add(row[i]);
                }
            }
        }

        long[] sorted = [.. keys];
        double[] values = [.. distances];
        Array.Sort(sorted, values);
        return (sorted, values);
    }

    private static DistanceSample Sorted(double[] distances, double[]? weights, double reach, double total)
    {
        if (weights is null)
        {
            Array.Sort(distances);
        }
        else
        {
            Array.Sort(distances, weights);
        }

        int kept = distances.Length;
        while (kept > 0 && distances[kept - 1] > reach)
        {
            kept--;
        }

        return new DistanceSample(distances[..kept], null, weights?[..kept]) { TotalWeight = total };
    }
}

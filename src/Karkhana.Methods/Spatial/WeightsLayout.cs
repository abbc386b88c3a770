using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Methods.SparseMatrices;

namespace Karkhana.Methods.Spatial;

/// <summary>Lays links out row by row, in time linear in links and units.</summary>
internal static class WeightsLayout
{
    /// <summary>Checks the links and sorts them by two stable counting passes: by neighbour, then by unit.</summary>
    public static (int[] Starts, int[] Neighbours, double[] Weights) Of(
        IReadOnlyList<string> ids, int[] from, int[] to, double[]? weights)
    {
        double[] values = weights ?? new double[from.Length];
        for (int link = 0; link < from.Length; link++)
        {
            Require.Between(from[link], 0, ids.Count - 1, nameof(from));
            Require.Between(to[link], 0, ids.Count - 1, nameof(to));
            if (weights is null)
            {
                values[link] = 1;
            }
            else
            {
                Require.Between(weights[link], 0, double.MaxValue, nameof(weights));
            }
        }

        (int[] endStarts, int[] froms, double[] byEnd) = ByRow(ids.Count, to, from, values);
        (int[] starts, int[] neighbours, double[] sorted) = Turned(endStarts, froms, byEnd);
        for (int unit = 0; unit < ids.Count; unit++)
        {
            for (int place = starts[unit] + 1; place < starts[unit + 1]; place++)
            {
                bool again = neighbours[place] == neighbours[place - 1];
                Require.That(!again, nameof(to), again ? $"must list each link once; {ids[unit]} to {ids[neighbours[place]]} came again" : "");
            }
        }

        return (starts, neighbours, sorted);
    }

    /// <summary>Gives the transposed layout; its rows ascend.</summary>
    public static (int[] Starts, int[] Neighbours, double[] Weights) Turned(int[] starts, int[] neighbours, double[] weights)
    {
        CsrMatrix turned = new CsrMatrix(starts, neighbours, weights).Transposed();
        return (turned.Starts, turned.Columns, turned.Values);
    }

    /// <summary>Gives the links among some units, without those that weigh nothing.</summary>
    public static (int[] Starts, int[] Neighbours, double[] Weights) Among(int[] starts, int[] neighbours, double[] weights, int[] kept)
    {
        int[] places = new int[starts.Length - 1];
        Array.Fill(places, -1);
        for (int place = 0; place < kept.Length; place++)
        {
            places[kept[place]] = place;
        }

        int[] begins = new int[kept.Length + 1];
        List<int> others = new(neighbours.Length);
        List<double> values = new(neighbours.Length);
        for (int place = 0; place < kept.Length; place++)
        {
            for (int link = starts[kept[place]]; link < starts[kept[place] + 1]; link++)
            {
                if (places[neighbours[link]] >= 0 && weights[link] > 0)
                {
                    others.Add(places[neighbours[link]]);
                    values.Add(weights[link]);
                }
            }

            begins[place + 1] = others.Count;
        }

        return (begins, [.. others], [.. values]);
    }

    /// <summary>Counts connected components by joining sets, halving paths.</summary>
    public static int Components(int[] starts, int[] neighbours)
    {
        int[] parents = [.. Enumerable.Range(0, starts.Length - 1)];
        int components = parents.Length;
        for (int unit = 0; unit < parents.Length; unit++)
        {
            for (int link = starts[unit]; link < starts[unit + 1]; link++)
            {
                (int a, int b) = (RootOf(parents, unit), RootOf(parents, neighbours[link]));
                parents[Math.Max(a, b)] = Math.Min(a, b);
                components -= a == b ? 0 : 1;
            }
        }

        return components;
    }

    private static (int[] Starts, int[] Others, double[] Weights) ByRow(int count, int[] rows, int[] others, double[] weights)
    {
        GroupedRows links = new(rows, count);
        int[] sorted = new int[rows.Length];
        double[] values = new double[rows.Length];
        for (int place = 0; place < sorted.Length; place++)
        {
            int link = links.Rows[place];
            (sorted[place], values[place]) = (others[link], weights[link]);
        }

        return (links.Starts.ToArray(), sorted, values);
    }

    private static int RootOf(int[] parents, int unit)
    {
        while (parents[unit] != unit)
        {
            parents[unit] = parents[parents[unit]];
            unit = parents[unit];
        }

        return unit;
    }
}

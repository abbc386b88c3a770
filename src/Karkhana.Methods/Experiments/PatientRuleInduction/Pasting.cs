namespace Karkhana.Methods.Experiments;

/// <summary>Grows a box again at its limits while its density rises.</summary>
internal static class Pasting
{
    /// <summary>Gives the grown box.</summary>
    public static PeelStep Grow(PeelStep box, CaseColumn[] columns, bool[] interesting, double alpha)
    {
        while (Best(box, columns, interesting, alpha) is { } larger)
        {
            box = larger;
        }

        return box with { Box = WithoutIdleLimits(box.Box, columns) };
    }

    private static PeelStep? Best(PeelStep box, CaseColumn[] columns, bool[] interesting, double alpha)
    {
        PeelStep? best = null;
        for (int input = 0; input < columns.Length; input++)
        {
            foreach (PeelStep larger in Enlarged(box, columns, interesting, input, alpha))
            {
                if (larger.Density > (best ?? box).Density || (best is not null && larger.Density == best.Density && larger.Mass > best.Mass))
                {
                    best = larger;
                }
            }
        }

        return best;
    }

    private static IEnumerable<PeelStep> Enlarged(PeelStep box, CaseColumn[] columns, bool[] interesting, int input, double alpha)
    {
        if (!box.Box.Restricts(input))
        {
            yield break;
        }

        double[] values = columns[input].Values;
        int[] outside = [.. Enumerable.Range(0, values.Length).Where(row =>
            !box.Box.Holds(input, values[row]) && box.Box.Holds(columns, row, input))];
        int share = Peeling.Share(box.Mass, alpha);
        IEnumerable<(CaseBox Box, int[] Rows)> larger = columns[input].IsCategorical
            ? outside.GroupBy(row => (int)values[row]).OrderBy(rows => rows.Key)
                .Select(rows => (box.Box.WithCategory(input, rows.Key, dropped: false), rows.ToArray()))
            : [Side(outside, row => box.Box.Low[input] - values[row], share, row => box.Box.WithLow(input, values[row])),
                Side(outside, row => values[row] - box.Box.High[input], share, row => box.Box.WithHigh(input, values[row]))];
        foreach ((CaseBox own, int[] rows) in larger.Where(own => own.Rows.Length > 0))
        {
            yield return new PeelStep(own, box.Mass + rows.Length, box.Hits + rows.Count(row => interesting[row]));
        }
    }

    /// <summary>Gives the nearest cases beyond a limit, with those tied with the last of them.</summary>
    private static (CaseBox Box, int[] Rows) Side(int[] outside, Func<int, double> distance, int share, Func<int, CaseBox> box)
    {
        int[] beyond = [.. outside.Where(row => distance(row) > 0).OrderBy(distance)];
        int count = Math.Min(share, beyond.Length);
        while (count > 0 && count < beyond.Length && distance(beyond[count]) == distance(beyond[count - 1]))
        {
            count++;
        }

        return count == 0 ? (null!, []) : (box(beyond[count - 1]), beyond[..count]);
    }

    // A limit that all cases meet restricts nothing.
    private static CaseBox WithoutIdleLimits(CaseBox box, CaseColumn[] columns) => box with
    {
        Low = [.. box.Low.Select((limit, input) => columns[input].Values.Min() >= limit ? double.NegativeInfinity : limit)],
        High = [.. box.High.Select((limit, input) => columns[input].Values.Max() <= limit ? double.PositiveInfinity : limit)],
    };
}

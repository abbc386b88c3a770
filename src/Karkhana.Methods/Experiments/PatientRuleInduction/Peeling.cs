namespace Karkhana.Methods.Experiments;

/// <summary>Peels a box down, slice by slice, from all cases to the least mass.</summary>
/// <remarks>
/// Each input is sorted once and the cases that left are taken out of its order after each step, so that the whole trajectory
/// costs about k·n/α for k inputs and n cases. Only counts are compared: the order of cases does not matter. Of equally good
/// slices the smaller one is taken, then that of the first input, its lower side, its first category.
/// </remarks>
internal sealed class Peeling
{
    private readonly CaseColumn[] _columns;
    private readonly bool[] _interesting;
    private readonly PatientRuleInductionOptions _options;
    private readonly int[][] _orders;
    private readonly bool[] _inside;

    private Peeling(CaseColumn[] columns, bool[] interesting, PatientRuleInductionOptions options)
    {
        (_columns, _interesting, _options) = (columns, interesting, options);
        _orders = [.. columns.Select(column => Enumerable.Range(0, interesting.Length).OrderBy(row => column.Values[row]).ToArray())];
        _inside = [.. interesting.Select(_ => true)];
    }

    /// <summary>Gives the boxes from the whole one on, until the next one would be too small or all cases are of one kind.</summary>
    public static List<PeelStep> Trajectory(
        CaseColumn[] columns, bool[] interesting, PatientRuleInductionOptions options, CancellationToken cancellationToken)
    {
        Peeling peeling = new(columns, interesting, options);
        List<PeelStep> steps = [new PeelStep(CaseBox.Whole(columns), interesting.Length, interesting.Count(own => own))];
        while (steps[^1].Hits > 0 && steps[^1].Hits < steps[^1].Mass && peeling.Best(steps[^1]) is { } slice)
        {
            cancellationToken.ThrowIfCancellationRequested();
            peeling.Remove(slice);
            steps.Add(new PeelStep(slice.Box, steps[^1].Mass - slice.Rows.Length, steps[^1].Hits - slice.Hits));
        }

        return steps;
    }

    private PeelCandidate? Best(PeelStep from)
    {
        double least = Math.Max(1, _options.LeastMass * _interesting.Length);
        (PeelCandidate? best, double value) = (null, 0);
        for (int input = 0; input < _columns.Length; input++)
        {
            foreach (PeelCandidate slice in _columns[input].IsCategorical ? Categories(from, input) : Sides(from, input))
            {
                if (from.Mass - slice.Rows.Length < least)
                {
                    continue;
                }

                double own = slice.Value(from, _options.Objective);
                if (best is null || own > value || (own == value && slice.Rows.Length < best.Rows.Length))
                {
                    (best, value) = (slice, own);
                }
            }
        }

        return best;
    }

    private IEnumerable<PeelCandidate> Sides(PeelStep from, int input)
    {
        int[] order = _orders[input];
        double[] values = _columns[input].Values;
        int share = Share(order.Length, _options.PeelAlpha);
        int fromBelow = SliceLength(place => values[order[place]], order.Length, share);
        if (fromBelow == order.Length)
        {
            yield break; // one value is left
        }

        int fromAbove = SliceLength(place => -values[order[order.Length - 1 - place]], order.Length, share);
        yield return Slice(input, order[..fromBelow], from.Box.WithLow(input, values[order[fromBelow]]));
        yield return Slice(input, order[^fromAbove..], from.Box.WithHigh(input, values[order[order.Length - 1 - fromAbove]]));
    }

    private IEnumerable<PeelCandidate> Categories(PeelStep from, int input)
    {
        int[] order = _orders[input];
        double[] values = _columns[input].Values;
        for (int first = 0; first < order.Length;)
        {
            int end = first;
            while (end < order.Length && values[order[end]] == values[order[first]])
            {
                end++;
            }

            if (end - first < order.Length)
            {
                yield return Slice(input, order[first..end], from.Box.WithCategory(input, (int)values[order[first]], dropped: true));
            }

            first = end;
        }
    }

    /// <summary>Gives how many cases a step takes of so many.</summary>
    internal static int Share(int count, double alpha) => Math.Max(1, (int)((alpha * count) + 1e-9));

    /// <summary>Gives the cases below the one after the share; where ties reach down to the first case, all tied with it.</summary>
    private static int SliceLength(Func<int, double> ascending, int count, int share)
    {
        int length = Math.Min(share, count - 1);
        while (length > 0 && ascending(length - 1) == ascending(length))
        {
            length--;
        }

        if (length == 0)
        {
            length = Math.Min(share, count - 1);
            while (length < count && ascending(length) == ascending(0))
            {
                length++;
            }
        }

        return length;
    }

    private PeelCandidate Slice(int input, int[] rows, CaseBox box) => new(input, rows, rows.Count(row => _interesting[row]), box);

    private void Remove(PeelCandidate slice)
    {
        foreach (int row in slice.Rows)
        {
            _inside[row] = false;
        }

        for (int input = 0; input < _orders.Length; input++)
        {
            _orders[input] = Array.FindAll(_orders[input], row => _inside[row]);
        }
    }
}

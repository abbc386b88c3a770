namespace Karkhana.Tests.Methods.Experiments;

/// <summary>Peeling of inputs of numbers written down as it is defined: every slice is counted anew over all cases.</summary>
internal static class PeelingTwin
{
    public static List<(int Mass, int Hits, double[] Low, double[] High)> Trajectory(
        double[][] inputs, bool[] interesting, double alpha, double leastMass, bool gain)
    {
        double[] open = [.. inputs.Select(_ => double.PositiveInfinity)];
        List<int> inside = [.. Enumerable.Range(0, interesting.Length)];
        List<(int, int Hits, double[], double[])> steps = [(inside.Count, interesting.Count(own => own), [.. open.Select(own => -own)], open)];
        (double[] low, double[] high) = (steps[0].Item3, steps[0].Item4);
        while (steps[^1].Hits > 0 && steps[^1].Hits < inside.Count)
        {
            double before = (double)steps[^1].Hits / inside.Count;
            var best = Enumerable.Range(0, 2 * inputs.Length)
                .Select(side => (Side: side, Edge: Edge(inside, inputs[side / 2], side % 2 == 0, alpha)))
                .Select(own => (own.Side, own.Edge, Kept: Kept(inside, inputs[own.Side / 2], own.Side % 2 == 0, own.Edge)))
                .Where(own => own.Kept.Count >= Math.Max(1, leastMass * interesting.Length))
                .OrderByDescending(own => Value(own.Kept, inside.Count, before, interesting, gain))
                .ThenByDescending(own => own.Kept.Count).ThenBy(own => own.Side)
                .FirstOrDefault();
            if (best.Kept is null)
            {
                break;
            }

            low = [.. low.Select((own, i) => 2 * i == best.Side ? best.Edge : own)];
            high = [.. high.Select((own, i) => (2 * i) + 1 == best.Side ? -best.Edge : own)];
            inside = best.Kept;
            steps.Add((inside.Count, inside.Count(row => interesting[row]), low, high));
        }

        return steps;
    }

    // The first value that stays, seen from the side that is peeled: the one after the share, or the second one where ties reach down.
    private static double Edge(List<int> inside, double[] input, bool lower, double alpha)
    {
        double[] sorted = [.. inside.Select(row => (lower ? 1 : -1) * input[row]).Order()];
        int share = Math.Min(sorted.Length - 1, Math.Max(1, (int)((alpha * sorted.Length) + 1e-9)));
        return sorted[share] > sorted[0] ? sorted[share] : sorted.FirstOrDefault(value => value > sorted[0], double.NaN);
    }

    private static List<int> Kept(List<int> inside, double[] input, bool lower, double edge) =>
        [.. inside.Where(row => (lower ? 1 : -1) * input[row] >= edge)];

    private static double Value(List<int> kept, int count, double before, bool[] interesting, bool gain)
    {
        double density = (double)kept.Count(row => interesting[row]) / kept.Count;
        return gain ? (density - before) / (count - kept.Count) : density;
    }
}

namespace Karkhana.Tests.Methods.Experiments;

/// <summary>Peeling of inputs of numbers written down as it is defined: every slice is counted anew over all cases.</summary>
internal static class PeelingTwin
{
    public static List<(int Mass, int Hits, double[] Low, double[] High)> Trajectory(
        double[][] inputs, bool[] interesting, double alpha, double leastMass, bool gain)
    {
        int n = interesting.Length;
        double[] low = [.. inputs.Select(_ => double.NegativeInfinity)];
        double[] high = [.. inputs.Select(_ => double.PositiveInfinity)];
        List<int> inside = [.. Enumerable.Range(0, n)];
        List<(int, int, double[], double[])> steps = [(n, interesting.Count(own => own), low, high)];
        while (true)
        {
            int hits = inside.Count(row => interesting[row]);
            List<(double Value, int Removed, int Order, double[] Low, double[] High, List<int> Kept)> slices = [];
            for (int input = 0; input < inputs.Length && hits > 0 && hits < inside.Count; input++)
            {
                foreach (bool lower in new[] { true, false })
                {
                    double sign = lower ? 1 : -1;
                    double[] sorted = [.. inside.Select(row => sign * inputs[input][row]).Order()];
                    int share = Math.Min(sorted.Length - 1, Math.Max(1, (int)((alpha * sorted.Length) + 1e-9)));
                    double edge = sorted[share] > sorted[0] ? sorted[share] : sorted.FirstOrDefault(value => value > sorted[0], double.NaN);
                    List<int> kept = [.. inside.Where(row => sign * inputs[input][row] >= edge)];
                    int keptHits = kept.Count(row => interesting[row]);
                    if (kept.Count == 0 || kept.Count < Math.Max(1, leastMass * n))
                    {
                        continue;
                    }

                    int removed = inside.Count - kept.Count;
                    double density = (double)keptHits / kept.Count;
                    double value = gain ? (density - ((double)hits / inside.Count)) / removed : density;
                    double[] newLow = [.. low.Select((own, i) => i == input && lower ? edge : own)];
                    double[] newHigh = [.. high.Select((own, i) => i == input && !lower ? -edge : own)];
                    slices.Add((value, removed, (2 * input) + (lower ? 0 : 1), newLow, newHigh, kept));
                }
            }

            if (slices.Count == 0)
            {
                return steps;
            }

            var best = slices.OrderByDescending(slice => slice.Value).ThenBy(slice => slice.Removed).ThenBy(slice => slice.Order).First();
            (low, high, inside) = (best.Low, best.High, best.Kept);
            steps.Add((inside.Count, inside.Count(row => interesting[row]), low, high));
        }
    }
}

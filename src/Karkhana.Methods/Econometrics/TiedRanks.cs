namespace Karkhana.Methods.Econometrics;

/// <summary>What ties take away from the variance of rank statistics.</summary>
internal static class TiedRanks
{
    /// <summary>Gives Σ (t³ − t) over the runs of t equal values.</summary>
    public static double CubicExcess(IReadOnlyList<double> values) => Runs(values).Sum(t => (t * t * t) - t);

    /// <summary>Gives the sizes of the runs of equal values that have more than one.</summary>
    public static IReadOnlyList<double> Runs(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        List<double> runs = [];
        for (int first = 0; first < sorted.Length;)
        {
            int end = first + 1;
            while (end < sorted.Length && sorted[end] == sorted[first])
            {
                end++;
            }

            if (end - first > 1)
            {
                runs.Add(end - first);
            }

            first = end;
        }

        return runs;
    }
}

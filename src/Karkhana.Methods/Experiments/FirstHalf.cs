namespace Karkhana.Methods.Experiments;

/// <summary>Sensitivities from the first half of the runs, to see whether the second half still moves them.</summary>
internal static class FirstHalf
{
    private const int Least = 4;

    /// <summary>Gives a statistic of the first half of the units; NaN with fewer than four units.</summary>
    /// <param name="units">How many units there are.</param>
    /// <param name="width">How many numbers the statistic has.</param>
    /// <param name="statistic">Gives them when each unit comes so often.</param>
    public static double[] Of(int units, int width, Func<int[], double[]> statistic) => units < Least
        ? [.. Enumerable.Repeat(double.NaN, width)]
        : statistic([.. Enumerable.Range(0, units).Select(unit => unit < units / 2 ? 1 : 0)]);

    /// <summary>Gives the largest distance of two rows of numbers; NaN when no number is known on both sides.</summary>
    public static double GreatestChange(ReadOnlySpan<double> all, ReadOnlySpan<double> half)
    {
        double greatest = double.NaN;
        for (int place = 0; place < all.Length; place++)
        {
            double change = Math.Abs(all[place] - half[place]);
            greatest = double.IsNaN(greatest) || change > greatest ? change : greatest;
        }

        return greatest;
    }
}

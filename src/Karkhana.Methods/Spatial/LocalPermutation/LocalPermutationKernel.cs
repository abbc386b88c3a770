namespace Karkhana.Methods.Spatial;

/// <summary>Counts, for a block of draws, how often each unit's sum over drawn neighbours reaches the observed one.</summary>
/// <typeparam name="TTerm">What one neighbour adds.</typeparam>
/// <remarks>
/// A draw is an ordered sample without replacement of the positions 0 … n − 2. For unit i, position i stands for unit n − 1
/// and any other position p for unit p. This maps the n − 1 positions one to one to the other n − 1 units, so the first k
/// positions of one draw are k distinct other units, each ordered set as likely as any other, for every i and every k: one
/// draw serves all units. It costs one assignment per unit: the place of unit i holds the value of unit n − 1 meanwhile.
/// Terms are added in the order of the neighbours, one replicate after the other: a plain loop gives the same bits.
/// </remarks>
internal static class LocalPermutationKernel<TTerm>
    where TTerm : struct, ILocalTerm
{
    // A different order of the same neighbours rounds differently: sums this near, relative to what was added, are ties.
    private const double Rounding = 1e-12;

    /// <summary>Gives the observed sum of a unit.</summary>
    public static double Observed(int unit, SpatialWeights weights, double[] values) =>
        Sum(weights.WeightsOf(unit), weights.NeighboursOf(unit), values[unit], values);

    /// <summary>Gives how far apart sums may be and yet be ties.</summary>
    public static double Slack(int unit, SpatialWeights weights, double greatest) => Rounding * weights.RowSum(unit) * greatest;

    /// <summary>Counts the tails of one unit; sums within the slack of the observed one count in both.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="weights">The weights of all.</param>
    /// <param name="draws">The draws, one after the other.</param>
    /// <param name="width">The length of a draw.</param>
    /// <param name="values">One value per unit; left as it came.</param>
    /// <param name="bounds">The observed sum less and plus the slack.</param>
    /// <returns>How many sums were as great, and how many as small.</returns>
    public static (int Greater, int Less) Count(
        int unit, SpatialWeights weights, ReadOnlySpan<int> draws, int width, double[] values, (double Low, double High) bounds)
    {
        ReadOnlySpan<double> row = weights.WeightsOf(unit);
        double own = values[unit];
        values[unit] = values[^1];
        int greater = 0;
        int less = 0;
        for (int first = 0; first < draws.Length; first += width)
        {
            double sum = Sum(row, draws.Slice(first, row.Length), own, values);
            greater += sum >= bounds.Low ? 1 : 0;
            less += sum <= bounds.High ? 1 : 0;
        }

        values[unit] = own;
        return (greater, less);
    }

    private static double Sum(ReadOnlySpan<double> row, ReadOnlySpan<int> neighbours, double own, double[] values)
    {
        double sum = 0;
        for (int link = 0; link < row.Length; link++)
        {
            sum += row[link] * TTerm.Of(own, values[neighbours[link]]);
        }

        return sum;
    }
}

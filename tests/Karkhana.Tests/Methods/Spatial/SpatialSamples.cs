using System.Globalization;
using CsCheck;
using Karkhana.Methods.Spatial;

namespace Karkhana.Tests.Methods.Spatial;

/// <summary>Units, links and values for tests of weights and of statistics over them.</summary>
internal static class SpatialSamples
{
    /// <summary>Gets four units on a line, a-b-c-d, linked both ways.</summary>
    public static SpatialWeights Path { get; } = SpatialWeights.Of(["a", "b", "c", "d"], [0, 1, 1, 2, 2, 3], [1, 0, 2, 1, 3, 2]);

    /// <summary>Gets four values that rise along the line.</summary>
    public static SpatialValues Rising { get; } = new([1, 2, 3, 4], Path);

    /// <summary>Gets five units with uneven, directed weights; e is an island.</summary>
    public static SpatialWeights Uneven { get; } = SpatialWeights.Of(
        ["a", "b", "c", "d", "e"], [0, 0, 1, 2, 3, 3], [1, 3, 2, 0, 0, 1], [1, 2.5, 0.5, 3, 1, 0.25]);

    /// <summary>Gets all codings.</summary>
    public static IReadOnlyList<WeightsStyle> Styles { get; } = Enum.GetValues<WeightsStyle>();

    /// <summary>Gets 4 to 30 units with values in hundredths and random links, none of a unit with itself.</summary>
    public static Gen<SpatialValues> Random { get; } =
        from count in Gen.Int[4, 30]
        from values in Gen.Int[-5000, 5000].Array[count] // hundredths: a shift of much smaller values would lose their bits
        from links in Gen.Select(Gen.Int[0, count - 1], Gen.Int[0, count - 1], Gen.Int[1, 30]).Array[3, 4 * count]
        select new SpatialValues([.. values.Select(value => value / 100.0)], Linked(count, links));

    /// <summary>Gives every order of the positions below a count.</summary>
    public static IEnumerable<int[]> Orders(int count) => count == 0
        ? [[]]
        : Orders(count - 1).SelectMany(order => Enumerable.Range(0, count).Select(place => order[..place].Append(count - 1).Concat(order[place..]).ToArray()));

    /// <summary>Gives mean and variance over equally likely values.</summary>
    public static (double Mean, double Variance) Moments(IEnumerable<double> values)
    {
        double[] all = [.. values];
        double mean = all.Average();
        return (mean, all.Average(value => (value - mean) * (value - mean)));
    }

    /// <summary>Gives mean and variance of a statistic over all orders of the values.</summary>
    public static (double Mean, double Variance) Moments(IReadOnlyList<double> values, Func<IReadOnlyList<double>, double> statistic) =>
        Moments(Orders(values.Count).Select(order => statistic([.. order.Select(i => values[i])])));

    /// <summary>Gives the same units in the reverse order.</summary>
    public static SpatialWeights Turned(SpatialWeights weights)
    {
        List<int> from = [];
        List<int> to = [];
        List<double> values = [];
        for (int unit = weights.Count - 1; unit >= 0; unit--)
        {
            for (int link = weights.NeighboursOf(unit).Length - 1; link >= 0; link--)
            {
                from.Add(weights.Count - 1 - unit);
                to.Add(weights.Count - 1 - weights.NeighboursOf(unit)[link]);
                values.Add(weights.WeightsOf(unit)[link]);
            }
        }

        return SpatialWeights.Of([.. weights.Ids.Reverse()], from, to, values);
    }

    private static SpatialWeights Linked(int count, (int From, int To, int Tenths)[] links)
    {
        (int From, int To, int Tenths)[] kept = [.. links.Where(link => link.From != link.To).DistinctBy(link => (link.From, link.To))];
        return SpatialWeights.Of(
            [.. Enumerable.Range(0, count).Select(i => i.ToString(CultureInfo.InvariantCulture))],
            [.. kept.Select(link => link.From)], [.. kept.Select(link => link.To)], [.. kept.Select(link => link.Tenths / 10.0)]);
    }
}

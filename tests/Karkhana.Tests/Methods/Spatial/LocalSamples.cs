using CsCheck;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Spatial;

namespace Karkhana.Tests.Methods.Spatial;

/// <summary>Units with values and neighbours for tests of local statistics.</summary>
internal static class LocalSamples
{
    /// <summary>Gets four workshops in a row with 1, 2, 3 and 6 apprentices.</summary>
    public static SpatialValues Row { get; } = new SpatialValues([1, 2, 3, 6], Line(4));

    /// <summary>Gets five units with whole values and any links.</summary>
    public static Gen<SpatialValues> Five { get; } = Gen.Select(Gen.Int[-5, 5].Array[5], Gen.Int[0, 3].Array[25], (values, links) =>
        new SpatialValues([.. values.Select(value => (double)value)], Dense(5, links)));

    /// <summary>Gets 4 to 30 units with whole values, ties among them, and links of whole weights.</summary>
    public static Gen<SpatialValues> Any { get; } = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 9].Array[30]).Array[4, 30].Select(units =>
        new SpatialValues(
            [.. units.Select(unit => (double)unit.Item1)],
            Dense(units.Length, [.. units.SelectMany(unit => unit.Item2.Take(units.Length).Select(weight => weight > 3 ? 0 : weight))])));

    public static SpatialWeights Line(int units) => SpatialWeights.Of(
        Ids(units),
        [.. Enumerable.Range(0, units - 1), .. Enumerable.Range(1, units - 1)],
        [.. Enumerable.Range(1, units - 1), .. Enumerable.Range(0, units - 1)]);

    /// <summary>A square lattice of units with random values and the neighbours to all eight sides.</summary>
    public static SpatialValues Lattice(int side, int replicate, Func<int, int, double>? trend = null)
    {
        RandomStream stream = new(5, RandomPurpose.Example, replicate);
        (int Row, int Column)[] places = [.. Enumerable.Range(0, side * side).Select(i => (i / side, i % side))];
        List<int> from = [];
        List<int> to = [];
        for (int i = 0; i < places.Length; i++)
        {
            for (int j = 0; j < places.Length; j++)
            {
                if (i != j && Math.Abs(places[i].Row - places[j].Row) <= 1 && Math.Abs(places[i].Column - places[j].Column) <= 1)
                {
                    from.Add(i);
                    to.Add(j);
                }
            }
        }

        double[] values = [.. places.Select(place => stream.NextGaussian() + (trend?.Invoke(place.Row, place.Column) ?? 0))];
        return new SpatialValues(values, SpatialWeights.Of(Ids(values.Length), from, to));
    }

    public static SpatialValues Reversed(SpatialValues units)
    {
        int last = units.Count - 1;
        List<int> from = [];
        List<int> to = [];
        List<double> weights = [];
        for (int unit = 0; unit <= last; unit++)
        {
            for (int link = 0; link < units.Weights.NeighboursOf(unit).Length; link++)
            {
                from.Add(last - unit);
                to.Add(last - units.Weights.NeighboursOf(unit)[link]);
                weights.Add(units.Weights.WeightsOf(unit)[link]);
            }
        }

        return new SpatialValues(
            [.. units.Values.Reverse()], SpatialWeights.Of([.. units.Weights.Ids.Reverse()], from, to, weights));
    }

    /// <summary>Gives all orders of the positions below <paramref name="count"/>.</summary>
    public static IEnumerable<int[]> Orders(int count) => count == 0
        ? [[]]
        : Orders(count - 1).SelectMany(order => Enumerable.Range(0, count).Select(place => (int[])[.. order[..place], count - 1, .. order[place..]]));

    private static SpatialWeights Dense(int units, int[] weights)
    {
        int[] links = [.. Enumerable.Range(0, units * units).Where(i => weights[i] > 0 && i / units != i % units)];
        return SpatialWeights.Of(
            Ids(units), [.. links.Select(i => i / units)], [.. links.Select(i => i % units)], [.. links.Select(i => (double)weights[i])]);
    }

    private static string[] Ids(int units) => [.. Enumerable.Range(1, units).Select(unit => $"U{unit}")];
}

using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class LocalPermutationTests
{
    private static readonly LocalStatistic[] Statistics = Enum.GetValues<LocalStatistic>();

    [Fact]
    public void Every_statistic_has_the_p_values_of_the_plain_twin() => LocalSamples.Any.Sample(
        units => Statistics.All(statistic =>
        {
            LocalPermutationOptions options = new()
            {
                Statistic = statistic,
                Replicates = 39,
                Seed = 8,
                Alternative = LocalAlternative.Greater,
            };
            return Bits.Same(Estimate(units, options).PValues, Twin(units, options));
        }),
        iter: 40);

    [Fact]
    public void With_many_permutations_p_comes_near_that_of_all_arrangements()
    {
        SpatialValues units = new SpatialValues([1, 2, 4, 8, 16, 3], LocalSamples.Line(6));

        LocalPermutationResult result = Estimate(units, new() { Alternative = LocalAlternative.Greater, Replicates = 20_000 });

        for (int unit = 0; unit < 6; unit++)
        {
            int[] others = [.. Enumerable.Range(0, 6).Where(other => other != unit)];
            double mean = units.Values.Average();
            int k = units.Weights.NeighboursOf(unit).Length;
            double observed = (units.Values[unit] - mean) * units.Weights.NeighboursOf(unit).ToArray().Sum(j => units.Values[j] - mean);
            double exact = LocalSamples.Orders(5).Average(order =>
                (units.Values[unit] - mean) * order.Take(k).Sum(j => units.Values[others[j]] - mean) >= observed - 1e-9 ? 1.0 : 0);
            result.PValues[unit].ShouldBe(exact, tolerance: 0.012); // 3.4 standard errors at p = ½
        }
    }

    [Fact]
    public void One_worker_and_eight_give_the_same_bits()
    {
        SpatialValues units = LocalSamples.Lattice(9, 3, (row, _) => row);
        foreach (LocalStatistic statistic in Statistics)
        {
            LocalPermutationOptions options = new() { Statistic = statistic, Replicates = 333 };
            LocalPermutationResult one = Estimate(units, options, 1);
            LocalPermutationResult eight = Estimate(units, options, 8);

            Bits.Same(one.PValues, eight.PValues).ShouldBeTrue();
            Bits.Same(one.QValues, eight.QValues).ShouldBeTrue();
            one.Classes.ShouldBe(eight.Classes);
        }
    }

    [Fact]
    public void Planted_corners_get_the_class_that_names_the_unit_first()
    {
        SpatialValues units = LocalSamples.Lattice(10, 4, (row, column) => (row, column) switch
        {
            (4, 4) => -9, // low among high
            ( >= 2 and <= 6, >= 2 and <= 6) => 9,
            _ => 0,
        });

        LocalPermutationResult moran = Estimate(units, new() { Replicates = 4999 });
        LocalPermutationResult hot = Estimate(units, new() { Statistic = LocalStatistic.G, Replicates = 4999 });
        LocalPermutationResult geary = Estimate(units, new() { Statistic = LocalStatistic.Geary, Replicates = 4999 });

        moran.Classes[44].ShouldBe(LocalClass.LowHigh);
        moran.Classes[33].ShouldBe(LocalClass.HighHigh);
        moran.Classes[99].ShouldBe(LocalClass.NotSignificant);
        hot.Classes[44].ShouldBe(LocalClass.HighHigh); // G looks at the neighbours alone
        geary.Classes[44].ShouldBe(LocalClass.Negative);
        moran.ToOutputs().All["class"].Texts![44].ShouldBe("low-high");
        moran.ToOutputs().All["significant"].Numbers![44].ShouldBe(1);
        moran.Significant.Zip(moran.QValues).ShouldAllBe(pair => pair.First == pair.Second <= 0.05);
        Bits.Same(moran.QValues, MultipleTesting.BenjaminiHochberg(moran.PValues)).ShouldBeTrue();
    }

    [Fact]
    public void Two_sided_is_twice_folded_and_folded_is_the_smaller_tail()
    {
        SpatialValues units = LocalSamples.Lattice(6, 5);
        double[][] p = [.. Enum.GetValues<LocalAlternative>().Select(alternative =>
            Estimate(units, new() { Alternative = alternative, Replicates = 99 }).PValues.ToArray())];

        for (int unit = 0; unit < units.Count; unit++)
        {
            p[0][unit].ShouldBe(Math.Min(p[2][unit], p[3][unit]));
            p[1][unit].ShouldBe(Math.Min(1, 2 * p[0][unit]));
        }
    }

    [Fact]
    public void Random_values_rarely_give_a_finding()
    {
        int registers = Enumerable.Range(0, 40).Count(replicate => Estimate(
            LocalSamples.Lattice(6, 100 + replicate),
            new() { Alternative = LocalAlternative.TwoSided, Replicates = 1999, Seed = (ulong)replicate }).Significant.Any(found => found));

        registers.ShouldBeLessThanOrEqualTo(5); // 2 expected at most
    }

    [Fact]
    public void Ties_count_as_extreme()
    {
        SpatialValues units = new SpatialValues([0, 0, 0, 0, 0, 0, 1], LocalSamples.Line(7));

        LocalPermutationResult result = Estimate(units, new() { Alternative = LocalAlternative.Less, Replicates = 99 });

        result.PValues[6].ShouldBe(1); // its neighbour is 0, as any other would be
        result.PValues[1].ShouldBe(1); // low among low: nothing can be higher
    }

    [Fact]
    public void Islands_and_constant_values_have_their_own_class()
    {
        LocalPermutationResult island = Estimate(
            new SpatialValues([1, 2, 3, 4], SpatialWeights.Of(["a", "b", "c", "d"], [0, 1, 2], [1, 0, 1])), new() { Statistic = LocalStatistic.GStar });
        island.Classes[3].ShouldBe(LocalClass.Isolated);
        island.PValues[3].ShouldBe(double.NaN);
        island.Notes.Select(note => note.Code).ShouldContain("islands");

        LocalPermutationResult constant = Estimate(new SpatialValues([0.1, 0.1, 0.1], LocalSamples.Line(3)));
        constant.Classes.ShouldAllBe(value => value == LocalClass.Undefined);
        constant.Notes.ShouldHaveSingleItem().Code.ShouldBe("constant-values");
        constant.Significant.ShouldAllBe(found => !found);
    }

    [Fact]
    public void A_unit_whose_neighbours_are_all_others_is_never_significant()
    {
        SpatialWeights all = SpatialWeights.Of(["a", "b", "c", "d"], [0, 0, 0, 1], [1, 2, 3, 0]);

        Estimate(new SpatialValues([1.1, 2.3, 4.7, 9.9], all), new() { Replicates = 199 }).PValues[0].ShouldBe(1);
    }

    [Fact]
    public void Another_seed_draws_other_neighbours()
    {
        SpatialValues units = LocalSamples.Lattice(5, 6);

        Bits.Same(Estimate(units, new() { Seed = 1 }).PValues, Estimate(units).PValues).ShouldBeFalse();
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(new SpatialValues([1, 2], LocalSamples.Line(2))));
        Should.Throw<ArgumentException>(() => Estimate(new SpatialValues([1, 2, double.NaN], LocalSamples.Line(3))));
        Should.Throw<ArgumentException>(() => new LocalPermutationOptions { Replicates = 0 });
        Should.Throw<ArgumentException>(() => new LocalPermutationOptions { Alpha = 0 });
        Should.Throw<ArgumentNullException>(() => Estimate(null!));
    }

    private static LocalPermutationResult Estimate(SpatialValues units, LocalPermutationOptions? options = null, int workers = 0) =>
        LocalPermutation.Estimate(units, options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);

    /// <summary>Arranges the values anew for each unit, as the text of the method says, and counts.</summary>
    private static double[] Twin(SpatialValues units, LocalPermutationOptions options)
    {
        int n = units.Count;
        double[] values = [.. units.Values];
        if (values.All(value => value == values[0]))
        {
            return [.. values.Select(_ => double.NaN)];
        }

        int longest = Enumerable.Range(0, n).Max(unit => units.Weights.NeighboursOf(unit).Length);
        int[][] draws = [.. Enumerable.Range(0, options.Replicates).Select(s =>
        {
            int[] positions = [.. Enumerable.Range(0, n - 1)];
            new RandomStream(options.Seed, RandomPurpose.ConditionalPermutation, s).ShuffleFront<int>(positions, longest);
            return positions;
        })];
        return [.. Enumerable.Range(0, n).Select(unit =>
        {
            int[] neighbours = [.. units.Weights.NeighboursOf(unit)];
            double[] weights = [.. units.Weights.WeightsOf(unit)];
            if (neighbours.Length == 0)
            {
                return double.NaN;
            }

            double observed = Statistic(options.Statistic, values, unit, neighbours, weights);
            int reached = draws.Count(draw => Statistic(
                options.Statistic, values, unit, [.. draw.Take(neighbours.Length).Select(p => p == unit ? n - 1 : p)], weights) >= observed - 1e-9);
            return (1.0 + reached) / (1.0 + options.Replicates);
        })];
    }

    // Divisors that are the same in every arrangement of a row are left out.
    private static double Statistic(LocalStatistic statistic, double[] values, int unit, int[] neighbours, double[] weights)
    {
        double mean = values.Average();
        return neighbours.Select((j, link) => weights[link] * statistic switch
        {
            LocalStatistic.Moran => (values[unit] - mean) * (values[j] - mean),
            LocalStatistic.Geary => (values[unit] - values[j]) * (values[unit] - values[j]),
            _ => values[j],
        }).Sum();
    }
}

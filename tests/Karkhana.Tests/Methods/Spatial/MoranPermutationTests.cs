using CsCheck;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class MoranPermutationTests
{
    private static readonly CodingOptions Binary = new() { Style = WeightsStyle.Binary };

    [Fact]
    public void Three_orders_of_four_values_have_the_indices_computed_by_hand()
    {
        MoranPermutationResult result = Run.MoranPermutation(new(SpatialSamples.Rising, [[3, 2, 1, 0], [0, 2, 1, 3], [1, 3, 0, 2]]), Binary);

        result.Estimate.ShouldBe(1 / 3.0, tolerance: 1e-15);
        result.Simulated[0].ShouldBe(1 / 3.0, tolerance: 1e-15);
        result.Simulated[1].ShouldBe(-7 / 15.0, tolerance: 1e-15); // z = −1.5, 0.5, −0.5, 1.5: 2/15 · 2 · (−0.75 − 0.25 − 0.75)
        result.Simulated[2].ShouldBe(-1, tolerance: 1e-15); // z = −0.5, 1.5, −1.5, 0.5: 2/15 · 2 · (−0.75 − 2.25 − 0.75)
        result.PValue.ShouldBe(0.5); // the mirror image is as extreme: (1 + 1) / (1 + 3)
        result.Mean.ShouldBe(((1 / 3.0) - (7 / 15.0) - 1) / 3, tolerance: 1e-15);
        result.Expectation.ShouldBe(-1 / 3.0);
        result.ToOutputs().All["simulated"].Numbers!.Count.ShouldBe(3);
    }

    [Fact]
    public void Every_lane_has_the_bits_of_the_scalar_twin() => SpatialSamples.Random.Sample(input =>
    {
        int[][] orders = [.. Enumerable.Range(0, 11).Select(replicate => Shuffled(input.Count, replicate))];
        return SpatialSamples.Styles.All(style =>
        {
            MoranPermutationResult result = Run.MoranPermutation(new(input, orders), new() { Style = style });
            SpatialWeights coded = input.Weights.Coded(style);
            return Bits.Same(result.Simulated, [.. orders.Select(order => Twin(input.Values, coded, order))])
                && Bits.Close([result.Estimate], [Run.MoranI(input, new() { Style = style }).Estimate], relative: 1e-10);
        });
    });

    [Fact]
    public void The_number_of_workers_changes_no_bit()
    {
        SpatialValues input = Lattice();
        PermutedValues permuted = new(input, [.. Enumerable.Range(0, 100).Select(replicate => Shuffled(input.Count, replicate))]);

        Bits.Same(
            Run.MoranPermutation(permuted, workers: 1).Simulated,
            Run.MoranPermutation(permuted, workers: 3).Simulated).ShouldBeTrue();
        Bits.Same(
            Run.MoranTest(input, workers: 1).Simulated,
            Run.MoranTest(input, workers: 3).Simulated).ShouldBeTrue();
    }

    [Fact]
    public void The_random_test_is_the_given_one_under_the_permutations_of_its_seed()
    {
        SpatialValues input = Lattice();
        int[][] orders = [.. Enumerable.Range(0, 99).Select(replicate =>
        {
            int[] order = [.. Enumerable.Range(0, input.Count)];
            new RandomStream(7, RandomPurpose.ValuePermutation, replicate).Shuffle<int>(order);
            return order;
        })];

        MoranPermutationResult random = Run.MoranTest(input, new() { Replicates = 99, Seed = 7 });
        MoranPermutationResult given = Run.MoranPermutation(new(input, orders));

        Bits.Same(random.Simulated, given.Simulated).ShouldBeTrue();
        (random.PValue, random.Z, random.Estimate).ShouldBe((given.PValue, given.Z, given.Estimate));
        random.Provenance.Seed.ShouldBe(7UL);
        random.ToOutputs().All.Keys.ShouldBe(["estimate", "expectation", "mean", "sd", "z", "p_value"]);
    }

    [Fact]
    public void A_wave_over_the_map_is_found_and_its_alternatives_differ()
    {
        SpatialValues input = Lattice();

        MoranPermutationResult greater = Run.MoranTest(input);
        greater.PValue.ShouldBe(0.001);
        greater.Mean.ShouldBe(-1 / 99.0, tolerance: 0.01);
        Run.MoranTest(input, new() { Alternative = Alternative.Less }).PValue.ShouldBe(1);
        Run.MoranTest(input, new() { Alternative = Alternative.TwoSided }).PValue.ShouldBe(0.002);
    }

    [Fact]
    public void Constant_values_are_not_defined_and_say_so()
    {
        MoranPermutationResult result = Run.MoranTest(new([2, 2, 2, 2], SpatialSamples.Path), new() { Replicates = 19 });

        (result.Estimate, result.PValue, result.Z).ShouldBe((double.NaN, double.NaN, double.NaN));
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("constant-values");
    }

    [Fact]
    public void Rows_that_are_no_permutations_missing_values_and_few_replicates_are_refused()
    {
        Refused([0, 1, 2, 2]).ShouldContain("row 1 did not");
        Refused([0, 1, 2, 4]).ShouldContain("row 1 did not");
        Refused([0, 1, 2]).ShouldContain("4 values");
        Should.Throw<ArgumentException>(() => Run.MoranPermutation(new(SpatialSamples.Rising, []))).Message.ShouldContain("at least one row");
        Should.Throw<ArgumentException>(() => Run.MoranTest(new([1, double.NaN, 3, 4], SpatialSamples.Path))).Message.ShouldContain("missing for b");
        Should.Throw<ArgumentException>(() => new MoranTestOptions { Replicates = 18 }).Message.ShouldContain("Replicates");

        static string Refused(int[] order) => Should.Throw<ArgumentException>(() => Run.MoranPermutation(new(SpatialSamples.Rising, [order]))).Message;
    }

    private static int[] Shuffled(int count, int replicate)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        new RandomStream(3, RandomPurpose.Example, replicate).Shuffle<int>(order);
        return order;
    }

    private static SpatialValues Lattice()
    {
        int[] cells = [.. Enumerable.Range(0, 100)];
        PointPattern points = new() { X = [.. cells.Select(cell => cell % 10.0)], Y = [.. cells.Select(cell => Math.Floor(cell / 10.0))] };
        SpatialWeights weights = Run.DistanceWeights(points, new() { Kind = NeighbourRule.Band, Upper = 1 }).Weights;
        return new SpatialValues([.. cells.Select(cell => Math.Sin((cell % 10) / 3.0) + (0.1 * (cell * 7 % 10)))], weights);
    }

    private static double Twin(IReadOnlyList<double> values, SpatialWeights weights, int[] order)
    {
        double mean = Sums.Mean([.. values]);
        double[] z = [.. values.Select(value => value - mean)];
        SpatialWeights reversed = weights.Transposed();
        double cross = 0;
        for (int unit = 0; unit < z.Length; unit++)
        {
            double lag = 0;
            for (int other = unit + 1; other < z.Length; other++)
            {
                lag += (Weight(weights, unit, other) + Weight(reversed, unit, other)) * z[order[other]];
            }

            cross += z[order[unit]] * lag;
        }

        return cross * (z.Length / weights.S0 / Sums.Dot(z, z));
    }

    private static double Weight(SpatialWeights weights, int unit, int other)
    {
        int place = weights.NeighboursOf(unit).BinarySearch(other);
        return place < 0 ? 0 : weights.WeightsOf(unit)[place];
    }
}

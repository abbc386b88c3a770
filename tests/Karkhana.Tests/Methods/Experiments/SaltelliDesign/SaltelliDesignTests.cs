using CsCheck;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class SaltelliDesignTests
{
    [Fact]
    public void Rows_of_two_base_points_are_written_by_hand()
    {
        // Sobol points 2 and 3 in four dimensions: (¾, ¼, ¼, ¼) and (¼, ¾, ¾, ¾); A is the first half, B the second.
        SaltelliDesignResult result = Estimate(new() { Bounds = [[0, 1], [0, 4]], BaseCount = 2, Skip = 2 });

        result.Block.ShouldBe(["A", "AB1", "AB2", "BA1", "BA2", "B", "A", "AB1", "AB2", "BA1", "BA2", "B"]);
        result.Point.ShouldBe([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]);
        result.Design.Values.ShouldBe(
            [0.75, 1, 0.25, 1, 0.75, 1, 0.75, 1, 0.25, 1, 0.25, 1, 0.25, 3, 0.75, 3, 0.25, 3, 0.25, 3, 0.75, 3, 0.75, 3]);
    }

    [Fact]
    public void Every_block_has_one_input_from_the_other_side_and_the_rest_from_its_own() => Designs.Sample(options =>
    {
        SaltelliDesignResult result = Estimate(options);
        int inputs = options.Bounds.Count;
        int rows = result.Design.Runs / options.BaseCount;
        return Enumerable.Range(0, result.Design.Runs).All(run =>
        {
            int first = run / rows * rows;
            string block = result.Block[run];
            int exchanged = block.Length > 1 ? int.Parse(block[2..], System.Globalization.CultureInfo.InvariantCulture) - 1 : -1;
            return Enumerable.Range(0, inputs).All(input =>
            {
                bool fromA = block[0] == 'A' != (input == exchanged);
                return result.Design[run, input] == result.Design[fromA ? first : first + rows - 1, input];
            });
        });
    });

    [Fact]
    public void A_and_B_are_the_halves_of_Sobol_points_within_their_bounds() => Designs.Sample(options =>
    {
        SaltelliDesignResult result = Estimate(options);
        int inputs = options.Bounds.Count;
        int rows = result.Design.Runs / options.BaseCount;
        ExperimentalDesign points = SobolSequence.Estimate(
            new() { Dimensions = 2 * inputs, Count = options.BaseCount, Skip = options.Skip, Randomisation = options.Randomisation, Seed = options.Seed },
            cancellationToken: TestContext.Current.CancellationToken).Points;
        return Enumerable.Range(0, options.BaseCount).All(point => Enumerable.Range(0, inputs).All(input =>
        {
            (double low, double high) = (options.Bounds[input][0], options.Bounds[input][1]);
            return result.Design[point * rows, input] == low + ((high - low) * points[point, input])
                && result.Design[((point + 1) * rows) - 1, input] == low + ((high - low) * points[point, inputs + input])
                && result.Design[point * rows, input] >= low && result.Design[point * rows, input] <= high;
        }));
    });

    [Fact]
    public void Without_second_order_the_same_rows_but_those_are_there()
    {
        SaltelliDesignOptions options = new() { Bounds = StandardModels.Pi3, BaseCount = 8 };
        SaltelliDesignResult with = Estimate(options);
        SaltelliDesignResult without = Estimate(options with { SecondOrder = false });

        int[] kept = [.. Enumerable.Range(0, with.Design.Runs).Where(run => !with.Block[run].StartsWith("BA", StringComparison.Ordinal))];
        without.Block.ShouldBe(kept.Select(run => with.Block[run]));
        without.Design.Values.ShouldBe(kept.SelectMany(run => with.Design.Row(run).ToArray()));
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => new SaltelliDesignOptions { Bounds = [[0, 1]], BaseCount = 12 }).Message.ShouldContain("power of 2; it was 12");
        Should.Throw<ArgumentException>(() => new SaltelliDesignOptions { Bounds = [[0, 1]], BaseCount = 1 }).Message.ShouldContain("it was 1");
        Should.Throw<ArgumentException>(() => new SaltelliDesignOptions { Bounds = [], BaseCount = 8 }).Message.ShouldContain("empty");
        Should.Throw<ArgumentException>(() => new SaltelliDesignOptions { Bounds = [[0, 1], [2, 2]], BaseCount = 8 }).Message.ShouldContain("input 2 was [2, 2]");
        Should.Throw<ArgumentException>(() => new SaltelliDesignOptions { Bounds = [[0, double.NaN]], BaseCount = 8 }).Message.ShouldContain("[0, NaN]");
        Should.Throw<ArgumentException>(() => Estimate(new() { Bounds = StandardModels.Cube(513), BaseCount = 2 })).Message.ShouldContain("[1, 512]; it was 513");
    }

    private static readonly Gen<SaltelliDesignOptions> Designs =
        from ranges in Gen.Select(Gen.Double[-5, 5], Gen.Double[0.1, 9]).Array[1, 6]
        from power in Gen.Int[1, 5]
        from second in Gen.Bool
        from skip in Gen.Int[0, 100]
        from shift in Gen.Bool
        from seed in Gen.ULong
        select new SaltelliDesignOptions
        {
            Bounds = [.. ranges.Select(range => new[] { range.Item1, range.Item1 + range.Item2 })],
            BaseCount = 1 << power,
            SecondOrder = second,
            Skip = skip,
            Randomisation = shift ? PointRandomisation.DigitalShift : PointRandomisation.None,
            Seed = seed,
        };

    private static SaltelliDesignResult Estimate(SaltelliDesignOptions options) =>
        SaltelliDesign.Estimate(options, cancellationToken: TestContext.Current.CancellationToken);
}

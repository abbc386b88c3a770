using CsCheck;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class SobolSequenceTests
{
    [Fact]
    public void The_first_points_are_the_quarters_of_the_square() =>
        Estimate(new() { Dimensions = 2, Count = 4 }).Points.Values.ShouldBe([0, 0, 0.5, 0.5, 0.75, 0.25, 0.25, 0.75]);

    [Theory]
    [InlineData(1, 688193536)]
    [InlineData(10, 461307904)]
    [InlineData(50, 658046976)]
    [InlineData(111, 202702848)]
    [InlineData(200, 916258816)]
    [InlineData(512, 946667520)]
    [InlineData(1000, 140705792)]
    [InlineData(1024, 619642880)]
    public void A_late_point_in_many_dimensions_is_that_of_scipy(int dimension, int in2To30)
    {
        // scipy 1.10.1: s = qmc.Sobol(d=1024, scramble=False, bits=30); s.fast_forward(12345); s.random(1) * 2**30
        ExperimentalDesign points = Estimate(new() { Dimensions = 1024, Count = 1, Skip = 12345 }).Points;

        points[0, dimension - 1].ShouldBe(in2To30 / (double)(1 << 30));
    }

    [Fact]
    public void Polynomials_are_primitive_and_each_comes_once()
    {
        // Joe and Kuo take them by degree; 2 to 1024 use all up to degree 12 and part of degree 13.
        HashSet<(uint, uint)> seen = [];
        for (int dimension = 2; dimension <= SobolDirections.MostDimensions; dimension++)
        {
            uint[] line = SobolDirections.Published(dimension);
            (int degree, uint coefficients) = ((int)line[1], line[2]);

            line[0].ShouldBe((uint)dimension);
            seen.Add((line[1], coefficients)).ShouldBeTrue();
            OrderOfX(degree, (1u << degree) | (coefficients << 1) | 1).ShouldBe((1 << degree) - 1, $"dimension {dimension}");
            line.Length.ShouldBe(3 + degree);
            line.Skip(3).Select((m, j) => m % 2 == 1 && m < 1u << (j + 1)).ShouldAllBe(fits => fits);
        }
    }

    [Fact]
    public void Each_point_is_the_sum_of_the_direction_numbers_of_its_Gray_code() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 1_000_000], Gen.Int[1, 40]).Sample((dimensions, skip, count) =>
        {
            uint[] directions = SobolDirections.Of(dimensions);
            double[] expected = [.. Enumerable.Range(skip, count).SelectMany(index => Enumerable.Range(0, dimensions).Select(dimension =>
            {
                uint code = (uint)(index ^ (index >> 1));
                uint sum = Enumerable.Range(0, 32).Where(bit => ((code >> bit) & 1) == 1).Aggregate(0u, (own, bit) => own ^ directions[(bit * dimensions) + dimension]);
                return sum / 4294967296.0;
            }))];
            return Bits.Same(Estimate(new() { Dimensions = dimensions, Count = count, Skip = skip }).Points.Values, expected);
        });

    [Fact]
    public void An_aligned_run_has_one_point_in_each_stratum_of_every_dimension() =>
        Gen.Select(Gen.Int[1, 200], Gen.Int[0, 7], Gen.Int[0, 1000], Gen.ULong).Sample((dimensions, power, run, seed) =>
            new[] { PointRandomisation.None, PointRandomisation.DigitalShift }.All(randomisation =>
            {
                int count = 1 << power;
                PointSequenceResult result = Estimate(new()
                {
                    Dimensions = dimensions,
                    Count = count,
                    Skip = run * count,
                    Randomisation = randomisation,
                    Seed = seed,
                });
                return result.Notes.Count == 0 && Enumerable.Range(0, dimensions).All(dimension =>
                    result.Points.Column(dimension).Select(value => (int)(value * count)).Order().SequenceEqual(Enumerable.Range(0, count)));
            }));

    [Fact]
    public void A_shift_turns_the_same_bits_of_all_points_of_a_dimension()
    {
        ExperimentalDesign plain = Estimate(new() { Dimensions = 5, Count = 16 }).Points;
        ExperimentalDesign shifted = Estimate(new() { Dimensions = 5, Count = 16, Randomisation = PointRandomisation.DigitalShift }).Points;
        ExperimentalDesign other = Estimate(new() { Dimensions = 5, Count = 16, Randomisation = PointRandomisation.DigitalShift, Seed = 1 }).Points;

        for (int dimension = 0; dimension < 5; dimension++)
        {
            ulong[] turned = [.. Enumerable.Range(0, 16).Select(point => (ulong)(plain[point, dimension] * 4294967296) ^ (ulong)(shifted[point, dimension] * 4294967296)).Distinct()];
            turned.ShouldHaveSingleItem().ShouldNotBe(0ul);
        }

        Bits.Same(shifted.Values, other.Values).ShouldBeFalse();
    }

    [Fact]
    public void Other_numbers_of_points_are_given_and_noted()
    {
        Estimate(new() { Dimensions = 1, Count = 3 }).Notes.ShouldHaveSingleItem().Code.ShouldBe("unbalanced-points");
        Estimate(new() { Dimensions = 1, Count = 4, Skip = 1 }).Notes.ShouldHaveSingleItem().Text.ShouldContain("4 points from index 1");
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new SobolSequenceOptions { Dimensions = 1025, Count = 1 }).Message.ShouldContain("[1, 1024]; it was 1025");
        Should.Throw<ArgumentOutOfRangeException>(() => new SobolSequenceOptions { Dimensions = 1, Count = 0 }).Message.ShouldContain("it was 0");
        Should.Throw<ArgumentOutOfRangeException>(() => new SobolSequenceOptions { Dimensions = 1, Count = 1, Skip = -1 }).Message.ShouldContain("it was -1");
        Should.Throw<ArgumentException>(() => Estimate(new() { Dimensions = 1000, Count = 1_000_000 })).Message.ShouldContain("1000000 times 1000");
    }

    private static PointSequenceResult Estimate(SobolSequenceOptions options) =>
        SobolSequence.Estimate(options, cancellationToken: TestContext.Current.CancellationToken);

    // The least power of x that is 1 modulo the polynomial over two elements; 2^degree − 1 when it is primitive.
    private static int OrderOfX(int degree, uint polynomial)
    {
        uint power = 1;
        for (int order = 1; order < 1 << degree; order++)
        {
            power <<= 1;
            power ^= ((power >> degree) & 1) * polynomial;
            if (power == 1)
            {
                return order;
            }
        }

        return 0;
    }
}

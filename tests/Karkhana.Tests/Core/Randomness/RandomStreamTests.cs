using Karkhana.Core.Randomness;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Randomness;

public sealed class RandomStreamTests
{
    [Fact]
    public void The_same_address_gives_the_same_numbers()
    {
        RandomStream left = new(7, RandomPurpose.Example, 3, 11);
        RandomStream right = new(7, RandomPurpose.Example, 3, 11);

        for (int i = 0; i < 1000; i++)
        {
            left.NextUInt32().ShouldBe(right.NextUInt32());
        }
    }

    [Fact]
    public void Another_part_of_the_address_gives_other_numbers()
    {
        double here = new RandomStream(7, RandomPurpose.Example, 3, 11).NextDouble();

        new RandomStream(8, RandomPurpose.Example, 3, 11).NextDouble().ShouldNotBe(here);
        new RandomStream(7, RandomPurpose.Bootstrap, 3, 11).NextDouble().ShouldNotBe(here);
        new RandomStream(7, RandomPurpose.Example, 4, 11).NextDouble().ShouldNotBe(here);
        new RandomStream(7, RandomPurpose.Example, 3, 12).NextDouble().ShouldNotBe(here);
    }

    [Fact]
    public void Uniform_numbers_have_the_moments_of_the_uniform_distribution()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0);
        double[] draws = [.. Enumerable.Range(0, 200_000).Select(_ => stream.NextDouble())];

        draws.Min().ShouldBeGreaterThanOrEqualTo(0);
        draws.Max().ShouldBeLessThan(1);
        draws.Average().ShouldBe(0.5, tolerance: 0.003);
        draws.Average(draw => (draw - 0.5) * (draw - 0.5)).ShouldBe(1.0 / 12, tolerance: 0.001);
    }

    [Fact]
    public void Gaussian_numbers_have_the_moments_of_the_normal_distribution()
    {
        RandomStream stream = new(2, RandomPurpose.Example, 0);
        double[] draws = [.. Enumerable.Range(0, 200_000).Select(_ => stream.NextGaussian())];

        draws.Average().ShouldBe(0, tolerance: 0.01);
        draws.Average(draw => draw * draw).ShouldBe(1, tolerance: 0.015);
        draws.Average(draw => draw * draw * draw * draw).ShouldBe(3, tolerance: 0.1);
    }

    [Fact]
    public void Whole_numbers_below_a_bound_are_equally_frequent()
    {
        RandomStream stream = new(3, RandomPurpose.Example, 0);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++)
        {
            counts[stream.NextInt(7)]++;
        }

        double chiSquare = counts.Sum(count => (count - 10_000.0) * (count - 10_000.0) / 10_000.0);
        chiSquare.ShouldBeLessThan(22.46); // 0.999 quantile of chi-square with 6 degrees of freedom
    }

    [Fact]
    public void A_shuffle_is_a_permutation_and_a_front_shuffle_samples_without_replacement()
    {
        RandomStream stream = new(4, RandomPurpose.Example, 0);
        int[] items = [.. Enumerable.Range(0, 100)];

        stream.Shuffle<int>(items);
        items.ShouldNotBe(Enumerable.Range(0, 100));
        items.Order().ShouldBe(Enumerable.Range(0, 100));
        stream.ShuffleFront<int>(items, 10);
        items.Order().ShouldBe(Enumerable.Range(0, 100));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_bound_below_one_is_refused(int bound) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new RandomStream(1, RandomPurpose.Example, 0).NextInt(bound))
            .Message.ShouldContain("bound must lie in [1, 2147483647]");

    [Fact]
    public void Long_shuffles_make_the_exchanges_of_single_draws_and_leave_the_stream_where_those_leave_it()
    {
        foreach (int length in (int[])[5, 127, 128, 129, 130, 131, 500, 3001])
        {
            for (int before = 0; before < 5; before++)
            {
                RandomStream many = new(0x123456789ABCDEF0, RandomPurpose.Example, 7, before);
                RandomStream single = new(0x123456789ABCDEF0, RandomPurpose.Example, 7, before);
                for (int draw = 0; draw < before; draw++)
                {
                    many.NextUInt32().ShouldBe(single.NextUInt32());
                }

                int[] shuffled = [.. Enumerable.Range(0, length)];
                int[] twin = [.. shuffled];
                many.Shuffle<int>(shuffled);
                for (int i = length - 1; i > 0; i--)
                {
                    int j = single.NextInt(i + 1);
                    (twin[i], twin[j]) = (twin[j], twin[i]);
                }

                shuffled.SequenceEqual(twin).ShouldBeTrue();
                for (int draw = 0; draw < 6; draw++)
                {
                    many.NextUInt32().ShouldBe(single.NextUInt32());
                }
            }
        }
    }
}

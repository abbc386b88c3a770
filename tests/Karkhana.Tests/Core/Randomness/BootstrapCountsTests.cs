using Karkhana.Core.Randomness;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Randomness;

public sealed class BootstrapCountsTests
{
    [Theory]
    [InlineData(1, 0, 3, 2)] // observation by observation
    [InlineData(100, 0, 300, 200)] // group by group
    public void The_counts_add_up_and_have_the_moments_of_the_multinomial(int a, int b, int c, int d)
    {
        const int draws = 20_000;
        int[] sizes = [a, b, c, d];
        double n = sizes.Sum();
        BootstrapCounts bootstrap = new(sizes);
        double[] sums = new double[4];
        double product = 0;
        int[] counts = new int[4];
        for (int s = 0; s < draws; s++)
        {
            bootstrap.Draw(new RandomStream(3, RandomPurpose.Example, s), counts);
            counts.Sum().ShouldBe((int)n);
            for (int group = 0; group < 4; group++)
            {
                sums[group] += counts[group];
            }

            product += (counts[2] - c) * (double)(counts[3] - d);
        }

        bootstrap.Observations.ShouldBe((int)n);
        for (int group = 0; group < 4; group++)
        {
            double variance = sizes[group] * (1 - (sizes[group] / n));
            (sums[group] / draws).ShouldBe(sizes[group], tolerance: 5 * Math.Sqrt(variance / draws));
        }

        // Cov = −n p q; its standard error is at most about sd · sd / √draws.
        (product / draws).ShouldBe(-c * d / n, tolerance: 6 * Math.Sqrt(c * (1 - (c / n)) * d * (1 - (d / n)) * 1.5 / draws));
    }

    [Fact]
    public void The_same_address_gives_the_same_counts()
    {
        BootstrapCounts bootstrap = new([50, 70, 90]);
        int[] one = new int[3];
        int[] two = [7, 7, 7];
        bootstrap.Draw(new RandomStream(3, RandomPurpose.Example, 4), one);
        bootstrap.Draw(new RandomStream(3, RandomPurpose.Example, 4), two);

        two.ShouldBe(one);
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => new BootstrapCounts([]));
        Should.Throw<ArgumentException>(() => new BootstrapCounts([0, 0]));
        Should.Throw<ArgumentException>(() => new BootstrapCounts([1, -1]));
        Should.Throw<ArgumentException>(() => new BootstrapCounts([1, 1]).Draw(new RandomStream(1, RandomPurpose.Example, 0), new int[1]));
    }
}

using Karkhana.Core.Randomness;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Randomness;

public sealed class BinomialDrawTests
{
    [Theory]
    [InlineData(1, 0.3)]
    [InlineData(20, 0.25)]
    [InlineData(20, 0.9)]
    [InlineData(25, 0.5)]
    [InlineData(60, 0.4)]
    [InlineData(300, 0.05)]
    public void The_frequencies_are_those_of_the_distribution(int trials, double probability)
    {
        const int draws = 40_000;
        RandomStream stream = new(11, RandomPurpose.Example, trials);
        int[] seen = new int[trials + 1];
        for (int i = 0; i < draws; i++)
        {
            seen[BinomialDraw.Next(stream, trials, probability)]++;
        }

        // Cells of less than ten expected draws are pooled; chi-square stays within six standard deviations of its mean.
        (double statistic, double pooled, int pooledSeen, int cells) = (0, 0, 0, 0);
        double log = trials * Math.Log(1 - probability);
        for (int k = 0; k <= trials; k++)
        {
            double expected = draws * Math.Exp(log);
            log += Math.Log(probability / (1 - probability) * (trials - k) / (k + 1));
            if (expected < 10)
            {
                (pooled, pooledSeen) = (pooled + expected, pooledSeen + seen[k]);
                continue;
            }

            statistic += (seen[k] - expected) * (seen[k] - expected) / expected;
            cells++;
        }

        statistic += pooled > 1 ? (pooledSeen - pooled) * (pooledSeen - pooled) / pooled : 0;
        statistic.ShouldBeLessThan(cells + (6 * Math.Sqrt(2.0 * cells)));
        pooledSeen.ShouldBeLessThan((int)(pooled + 10 + (6 * Math.Sqrt(pooled))));
    }

    [Fact]
    public void Mean_and_variance_are_right_for_a_million_trials()
    {
        RandomStream stream = new(12, RandomPurpose.Example, 0);
        (double sum, double squares) = (0, 0);
        for (int i = 0; i < 20_000; i++)
        {
            double deviation = BinomialDraw.Next(stream, 1_000_000, 0.7) - 700_000.0;
            (sum, squares) = (sum + deviation, squares + (deviation * deviation));
        }

        double variance = 1_000_000 * 0.7 * 0.3;
        (sum / 20_000).ShouldBe(0, tolerance: 5 * Math.Sqrt(variance / 20_000));
        (squares / 20_000 / variance).ShouldBe(1, tolerance: 5 * Math.Sqrt(2.0 / 20_000));
    }

    [Fact]
    public void The_ends_are_certain_and_wrong_calls_refused()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0);

        BinomialDraw.Next(stream, 0, 0.4).ShouldBe(0);
        BinomialDraw.Next(stream, 9, 0).ShouldBe(0);
        BinomialDraw.Next(stream, 9, 1).ShouldBe(9);
        BinomialDraw.Next(stream, int.MaxValue, 1).ShouldBe(int.MaxValue);
        Should.Throw<ArgumentException>(() => BinomialDraw.Next(stream, -1, 0.5));
        Should.Throw<ArgumentException>(() => BinomialDraw.Next(stream, 1, 1.1));
        Should.Throw<ArgumentException>(() => BinomialDraw.Next(stream, 1, double.NaN));
        Should.Throw<ArgumentException>(() => BinomialDraw.Next(null!, 1, 0.5));
    }
}

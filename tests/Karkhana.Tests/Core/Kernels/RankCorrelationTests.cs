using CsCheck;
using Karkhana.Core.Kernels;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Kernels;

public sealed class RankCorrelationTests
{
    [Fact]
    public void Seven_pairs_have_the_correlation_of_R()
    {
        // R 4.2.2: cor(x, y, method = "spearman").
        double[] x = [1, 2, 2, 3, 5, 4, 4];
        double[] y = [2, 1, 3, 3, 5, 5, 4];

        RankCorrelation.Spearman(x, y).ShouldBe(0.888888888888889, tolerance: 1e-14);
        RankCorrelation.Spearman([.. x, 9], [.. y, double.NaN]).ShouldBe(0.888888888888889, tolerance: 1e-14);
    }

    [Fact]
    public void Only_the_order_counts() => Gen.Select(Gen.Int[-9, 9], Gen.Int[-9, 9]).Array[3, 20].Sample(pairs =>
    {
        double[] x = [.. pairs.Select(pair => (double)pair.Item1)];
        double[] y = [.. pairs.Select(pair => (double)pair.Item2)];
        double correlation = RankCorrelation.Spearman(x, y);
        return Bits.Close(
            [correlation, -correlation],
            [RankCorrelation.Spearman([.. x.Select(Math.Exp)], y), RankCorrelation.Spearman(x, [.. y.Select(value => -value)])], relative: 1e-12);
    });

    [Fact]
    public void A_side_that_does_not_vary_has_none_and_lengths_must_agree()
    {
        RankCorrelation.Spearman([1, 1, 1], [1, 2, 3]).ShouldBe(double.NaN);
        RankCorrelation.Spearman([1], [2]).ShouldBe(double.NaN);
        RankCorrelation.Spearman([], []).ShouldBe(double.NaN);
        Should.Throw<ArgumentException>(() => RankCorrelation.Spearman([1], [1, 2]));
    }
}

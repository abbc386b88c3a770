using CsCheck;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class MultinomialIntervalTests
{
    // Sison and Glaz 1995, section 5: residents of seven kinds.
    private static readonly int[] Seven = [56, 72, 73, 59, 62, 87, 58];

    private static readonly Gen<int[]> Counts = Gen.Int[0, 60].Array[2, 6].Where(counts => counts.Sum() > 0);

    [Theory]
    [InlineData(ShareIntervalMethod.Goodman, 0.0851672391387468, 0.166261408130465)]
    [InlineData(ShareIntervalMethod.Wilson, 0.0935086638910819, 0.152522046978856)]
    [InlineData(ShareIntervalMethod.QuesenberryHurst, 0.0763174885267461, 0.183469360445695)]
    public void Score_intervals_are_those_of_the_formula_in_R(ShareIntervalMethod method, double low, double high)
    {
        // R 4.2.2: (B + 2n ± sqrt(B (B + 4n(N − n)/N)))/(2(N + B)), B by qchisq.
        MultinomialIntervalResult result = Estimate(Seven, new() { Method = method });

        result.Shares[0].ShouldBe(56 / 467.0);
        result.Lows[0].ShouldBe(low, tolerance: 1e-13);
        result.Highs[0].ShouldBe(high, tolerance: 1e-13);
        result.Total.ShouldBe(467);
    }

    [Fact]
    public void Half_of_a_hundred_has_the_interval_of_Wilson_by_hand()
    {
        // z² = 3.8415: (0.5 ± 1.96·√(0.0025 + 0.0096))/1.0384 about 0.5 → 0.4038 to 0.5962.
        MultinomialIntervalResult result = Estimate([50, 50], new() { Method = ShareIntervalMethod.Wilson });

        result.Lows[0].ShouldBe(0.4038, tolerance: 5e-5);
        result.Highs[0].ShouldBe(0.5962, tolerance: 5e-5);
    }

    [Fact]
    public void Equal_widths_hold_all_counts_as_often_as_asked_for_by_exact_convolution()
    {
        MultinomialIntervalResult result = Estimate(Seven, new() { Method = ShareIntervalMethod.SisonGlaz });

        double below = result.Shares[0] - result.Lows[0];
        double above = result.Highs[0] - result.Shares[0];
        int c = (int)Math.Round(below * 467);
        double fraction = ((above * 467) - c) / 2;
        below.ShouldBe(c / 467.0, tolerance: 1e-12);
        fraction.ShouldBeInRange(0, 1);
        (double here, double next) = (ExactCoverage(Seven, c), ExactCoverage(Seven, c + 1));
        here.ShouldBeLessThan(0.95);
        next.ShouldBeGreaterThan(0.95);
        fraction.ShouldBe((0.95 - here) / (next - here), tolerance: 0.02);
    }

    [Fact]
    public void The_width_has_about_the_exact_coverage() => Gen.Int[10, 40].Array[3, 5].Sample(counts =>
    {
        MultinomialIntervalResult result = Estimate(counts, new() { Method = ShareIntervalMethod.SisonGlaz });
        int widest = Enumerable.Range(0, counts.Length).MaxBy(i => counts[i]);
        int c = (int)Math.Round((result.Shares[widest] - result.Lows[widest]) * result.Total);
        return ExactCoverage(counts, c) < 0.951 && ExactCoverage(counts, c + 1) > 0.94; // the expansion is off by at most 0.01 here
    });

    [Fact]
    public void Intervals_hold_the_share_lie_within_zero_and_one_and_widen_for_all_at_once() => Gen.Select(Counts, Gen.Enum<ShareIntervalMethod>()).Sample((counts, method) =>
    {
        MultinomialIntervalResult result = Estimate(counts, new() { Method = method });
        MultinomialIntervalResult wilson = Estimate(counts, new() { Method = ShareIntervalMethod.Wilson });
        MultinomialIntervalResult goodman = Estimate(counts);
        return Enumerable.Range(0, counts.Length).All(i =>
            result.Lows[i] >= 0 && result.Highs[i] <= 1 && result.Lows[i] <= result.Shares[i] && result.Highs[i] >= result.Shares[i]
            && goodman.Lows[i] <= wilson.Lows[i] && goodman.Highs[i] >= wilson.Highs[i]);
    });

    [Fact]
    public void Rows_of_one_category_add_up_and_named_categories_appear_even_with_none()
    {
        MultinomialIntervalResult result = MultinomialInterval.Estimate(
            new CategoryCounts(["users", "makers", "users"], [1, 1, 1]),
            new() { Categories = ["makers", "suppliers", "users"] },
            cancellationToken: TestContext.Current.CancellationToken);

        result.Counts.ShouldBe([1, 0, 2]);
        result.Shares.ShouldBe([1 / 3.0, 0, 2 / 3.0]);
        result.Lows[1].ShouldBe(0);
        result.Highs[1].ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void One_category_alone_has_a_share_of_one()
    {
        Estimate([7]).Highs.ShouldBe([1]);
        Estimate([7], new() { Method = ShareIntervalMethod.SisonGlaz }).Lows.ShouldBe([1]);
        Estimate([7], new() { Method = ShareIntervalMethod.QuesenberryHurst }).Lows[0].ShouldBeLessThan(1);
    }

    [Fact]
    public void Small_counts_are_named_with_the_method_that_minds()
    {
        Estimate([3, 30], new() { Method = ShareIntervalMethod.SisonGlaz }).Notes.ShouldHaveSingleItem().Code.ShouldBe("small-counts");
        Estimate([3, 30]).Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([0, 0])).Message.ShouldContain("it was 0");
        Should.Throw<ArgumentException>(() => Estimate([]));
        Should.Throw<ArgumentException>(() => Of(["a"], [1.5])).Message.ShouldContain("row 1 was 1.5");
        Should.Throw<ArgumentException>(() => Of(["a"], [-1]));
        Should.Throw<ArgumentException>(() => Of(["a", "b"], [1]));
        Should.Throw<ArgumentException>(() => Of(["a"], [1], new() { Categories = ["b"] })).Message.ShouldContain("\"a\"");
        Should.Throw<ArgumentException>(() => Of(["a"], [1], new() { Categories = ["a", "a"] })).Message.ShouldContain("once");
    }

    // Poisson counts kept within c of the observed ones, summed by convolution, given that they add up to n.
    private static double ExactCoverage(int[] counts, int c)
    {
        int total = counts.Sum();
        double[] sum = new double[total + 1];
        sum[0] = 1;
        foreach (int count in counts)
        {
            double[] next = new double[total + 1];
            for (int own = Math.Max(0, count - c); own <= count + c; own++)
            {
                double probability = count == 0 ? (own == 0 ? 1 : 0) : Poisson.PMF(count, own);
                for (int before = 0; before + own <= total; before++)
                {
                    next[before + own] += sum[before] * probability;
                }
            }

            sum = next;
        }

        return sum[total] / Poisson.PMF(total, total);
    }

    private static MultinomialIntervalResult Estimate(int[] counts, MultinomialIntervalOptions? options = null) =>
        Of([.. counts.Select((_, i) => $"c{i}")], [.. counts.Select(count => (double)count)], options);

    private static MultinomialIntervalResult Of(string[] categories, double[] counts, MultinomialIntervalOptions? options = null) =>
        MultinomialInterval.Estimate(new CategoryCounts(categories, counts), options, cancellationToken: TestContext.Current.CancellationToken);
}

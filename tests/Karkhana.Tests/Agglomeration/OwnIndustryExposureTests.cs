using CsCheck;
using Karkhana.Agglomeration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Agglomeration;

public sealed class OwnIndustryExposureTests
{
    private static readonly string[] OneTrade = ["a", "a", "a", "a"];
    private static readonly double[] X = [0, 0, 3000, 10_000];
    private static readonly double[] Y = [0, 1000, 4000, 0];

    private static readonly Gen<(double X, double Y, string Industry, double Workers)[]> Firms = Gen.Select(
        Gen.Int[0, 9000].Select(x => (double)x), Gen.Int[0, 9000].Select(y => (double)y), Gen.Int[0, 2].Select(i => $"s{i}"), Gen.Int[0, 50].Select(w => (double)w))
        .Array[1, 30];

    [Fact]
    public void Four_firms_have_the_exposure_of_the_framework()
    {
        double[] exposures = Estimate(X, Y, OneTrade, [5, 10, 20, 8]);

        double[] expected = [7.76091015, 5.48269426, 1.75119170, 0.45449521];
        exposures.Zip(expected, (found, printed) => Math.Abs(found - printed)).ShouldAllBe(distance => distance <= 5e-9);
    }

    [Fact]
    public void Other_industries_do_not_count() =>
        Estimate(X, Y, ["a", "b", "a", "b"], [5, 10, 20, 8])[0].ShouldBe(20 * Math.Exp(-2.5), tolerance: 1e-14);

    [Fact]
    public void Exposures_are_those_of_the_double_loop() => Firms.Sample(firms => Bits.Close(
        Estimate(firms),
        [.. firms.Select((own, i) => firms.Where((other, j) => i != j && other.Industry == own.Industry)
            .Sum(other => other.Workers * Math.Exp(-Math.Sqrt(Math.Pow(own.X - other.X, 2) + Math.Pow(own.Y - other.Y, 2)) / 2000)))],
        relative: 1e-12));

    [Fact]
    public void Neither_the_names_of_industries_nor_a_move_of_the_map_matter() => Firms.Sample(firms => Bits.Close(
        Estimate([.. firms.Select(firm => (firm.X + 500_000, firm.Y - 3_000_000, "trade " + firm.Industry, firm.Workers))]), Estimate(firms), relative: 1e-9));

    [Fact]
    public void A_firm_with_unknown_workers_counts_as_the_median() =>
        Estimate([0, 0, 0], [0, 0, 0], ["a", "a", "a"], [4, double.NaN, 8]).ShouldBe([14, 12, 10]);

    [Fact]
    public void Without_any_known_workers_each_firm_counts_one() =>
        Estimate([0, 0], [0, 0], ["a", "a"], [double.NaN, double.NaN]).ShouldBe([1, 1]);

    [Fact]
    public void A_longer_decay_exposes_more()
    {
        double[] near = Estimate(X, Y, OneTrade, [5, 10, 20, 8], 1);
        double[] far = Estimate(X, Y, OneTrade, [5, 10, 20, 8], 25);

        near.Zip(far).ShouldAllBe(pair => pair.First < pair.Second);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([0, 1], [0], ["a", "a"], [1, 1]));
        Should.Throw<ArgumentException>(() => Estimate([0], [0, 1], ["a"], [1]));
        Should.Throw<ArgumentException>(() => Estimate([0, 1], [0, 1], ["a"], [1, 1]));
        Should.Throw<ArgumentException>(() => Estimate([0, 1], [0, 1], ["a", "a"], [1]));
        Should.Throw<ArgumentException>(() => Estimate([0, 1], [0, 1], ["a", "a"], [1, -1]));
        Should.Throw<ArgumentException>(() => Estimate([0, double.NaN], [0, 1], ["a", "a"], [1, 1]));
        Should.Throw<ArgumentOutOfRangeException>(() => Estimate([0], [0], ["a"], [1], 0));
    }

    private static double[] Estimate((double X, double Y, string Industry, double Workers)[] firms) => Estimate(
        [.. firms.Select(firm => firm.X)], [.. firms.Select(firm => firm.Y)], [.. firms.Select(firm => firm.Industry)], [.. firms.Select(firm => firm.Workers)]);

    private static double[] Estimate(double[] x, double[] y, string[] industries, double[] workers, double decay = 2) =>
        OwnIndustryExposure.Estimate(x, y, industries, workers, decay, TestContext.Current.CancellationToken);
}

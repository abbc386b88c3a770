using CsCheck;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class IndependenceTestTests
{
    private static readonly Gen<int[]> Fourfold =
        from counts in Gen.Int[0, 12].Array[4]
        where counts[0] + counts[1] > 0 && counts[2] + counts[3] > 0 && counts[0] + counts[2] > 0 && counts[1] + counts[3] > 0
        select counts;

    [Theory]
    [InlineData(IndependenceMethod.ChiSquare, 5.0505050505050502, 0.0246187613808152)]
    [InlineData(IndependenceMethod.ChiSquareYates, 3.2323232323232323, 0.0721981977016574)]
    [InlineData(IndependenceMethod.Fisher, 5.0505050505050502, 0.0697785186949273)]
    public void It_has_the_numbers_of_R(IndependenceMethod method, double statistic, double pValue)
    {
        // R 4.2.2 chisq.test and fisher.test.
        IndependenceTestResult result = Estimate(Of([8, 2, 3, 7], 2), method);

        result.Statistic.ShouldBe(statistic, tolerance: 1e-13);
        result.PValue.ShouldBe(pValue, tolerance: 1e-13);
        result.OddsRatio.ShouldBe(8 * 7 / 6.0, tolerance: 1e-14);
        result.CramerV.ShouldBe(Math.Sqrt(5.0505050505050502 / 20), tolerance: 1e-14);
        result.Counts.ShouldBe([8, 2, 3, 7]);
        result.Expected.ShouldBe([5.5, 4.5, 5.5, 4.5]);
    }

    [Fact]
    public void Three_columns_have_the_numbers_of_R()
    {
        IndependenceTestResult result = Estimate(Of([8, 2, 4, 3, 7, 5], 3));

        result.Statistic.ShouldBe(5.1332371332371336, tolerance: 1e-13);
        result.Degrees.ShouldBe(2);
        result.PValue.ShouldBe(0.0767947833229044, tolerance: 1e-13);
        result.OddsRatio.ShouldBe(double.NaN);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("small-expected-counts");
    }

    [Fact]
    public void Rows_columns_and_the_order_of_units_do_not_matter() => Fourfold.Sample(counts =>
        Enum.GetValues<IndependenceMethod>().All(method =>
        {
            PairedCodes sample = Of(counts, 2);
            IndependenceTestResult plain = Estimate(sample, method);
            IndependenceTestResult turned = Estimate(new PairedCodes([.. sample.Columns.Reverse()], [.. sample.Rows.Reverse()]), method);
            return Bits.Close([turned.Statistic, turned.PValue, turned.CramerV], [plain.Statistic, plain.PValue, plain.CramerV], relative: 1e-9)
                && plain.CramerV is >= 0 and <= 1 + 1e-12
                && plain.PValue is >= 0 and <= 1;
        }));

    [Fact]
    public void Chi_square_is_n_times_the_squared_correlation_of_the_codes() => Fourfold.Sample(counts =>
    {
        double[] x = [.. counts.SelectMany((count, cell) => Enumerable.Repeat((double)(cell / 2), count))];
        double[] y = [.. counts.SelectMany((count, cell) => Enumerable.Repeat((double)(cell % 2), count))];
        return x.Length < 3 || Bits.Close(
            [Estimate(Of(counts, 2)).Statistic],
            [x.Length * Math.Pow(CorrelationTest.Estimate(new PairedValues(x, y), cancellationToken: TestContext.Current.CancellationToken).Estimate, 2)],
            relative: 1e-9);
    });

    [Fact]
    public void The_exact_p_counts_all_ways_to_pair_the_codes() => (
        from counts in Gen.Int[0, 3].Array[4]
        where counts[0] + counts[1] > 0 && counts[2] + counts[3] > 0 && counts[0] + counts[2] > 0 && counts[1] + counts[3] > 0 && counts.Sum() <= 10
        select counts).Sample(counts =>
    {
        // All subsets of units for the first column, each as likely.
        int all = counts.Sum();
        int row = counts[0] + counts[1];
        int[] cells = [.. Enumerable.Range(0, 1 << all).Where(mask => int.PopCount(mask) == counts[0] + counts[2])
            .Select(mask => int.PopCount(mask & ((1 << row) - 1)))];
        Dictionary<int, int> ways = cells.GroupBy(cell => cell).ToDictionary(group => group.Key, group => group.Count());
        double expected = ways.Where(pair => pair.Value <= ways[counts[0]]).Sum(pair => pair.Value) / (double)cells.Length;
        return Bits.Close([Estimate(Of(counts, 2), IndependenceMethod.Fisher).PValue], [expected], relative: 1e-9);
    });

    [Fact]
    public void Units_without_a_code_are_dropped_and_counted()
    {
        IndependenceTestResult result = Estimate(new PairedCodes(["a", "b", null, "a"], ["x", "y", "x", null]), IndependenceMethod.Fisher);

        result.Counts.ShouldBe([1, 0, 0, 1]);
        result.OddsRatio.ShouldBe(double.PositiveInfinity);
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("2 of 4 rows");
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(Of([3, 2, 0, 0], 2))).Message.ShouldContain("it held 1 and 2");
        Should.Throw<ArgumentException>(() => Estimate(Of([8, 2, 4, 3, 7, 5], 3), IndependenceMethod.Fisher)).Message.ShouldContain("there were 2 and 3");
        Should.Throw<ArgumentException>(() => Estimate(new PairedCodes(["a"], ["x", "y"])));
    }

    private static PairedCodes Of(int[] counts, int width) => new(
        [.. counts.SelectMany((count, cell) => Enumerable.Repeat($"r{cell / width}", count))],
        [.. counts.SelectMany((count, cell) => Enumerable.Repeat($"c{cell % width}", count))]);

    private static IndependenceTestResult Estimate(PairedCodes sample, IndependenceMethod method = IndependenceMethod.ChiSquare) =>
        IndependenceTest.Estimate(sample, new IndependenceTestOptions { Method = method }, cancellationToken: TestContext.Current.CancellationToken);
}

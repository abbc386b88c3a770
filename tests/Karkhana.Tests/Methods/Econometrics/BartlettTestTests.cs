using CsCheck;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class BartlettTestTests
{
    [Fact]
    public void It_has_the_numbers_of_R()
    {
        // R 4.2.2 bartlett.test.
        BartlettTestResult result = Estimate(GroupedDraws.Of(GroupedDraws.A, GroupedDraws.B, GroupedDraws.C));

        result.Statistic.ShouldBe(0.480352341033049, tolerance: 1e-13);
        result.PValue.ShouldBe(0.786489292636151, tolerance: 1e-13);
        result.Degrees.ShouldBe(2);
    }

    [Fact]
    public void Two_pairs_are_worked_out_by_hand()
    {
        // Variances 2 and 8, pooled 5, one degree each: (2 ln 5 − ln 2 − ln 8)/(1 + (2 − ½)/3).
        BartlettTestResult result = Estimate(GroupedDraws.Of([1, 3], [2, 6]));

        result.Variances.ShouldBe([2, 8]);
        result.Statistic.ShouldBe(Math.Log(25 / 16.0) / 1.5, tolerance: 1e-14);
    }

    [Fact]
    public void Places_units_and_order_do_not_matter_and_it_is_never_negative() => GroupedDraws.Two.Sample((first, second) =>
    {
        double plain = Estimate(GroupedDraws.Of(first, second)).Statistic;
        double moved = Estimate(GroupedDraws.Reversed(GroupedDraws.Of([.. first.Select(value => 4 * value)], [.. second.Select(value => (4 * value) + 100)]))).Statistic;
        return plain >= -1e-12 && Bits.Close([moved], [plain], relative: 1e-9);
    });

    [Fact]
    public void Equal_variances_do_not_differ() =>
        Estimate(GroupedDraws.Of([1, 3], [11, 13], [0, 2])).Statistic.ShouldBe(0, tolerance: 1e-14);

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(GroupedDraws.Of([1, 3]))).Message.ShouldContain("it held 1");
        Should.Throw<ArgumentException>(() => Estimate(GroupedDraws.Of([1, 3], [2]))).Message.ShouldContain("group b has 1");
        Should.Throw<ArgumentException>(() => Estimate(GroupedDraws.Of([0.1, 0.1, 0.1], [2, 3]))).Message.ShouldContain("group a does not");
    }

    private static BartlettTestResult Estimate(GroupedValues sample) =>
        BartlettTest.Estimate(sample, cancellationToken: TestContext.Current.CancellationToken);
}

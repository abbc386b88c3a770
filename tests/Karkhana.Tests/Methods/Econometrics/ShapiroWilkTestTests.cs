using CsCheck;
using Karkhana.Methods.Econometrics;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class ShapiroWilkTestTests
{
    private static readonly double[] Pooled = [.. GroupedDraws.A, .. GroupedDraws.B, .. GroupedDraws.C];

    private static readonly Gen<double[]> Samples =
        from values in Gen.Int[0, 50].Array[3, 30]
        where values.Distinct().Count() > 1
        select values.Select(value => value / 4.0).ToArray();

    public static TheoryData<double[], double, double> Known() => new()
    {
        // R 4.2.2 shapiro.test: exact for three, below and above eleven values, with and without a second weight.
        { [1, 2, 4], 0.964285714285714, 0.636886845028963 },
        { [1, 2, 3.7, 9], 0.877878638650258, 0.329654695393786 },
        { [1.1, 2.5, 2.9, 4.8, 5.5], 0.952423216789843, 0.754484266614998 },
        { GroupedDraws.Untied, 0.964843276536028, 0.856175222413019 },
        { Pooled, 0.972999523999299, 0.899721466065362 },
        { [.. Pooled, .. Pooled.Select(value => value + 0.37), .. Pooled.Select(value => 2 * value)], 0.91080268077994986, 0.00209199136932782 },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void It_has_the_numbers_of_R(double[] values, double statistic, double pValue)
    {
        ShapiroWilkTestResult result = Estimate(values);

        result.Statistic.ShouldBe(statistic, tolerance: 1e-6);
        result.PValue.ShouldBe(pValue, tolerance: 1e-5);
    }

    [Fact]
    public void Order_place_and_unit_do_not_matter_and_w_is_a_share() => Samples.Sample(values =>
    {
        ShapiroWilkTestResult plain = Estimate(values);
        ShapiroWilkTestResult turned = Estimate([.. values.Reverse().Select(value => 7 - (1e200 * value))]);
        return plain.Statistic is > 0 and <= 1
            && plain.PValue is >= 0 and <= 1
            && Bits.Close([turned.Statistic], [plain.Statistic], relative: 1e-10);
    });

    [Fact]
    public void Normal_quantiles_are_near_one_and_skewed_ones_are_not()
    {
        double[] normal = [.. Enumerable.Range(1, 99).Select(i => Normal.InvCDF(0, 1, i / 100.0))];

        Estimate(normal).Statistic.ShouldBeGreaterThan(0.99);
        Estimate([.. normal.Select(Math.Exp)]).PValue.ShouldBeLessThan(1e-6);
    }

    [Fact]
    public void Beyond_5000_values_p_is_left_out_and_said()
    {
        ShapiroWilkTestResult result = Estimate([.. Enumerable.Range(1, 5001).Select(i => Normal.InvCDF(0, 1, i / 5002.0)), double.NaN]);

        result.Statistic.ShouldBeGreaterThan(0.99);
        result.PValue.ShouldBe(double.NaN);
        result.Notes.Select(note => note.Code).ShouldBe(["dropped-rows", "not-calibrated"]);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([1, 2, double.NaN])).Message.ShouldContain("it held 2");
        Should.Throw<ArgumentException>(() => Estimate([0.1, 0.1, 0.1])).Message.ShouldContain("must vary; all are 0.1");
        Should.Throw<ArgumentException>(() => Estimate([1, 2, double.PositiveInfinity])).Message.ShouldContain("finite");
    }

    private static ShapiroWilkTestResult Estimate(double[] values) =>
        ShapiroWilkTest.Estimate(values, cancellationToken: TestContext.Current.CancellationToken);
}

using CsCheck;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class PValueAdjustmentTests
{
    private static readonly Gen<double[]> Families = Gen.Int[0, 60].Select(value => value / 60.0).Array[1, 9];

    public static TheoryData<PValueCorrection, double[]> Known() => new()
    {
        // R 4.2.2 p.adjust.
        { PValueCorrection.Holm, [0.04, 0.09, 0.09, 0.025, 0.2] },
        { PValueCorrection.Hochberg, [0.04, 0.08, 0.08, 0.025, 0.2] },
        { PValueCorrection.Hommel, [0.04, 0.08, 0.06, 0.025, 0.2] },
        { PValueCorrection.Bonferroni, [0.05, 0.2, 0.15, 0.025, 1] },
        { PValueCorrection.BenjaminiHochberg, [0.025, 0.05, 0.05, 0.025, 0.2] },
        { PValueCorrection.BenjaminiYekutieli, [0.0570833333333333, 0.1141666666666667, 0.1141666666666667, 0.0570833333333333, 0.4566666666666667] },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void It_has_the_numbers_of_R(PValueCorrection method, double[] expected) =>
        Bits.Close(Estimate([0.01, 0.04, 0.03, 0.005, 0.2], method), expected, relative: 1e-14).ShouldBeTrue();

    [Fact]
    public void Hommel_is_the_closed_test_of_Simes_over_all_sets() => Families.Sample(family =>
    {
        double Simes(double[] set) => set.Order().Select((p, i) => set.Length * p / (i + 1)).Min();
        double[] closed = [.. family.Select((_, own) => Enumerable.Range(1, (1 << family.Length) - 1)
            .Where(mask => (mask >> own & 1) == 1)
            .Max(mask => Simes([.. family.Where((_, i) => (mask >> i & 1) == 1)])))];
        return Bits.Close(Estimate(family, PValueCorrection.Hommel), closed, relative: 1e-12);
    });

    [Fact]
    public void Holm_is_the_closed_test_of_Bonferroni_over_all_sets() => Families.Sample(family =>
    {
        double[] closed = [.. family.Select((_, own) => Enumerable.Range(1, (1 << family.Length) - 1)
            .Where(mask => (mask >> own & 1) == 1)
            .Max(mask => Math.Min(1, int.PopCount(mask) * family.Where((_, i) => (mask >> i & 1) == 1).Min())))];
        return Bits.Close(Estimate(family, PValueCorrection.Holm), closed, relative: 1e-12);
    });

    [Fact]
    public void Corrections_are_ordered_keep_the_order_and_never_lower_a_p() => Families.Sample(family =>
    {
        double[][] by = [.. new[]
        {
            PValueCorrection.BenjaminiHochberg, PValueCorrection.Hommel, PValueCorrection.Hochberg, PValueCorrection.Holm, PValueCorrection.Bonferroni,
        }.Select(method => Estimate(family, method))];
        bool ordered = Enumerable.Range(0, family.Length).All(i => family[i] <= by[0][i] + 1e-15
            && Enumerable.Range(1, 4).All(m => by[m - 1][i] <= by[m][i] + 1e-12 && by[m][i] <= 1));
        int[] order = [.. Enumerable.Range(0, family.Length).OrderBy(i => family[i])];
        return ordered && by.All(adjusted => Enumerable.Range(1, family.Length - 1).All(i => adjusted[order[i - 1]] <= adjusted[order[i]] + 1e-15));
    });

    [Fact]
    public void The_order_of_tests_does_not_matter_and_missing_ones_do_not_count() => Families.Sample(family =>
        Enum.GetValues<PValueCorrection>().All(method =>
        {
            double[] plain = Estimate(family, method);
            double[] turned = Estimate([double.NaN, .. family.Reverse()], method);
            return double.IsNaN(turned[0]) && Bits.Same([.. turned.Skip(1).Reverse()], plain);
        }));

    [Fact]
    public void Tests_are_named_or_numbered()
    {
        PValueAdjustment.Estimate(new TestFamily([0.1, 0.2]), cancellationToken: TestContext.Current.CancellationToken).Names.ShouldBe(["1", "2"]);
        PValueAdjustment.Estimate(
            new TestFamily([0.1, 0.2]) { Names = ["a", "b"] }, cancellationToken: TestContext.Current.CancellationToken).ToTable().Texts("test").ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([], PValueCorrection.Holm)).Message.ShouldContain("it was empty");
        Should.Throw<ArgumentException>(() => Estimate([0.5, 1.5], PValueCorrection.Holm)).Message.ShouldContain("value 2 was 1.5");
        Should.Throw<ArgumentException>(() => PValueAdjustment.Estimate(new TestFamily([0.5]) { Names = ["a", "b"] }));
    }

    private static double[] Estimate(double[] family, PValueCorrection method) => [.. PValueAdjustment.Estimate(
        new TestFamily(family), new PValueAdjustmentOptions { Method = method }, cancellationToken: TestContext.Current.CancellationToken).Adjusted];
}

using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class CoefficientStabilityTests
{
    private static readonly CoefficientStabilityOptions Options = new() { Outcome = "y", Treatment = "x", Controls = ["z"] };

    [Fact]
    public void Four_rows_are_adjusted_by_hand()
    {
        // y = x + z. Sxy 6, Sxx 4, Syy 10: short 1.5 with R² 9/10, full 1 with R² 1.
        CoefficientStabilityResult exact = Estimate(Of([-2, -1, 1, 2], [-1, -1, 1, 1], [-1, 0, 0, 1]), Options);
        exact.EstimateShort.ShouldBe(1.5, tolerance: 1e-13);
        exact.RSquaredShort.ShouldBe(0.9, tolerance: 1e-13);
        exact.EstimateFull.ShouldBe(1, tolerance: 1e-12);
        exact.RMax.ShouldBe(1, tolerance: 1e-13);
        exact.BetaStar.ShouldBe(1, tolerance: 1e-11); // nothing is left to be explained
    }

    [Fact]
    public void At_delta_zero_the_adjusted_coefficient_is_zero() => Samples.All.Sample(sample =>
    {
        CoefficientStabilityResult plain = Estimate(sample.ToSample(), Options with { RMaxMultiplier = 1.5 });
        return Math.Abs(plain.DeltaZero) > 100 || !double.IsFinite(plain.DeltaZero)
            || Math.Abs(Estimate(sample.ToSample(), Options with { RMaxMultiplier = 1.5, Delta = plain.DeltaZero }).BetaStar) < 1e-8 * (1 + Math.Abs(plain.EstimateFull));
    });

    [Fact]
    public void No_selection_leaves_the_full_coefficient_and_units_cancel() => Samples.All.Sample(sample =>
    {
        CoefficientStabilityResult plain = Estimate(sample.ToSample(), Options);
        CoefficientStabilityResult scaled = Estimate(
            (sample with { Y = [.. sample.Y.Select(y => 10 * y)], Z = [.. sample.Z.Select(z => (z / 3) + 1)] }).ToSample(), Options);
        return Estimate(sample.ToSample(), Options with { Delta = 0 }).BetaStar == plain.EstimateFull
            && (plain.RSquaredFull - plain.RSquaredShort < 1e-3 || Bits.Close([scaled.BetaStar / 10], [plain.BetaStar], relative: 1e-6));
    });

    [Fact]
    public void Controls_that_move_nothing_are_said()
    {
        CoefficientStabilityResult result = Estimate(Of([1, 2, 4, 3], [-1, -1, 1, 1], [0, 0, 0, 0]), Options);

        result.Notes.Select(note => note.Code).ShouldBe(["aliased-terms", "no-movement"]);
        result.BetaStar.ShouldBe(double.NaN);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        RegressionSample four = Of([1, 2, 4, 3], [-1, -1, 1, 1], [0, 1, 2, 4]);

        Should.Throw<ArgumentException>(() => Estimate(four, Options with { Controls = [] })).Message.ShouldContain("at least one");
        Should.Throw<ArgumentException>(() => Estimate(Of([1, 2, 4, 3], [1, 1, 1, 1], [0, 1, 2, 4]), Options)).Message.ShouldContain("x must vary");
        Should.Throw<ArgumentException>(() => Estimate(Of([2, 2, 2, 2], [-1, -1, 1, 1], [0, 1, 2, 4]), Options)).Message.ShouldContain("it was 2 in all");
        Should.Throw<ArgumentOutOfRangeException>(() => Options with { RMaxMultiplier = 0.9 });
    }

    private static RegressionSample Of(double[] y, double[] x, double[] z) =>
        new(Table.Of("sample", Column.Of("y", y), Column.Of("x", x), Column.Of("z", z)));

    private static CoefficientStabilityResult Estimate(RegressionSample sample, CoefficientStabilityOptions options) =>
        CoefficientStability.Estimate(sample, options, cancellationToken: TestContext.Current.CancellationToken);
}

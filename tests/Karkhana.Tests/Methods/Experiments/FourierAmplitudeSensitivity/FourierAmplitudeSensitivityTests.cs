using CsCheck;
using Karkhana.Methods;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class FourierAmplitudeSensitivityTests
{
    private static readonly Gen<(int Frequency, int Harmonics, double[][] Curves)> Draws =
        from frequency in Gen.Int[2, 9]
        from harmonics in Gen.Int[1, 4]
        from more in Gen.Int[0, 6]
        from curves in Gen.Double[-3, 3].Array[(2 * frequency * harmonics) + 1 + more].Array[1, 4]
        select (frequency, harmonics, curves);

    [Fact]
    public void Two_waves_have_the_shares_of_their_squares()
    {
        // 3 cos(8s) and its second harmonic at half the height belong to the input, 2 cos(s) to the others, sin(5s) to both together.
        double[] values = [.. Enumerable.Range(0, 65).Select(step => 2 * Math.PI * step / 65)
            .Select(s => 10 + (3 * Math.Cos(8 * s)) + (1.5 * Math.Sin(16 * s)) + (2 * Math.Cos(s)) + Math.Sin(5 * s))];

        FourierAmplitudeSensitivityResult result = Estimate(Curves([values]), new() { Frequency = 8 });

        double whole = 9 + 2.25 + 4 + 1;
        result.FirstOrder[0].ShouldBe(11.25 / whole, tolerance: 1e-12);
        result.Total[0].ShouldBe(1 - (4 / whole), tolerance: 1e-12);
        (result.FirstOrderConfLow[0], result.TotalConfHigh[0]).ShouldBe((double.NaN, double.NaN));
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("no-intervals");
    }

    [Fact]
    public void Powers_are_those_of_the_sum_that_defines_them() => Draws.Sample((frequency, harmonics, curves) =>
    {
        (double own, double others, double whole) = (0, 0, 0);
        foreach (double[] curve in curves)
        {
            for (int wave = 1; wave <= (curve.Length - 1) / 2; wave++)
            {
                double cosine = curve.Select((value, step) => value * Math.Cos(2 * Math.PI * wave * step / curve.Length)).Sum() / curve.Length;
                double sine = curve.Select((value, step) => value * Math.Sin(2 * Math.PI * wave * step / curve.Length)).Sum() / curve.Length;
                double power = (cosine * cosine) + (sine * sine);
                whole += power;
                own += Enumerable.Range(1, harmonics).Contains(wave / frequency) && wave % frequency == 0 ? power : 0;
                others += wave <= frequency / 2 ? power : 0;
            }
        }

        FourierAmplitudeSensitivityResult result = Estimate(Curves(curves), new() { Frequency = frequency, Harmonics = harmonics });
        return Bits.Close([result.FirstOrder[0], result.Total[0]], [own / whole, 1 - (others / whole)], relative: 1e-10);
    });

    [Fact]
    public void The_total_is_at_least_the_first_order_and_units_do_not_matter() => Draws.Sample((frequency, harmonics, curves) =>
    {
        FourierAmplitudeSensitivityOptions options = new() { Frequency = frequency, Harmonics = harmonics };
        FourierAmplitudeSensitivityResult result = Estimate(Curves(curves), options);
        FourierAmplitudeSensitivityResult moved = Estimate(Curves([.. curves.Select(curve => curve.Select(value => 50 - (4 * value)).ToArray())], backwards: true), options);
        return result.FirstOrder[0] >= 0 && result.FirstOrder[0] <= result.Total[0] + 1e-12 && result.Total[0] <= 1
            && Bits.Close(
                [moved.FirstOrder[0], moved.Total[0], moved.TotalConfLow[0]], [result.FirstOrder[0], result.Total[0], result.TotalConfLow[0]], relative: 1e-9);
    });

    [Fact]
    public void Limits_are_those_of_leaving_out_each_curve() => Draws.Where(draw => draw.Curves.Length > 1).Sample((frequency, harmonics, curves) =>
    {
        FourierAmplitudeSensitivityOptions options = new() { Frequency = frequency, Harmonics = harmonics, Level = 0.9 };
        int n = curves.Length;
        double[] without = [.. curves.Select((_, left) => Estimate(Curves([.. curves.Where((_, curve) => curve != left)]), options).Total[0])];
        double error = Math.Sqrt((n - 1.0) / n * without.Sum(value => Math.Pow(value - without.Average(), 2)));
        FourierAmplitudeSensitivityResult result = Estimate(Curves(curves), options);
        return Bits.Close([result.TotalConfHigh[0]], [result.Total[0] + (StudentT.Quantile(0.95, n - 1) * error)], relative: 1e-8);
    });

    [Fact]
    public void The_Ishigami_function_is_found_along_its_curves()
    {
        FastDesignResult design = FastDesign.Estimate(
            new() { Bounds = StandardModels.Pi3, Count = 1025, Curves = 6, RandomPhase = true }, cancellationToken: TestContext.Current.CancellationToken);
        SearchCurves curves = SearchCurves.Of(design, StandardModels.Over(design.Design, StandardModels.Ishigami));

        FourierAmplitudeSensitivityResult result = Estimate(curves, new() { Frequency = design.Frequency });

        double[] first = [0.3139, 0.4424, 0];
        double[] total = [0.5576, 0.4424, 0.2437];
        for (int input = 0; input < 3; input++)
        {
            result.FirstOrder[input].ShouldBe(first[input], tolerance: 0.03);
            result.Total[input].ShouldBe(total[input], tolerance: 0.05);
            result.TotalConfLow[input].ShouldBeLessThan(result.TotalConfHigh[input]);
        }

        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void A_curve_that_does_not_vary_has_no_indices_and_a_note()
    {
        FourierAmplitudeSensitivityResult result = Estimate(Curves([[.. Enumerable.Repeat(0.1, 17)]]), new() { Frequency = 2 });

        (result.FirstOrder[0], result.Total[0]).ShouldBe((double.NaN, double.NaN));
        result.Notes.Select(note => note.Code).ShouldBe(["constant-output", "no-intervals"]);
    }

    [Fact]
    public void Curves_that_are_too_short_or_have_gaps_are_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(Curves([new double[16]]), new() { Frequency = 2 })).Message.ShouldContain("at least 17 points");
        Should.Throw<ArgumentException>(() => SearchCurves.Of(["x", "x"], null, [0, 2], [1, 2])).Message.ShouldContain("in place of 1 that of x  had 2");
        Should.Throw<ArgumentException>(() => SearchCurves.Of(["x", "x"], null, [0, 0], [1, 2])).Message.ShouldContain("0 to 1, each once");
        Should.Throw<ArgumentException>(() => SearchCurves.Of(["x"], null, [0], [double.NaN])).Message.ShouldContain("NaN");
        Should.Throw<ArgumentException>(() => SearchCurves.Of(["x"], ["1", "1"], [0], [1])).Message.ShouldContain("it had 2");
        Should.Throw<ArgumentOutOfRangeException>(() => new FourierAmplitudeSensitivityOptions { Frequency = 1 }).Message.ShouldContain("it was 1");
    }

    private static SearchCurves Curves(double[][] curves, bool backwards = false)
    {
        (int Curve, int Step)[] rows = [.. curves.SelectMany((values, curve) => values.Select((_, step) => (curve, step)))];
        if (backwards)
        {
            Array.Reverse(rows);
        }

        return SearchCurves.Of(
            [.. rows.Select(_ => "x1")], [.. rows.Select(row => $"{row.Curve}")], [.. rows.Select(row => (double)row.Step)], [.. rows.Select(row => curves[row.Curve][row.Step])]);
    }

    private static FourierAmplitudeSensitivityResult Estimate(SearchCurves curves, FourierAmplitudeSensitivityOptions options) =>
        FourierAmplitudeSensitivity.Estimate(curves, options, cancellationToken: TestContext.Current.CancellationToken);
}

using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class KrippendorffAlphaTests
{
    // Krippendorff 2011: four observers, twelve units, 0 where there is no rating.
    private static readonly string[] Published = ["1101", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", "0555", "0011", "0300"];

    private static readonly Gen<double[][]> Units =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 9]).Select(cell => cell.Item2 == 0 ? double.NaN : cell.Item1).Array[3].Array[4, 15]
            .Where(units => Pairable(units).SelectMany(unit => unit).Distinct().Count() > 1);

    [Theory]
    [InlineData(ScaleLevel.Nominal, 0.743)]
    [InlineData(ScaleLevel.Ordinal, 0.815)]
    [InlineData(ScaleLevel.Interval, 0.849)]
    [InlineData(ScaleLevel.Ratio, 0.797)]
    public void The_published_example_has_the_published_values(ScaleLevel level, double published)
    {
        KrippendorffAlphaResult result = Estimate(Digits(Published), new() { Level = level });

        result.Alpha.ShouldBe(published, tolerance: 0.0005);
        result.Units.ShouldBe(11);
        result.Ratings.ShouldBe(40);
        result.Low.ShouldBe(double.NaN);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("single-ratings");
    }

    [Fact]
    public void Two_raters_of_three_units_are_worked_out_by_hand()
    {
        // Pairs 1 1, 1 2, 2 2: three ratings of each kind; D_o = 2/6 of a mismatch, D_e = 2·3·3/(6·5) = 0.6.
        KrippendorffAlphaResult result = Estimate([[1, 1], [1, 2], [2, 2]], new() { Level = ScaleLevel.Nominal });

        result.ObservedDisagreement.ShouldBe(1 / 3.0, tolerance: 1e-15);
        result.ExpectedDisagreement.ShouldBe(0.6, tolerance: 1e-15);
        result.Alpha.ShouldBe(4 / 9.0, tolerance: 1e-15);
    }

    [Fact]
    public void The_kernel_agrees_with_the_table_of_coincidences() => Gen.Select(Units, Gen.Enum<ScaleLevel>()).Sample((units, level) =>
        Bits.Close([Estimate(units, new() { Level = level }).Alpha], [ByCoincidences(Pairable(units), level)], relative: 1e-10));

    [Fact]
    public void Order_of_units_and_raters_and_a_change_of_unit_do_not_matter() => Units.Sample(units =>
    {
        double[][] moved = [.. units.Reverse().Select(unit => unit.Reverse().Select(x => (3 * x) + 1).ToArray())];
        return new[] { ScaleLevel.Nominal, ScaleLevel.Ordinal, ScaleLevel.Interval }.All(level => Bits.Close(
            [Estimate(units, new() { Level = level }).Alpha], [Estimate(moved, new() { Level = level }).Alpha], relative: 1e-10));
    });

    [Fact]
    public void Only_the_order_counts_on_an_ordinal_scale() => Units.Sample(units => Bits.Close(
        [Estimate(units).Alpha], [Estimate([.. units.Select(unit => unit.Select(x => Math.Exp(x)).ToArray())]).Alpha], relative: 1e-10));

    [Fact]
    public void The_interval_is_that_of_units_drawn_one_by_one()
    {
        double[][] units = Digits(Published);
        KrippendorffAlphaOptions options = new() { Level = ScaleLevel.Interval, Replicates = 200, Seed = 7 };

        KrippendorffAlphaResult result = Estimate(units, options);

        double[][] pairable = Pairable(units);
        double[] alphas = [.. Enumerable.Range(0, 200).Select(replicate =>
        {
            RandomStream stream = new(7, RandomPurpose.Bootstrap, replicate);
            double[][] drawn = [.. pairable.Select(_ => pairable[stream.NextInt(pairable.Length)])];
            return drawn.SelectMany(unit => unit).Distinct().Count() == 1 ? double.NaN : ByCoincidences(drawn, ScaleLevel.Interval);
        }).Where(alpha => !double.IsNaN(alpha)).Order()];
        result.Low.ShouldBe(Quantiles.Type7(alphas, 0.025), tolerance: 1e-12);
        result.High.ShouldBe(Quantiles.Type7(alphas, 0.975), tolerance: 1e-12);
        result.Low.ShouldBeLessThan(result.Alpha);
        result.High.ShouldBeGreaterThan(result.Alpha);
        result.Provenance.Seed.ShouldBe(7UL);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        KrippendorffAlphaOptions options = new() { Replicates = 500 };
        KrippendorffAlphaResult one = Estimate(Digits(Published), options, workers: 1);
        KrippendorffAlphaResult four = Estimate(Digits(Published), options, workers: 4);

        Bits.Same([one.Alpha, one.Low, one.High], [four.Alpha, four.Low, four.High]).ShouldBeTrue();
    }

    [Fact]
    public void Agreement_is_one_when_units_differ_and_undefined_when_nothing_does()
    {
        Estimate([[1, 1], [2, 2], [5, 5]]).Alpha.ShouldBe(1);
        KrippendorffAlphaResult same = Estimate([[2, 2], [2, 2]], new() { Replicates = 20 });

        same.Alpha.ShouldBe(double.NaN);
        same.Low.ShouldBe(double.NaN);
        same.Notes.Select(note => note.Code).ShouldBe(["no-variation", "undefined-replicates", "few-units"]);
    }

    [Fact]
    public void Zeros_agree_on_a_ratio_scale() => Estimate([[0, 0], [0, 1], [2, 2]], new() { Level = ScaleLevel.Ratio }).Alpha
        .ShouldBe(ByCoincidences([[0, 0], [0, 1], [2, 2]], ScaleLevel.Ratio), tolerance: 1e-12);

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([[1], [2]])).Message.ShouldContain("two raters");
        Should.Throw<ArgumentException>(() => Estimate([[1, double.NaN], [double.NaN, 2]])).Message.ShouldContain("two ratings");
        Should.Throw<ArgumentException>(() => Estimate([[1, -2], [1, 1]], new() { Level = ScaleLevel.Ratio })).Message.ShouldContain("-2");
        Should.Throw<ArgumentException>(() => Estimate([[1, double.PositiveInfinity], [1, 1]])).Message.ShouldContain("finite");
        Should.Throw<ArgumentException>(() => KrippendorffAlpha.Estimate(
            new RaterTable(["a", "b"], [[1, 2], [1, 2]]) { AreNumbers = false }, cancellationToken: TestContext.Current.CancellationToken))
            .Message.ShouldContain("nominal");
        Should.Throw<ArgumentException>(() => KrippendorffAlpha.Estimate(
            new RaterTable(["a", "b"], [[1, 2], [1]]), cancellationToken: TestContext.Current.CancellationToken));
        Should.Throw<ArgumentOutOfRangeException>(() => new KrippendorffAlphaOptions { Replicates = -1 });
    }

    private static double[][] Pairable(double[][] units) =>
        [.. units.Select(unit => unit.Where(x => !double.IsNaN(x)).ToArray()).Where(unit => unit.Length > 1)];

    // The published recipe, word by word.
    private static double ByCoincidences(double[][] units, ScaleLevel level)
    {
        double[] values = [.. units.SelectMany(unit => unit).Distinct().Order()];
        double[,] coincidences = new double[values.Length, values.Length];
        foreach (double[] unit in units)
        {
            for (int a = 0; a < unit.Length; a++)
            {
                for (int b = 0; b < unit.Length; b++)
                {
                    coincidences[Array.IndexOf(values, unit[a]), Array.IndexOf(values, unit[b])] += a == b ? 0 : 1.0 / (unit.Length - 1);
                }
            }
        }

        double[] totals = [.. values.Select((_, c) => Enumerable.Range(0, values.Length).Sum(k => coincidences[c, k]))];
        (double above, double below) = (0, 0);
        for (int c = 0; c < values.Length; c++)
        {
            for (int k = 0; k < values.Length; k++)
            {
                double distance = c == k ? 0 : Distance(values, totals, Math.Min(c, k), Math.Max(c, k), level);
                above += coincidences[c, k] * distance * distance;
                below += totals[c] * totals[k] * distance * distance;
            }
        }

        return 1 - ((totals.Sum() - 1) * above / below);
    }

    private static double Distance(double[] values, double[] totals, int c, int k, ScaleLevel level) => level switch
    {
        ScaleLevel.Nominal => 1,
        ScaleLevel.Ordinal => totals[c..(k + 1)].Sum() - ((totals[c] + totals[k]) / 2),
        ScaleLevel.Interval => values[k] - values[c],
        _ => (values[k] - values[c]) / (values[k] + values[c]),
    };

    private static double[][] Digits(string[] units) =>
        [.. units.Select(unit => unit.Select(digit => digit == '0' ? double.NaN : digit - '0').ToArray())];

    private static KrippendorffAlphaResult Estimate(double[][] units, KrippendorffAlphaOptions? options = null, int workers = 1) => KrippendorffAlpha.Estimate(
        new RaterTable(
            [.. units[0].Select((_, rater) => $"r{rater}")],
            [.. units[0].Select((_, rater) => units.Select(unit => unit[rater]).ToArray())]),
        options,
        new ExecutionOptions { Workers = workers },
        TestContext.Current.CancellationToken);
}

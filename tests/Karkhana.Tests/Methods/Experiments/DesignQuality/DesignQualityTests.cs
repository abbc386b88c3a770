using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class DesignQualityTests
{
    private static readonly Gen<double[][]> Columns =
        from points in Gen.Int[2, 40]
        from inputs in Gen.Int[1, 5]
        from columns in Gen.Int[0, 1_000_000].Select(value => value / 1e6).Array[points].Array[inputs]
        select columns;

    [Fact]
    public void Two_points_on_a_line_are_worked_out_by_hand()
    {
        DesignQualityResult result = Estimate([[0.25, 0.75]]);

        result.CentredDiscrepancy.ShouldBe(1 / 48.0, tolerance: 1e-15);
        result.WrapAroundDiscrepancy.ShouldBe(1 / 24.0, tolerance: 1e-15);
        result.MixtureDiscrepancy.ShouldBe(1 / 32.0, tolerance: 1e-15);
        result.StarDiscrepancy.ShouldBe(Math.Sqrt(1 / 48.0), tolerance: 1e-15);
        result.MinDistance.ShouldBe(0.5);
        result.PhiP.ShouldBe(2);
        result.IsLatin.ShouldBeTrue();
        result.MaxAbsoluteCorrelation.ShouldBe(double.NaN);
    }

    [Fact]
    public void Quantities_are_those_of_their_definitions() => Columns.Sample(columns =>
    {
        double[][] points = [.. Enumerable.Range(0, columns[0].Length).Select(point => columns.Select(column => column[point]).ToArray())];
        double n = points.Length;
        int k = columns.Length;
        double Alone(Func<double, double> factor) => points.Average(x => x.Aggregate(1.0, (product, value) => product * factor(value)));
        double Paired(Func<double, double, double> factor) =>
            points.Average(x => points.Average(y => x.Zip(y, factor).Aggregate(1.0, (product, value) => product * value)));
        double Z(double x) => Math.Abs(x - 0.5);
        double[] distances = [.. points.SelectMany((x, i) => points.Skip(i + 1).Select(y => Math.Sqrt(x.Zip(y, (a, b) => (a - b) * (a - b)).Sum())))];
        DesignQualityResult result = Estimate(columns);
        double star = Math.Pow(3, -k) - (Math.Pow(2, 1 - k) * Alone(x => 1 - (x * x))) + Paired((x, y) => 1 - Math.Max(x, y));
        return Bits.Close(
            [result.CentredDiscrepancy, result.MixtureDiscrepancy, result.WrapAroundDiscrepancy, result.StarDiscrepancy * result.StarDiscrepancy, result.MinDistance],
            [
                Math.Pow(13 / 12.0, k) - (2 * Alone(x => 1 + (Z(x) / 2) - (Z(x) * Z(x) / 2))) + Paired((x, y) => 1 + ((Z(x) + Z(y) - Math.Abs(x - y)) / 2)),
                Math.Pow(19 / 12.0, k) - (2 * Alone(x => (5 / 3.0) - (Z(x) / 4) - (Z(x) * Z(x) / 4)))
                    + Paired((x, y) => 1.875 - ((Z(x) + Z(y)) / 4) - (0.75 * Math.Abs(x - y)) + (0.5 * (x - y) * (x - y))),
                Paired((x, y) => 1.5 - (Math.Abs(x - y) * (1 - Math.Abs(x - y)))) - Math.Pow(4 / 3.0, k),
                star,
                distances.Min(),
            ],
            relative: 1e-10)
            && Bits.Close([result.PhiP * distances.Min()], [Math.Pow(distances.Sum(distance => Math.Pow(distances.Min() / distance, 15)), 1 / 15.0)], relative: 1e-9);
    });

    [Fact]
    public void Mirrors_and_other_orders_change_nothing() => Columns.Sample(columns =>
    {
        DesignQualityResult result = Estimate(columns);
        DesignQualityResult mirrored = Estimate([.. columns.Reverse().Select((column, input) => column.Reverse().Select(x => input == 0 ? 1 - x : x).ToArray())]);
        return Bits.Close(
            [mirrored.CentredDiscrepancy, mirrored.MixtureDiscrepancy, mirrored.WrapAroundDiscrepancy, mirrored.MinDistance],
            [result.CentredDiscrepancy, result.MixtureDiscrepancy, result.WrapAroundDiscrepancy, result.MinDistance],
            relative: 1e-9)
            && Bits.Close([mirrored.MaxAbsoluteCorrelation], [result.MaxAbsoluteCorrelation], relative: 1e-7);
    });

    [Fact]
    public void Going_round_changes_nothing_for_the_wrap_around_discrepancy() => Gen.Select(Columns, Gen.Int[0, 1_000_000].Select(value => value / 1e6)).Sample((columns, shift) => Bits.Close(
        [Estimate([.. columns.Select(column => column.Select(x => (x + shift) % 1).ToArray())]).WrapAroundDiscrepancy],
        [Estimate(columns).WrapAroundDiscrepancy],
        relative: 1e-9));

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits() => Columns.Sample(columns =>
    {
        DesignQualityResult one = DesignQuality.Estimate(ExperimentalDesign.Of(columns), null, new ExecutionOptions { Workers = 1 }, TestContext.Current.CancellationToken);
        DesignQualityResult three = DesignQuality.Estimate(ExperimentalDesign.Of(columns), null, new ExecutionOptions { Workers = 3 }, TestContext.Current.CancellationToken);
        return Bits.Same([one.CentredDiscrepancy, one.StarDiscrepancy, one.PhiP], [three.CentredDiscrepancy, three.StarDiscrepancy, three.PhiP]);
    });

    [Fact]
    public void A_grid_with_its_lower_or_upper_borders_is_Latin_whatever_rounding_says() => Gen.Int[2, 2000].Sample(count =>
        Estimate([[.. Enumerable.Range(0, count).Select(i => i / (double)count)]]).IsLatin
        && Estimate([[.. Enumerable.Range(0, count).Select(i => i == count - 1 ? 1 : (i + 0.5) / count)]]).IsLatin
        && !Estimate([[.. Enumerable.Range(0, count).Select(i => i == 0 ? 1.0 / count : i / (double)count)]]).IsLatin, iter: 20);

    [Fact]
    public void Points_in_one_place_are_infinitely_close()
    {
        DesignQualityResult result = Estimate([[0.2, 0.2, 0.9], [0.4, 0.4, 0.4]]);

        (result.MinDistance, result.PhiP, result.IsLatin).ShouldBe((0, double.PositiveInfinity, false));
        result.MaxAbsoluteCorrelation.ShouldBe(double.NaN); // a constant column
    }

    [Fact]
    public void A_large_exponent_leaves_the_closest_pair() =>
        DesignQuality.Estimate(
            ExperimentalDesign.Of([[0, 1e-100, 1, 0.5]]), new() { P = 1000 }, cancellationToken: TestContext.Current.CancellationToken).PhiP.ShouldBe(1e100, tolerance: 1e88);

    [Fact]
    public void Values_outside_the_cube_and_single_points_are_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([[0.5]])).Message.ShouldContain("at least two points; it had 1");
        Should.Throw<ArgumentException>(() => Estimate([[0.5, 1.5]])).Message.ShouldContain("[0, 1]; it was 1.5");
        Should.Throw<ArgumentException>(() => Estimate([[0.5, double.NaN]])).Message.ShouldContain("NaN");
        Should.Throw<ArgumentException>(() => Estimate([])).Message.ShouldContain("at least one input");
        Should.Throw<ArgumentException>(() => Estimate([[0.5, 0.1], [0.5]])).Message.ShouldContain("it had 1");
        Should.Throw<ArgumentOutOfRangeException>(() => new DesignQualityOptions { P = 0 }).Message.ShouldContain("it was 0");
    }

    private static DesignQualityResult Estimate(double[][] columns) =>
        DesignQuality.Estimate(ExperimentalDesign.Of(columns), cancellationToken: TestContext.Current.CancellationToken);
}

using CsCheck;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class SigmaConvergenceTests
{
    private static readonly Gen<(double Start, double End)[]> Rows =
        Gen.Select(Gen.Double[2, 50], Gen.Double[2, 50]).Array[3, 20];

    private static readonly SigmaConvergenceOptions Plain = new() { Measure = DispersionMeasure.Sd, Log = false };

    [Fact]
    public void Three_regions_are_computed_by_hand()
    {
        // Start 1, 4, 7 with variance 9; end 3, 4, 5 with variance 1, both of mean 4. With 2 and 2 degrees of freedom
        // the tail above F is 1/(1 + F) = 0.1.
        RegionalGrowth regions = new([1, 4, 7], [3, 4, 5]);

        SigmaConvergenceResult sd = Estimate(regions, Plain);
        SigmaConvergenceResult cv = Estimate(regions, new() { Log = false });

        sd.Start.ShouldBe(Math.Sqrt(6), tolerance: 1e-14);
        sd.End.ShouldBe(Math.Sqrt(2.0 / 3), tolerance: 1e-14);
        sd.Ratio.ShouldBe(3, tolerance: 1e-14);
        sd.Statistic.ShouldBe(9, tolerance: 1e-13);
        sd.DegreesOfFreedom.ShouldBe(2);
        sd.PValue.ShouldBe(0.2, tolerance: 1e-13);
        cv.Start.ShouldBe(Math.Sqrt(6) / 4, tolerance: 1e-14);
        Estimate(new([Math.Exp(1), Math.Exp(4), Math.Exp(7)], [Math.Exp(3), Math.Exp(4), Math.Exp(5)])).Start
            .ShouldBe(cv.Start, tolerance: 1e-13);
    }

    [Fact]
    public void Start_and_end_changed_over_give_the_inverse_and_the_same_p() => Rows.Sample(rows =>
    {
        SigmaConvergenceResult there = Estimate(Of(rows));
        SigmaConvergenceResult back = Estimate(Of([.. rows.Select(row => (row.End, row.Start))]));
        return Bits.Close(
            [there.Start, there.Ratio, there.Statistic, there.PValue], [back.End, 1 / back.Ratio, 1 / back.Statistic, back.PValue], relative: 1e-9)
            && there.PValue is >= 0 and <= 1;
    });

    [Fact]
    public void Order_and_unit_change_nothing_beyond_rounding() => Rows.Sample(rows =>
    {
        SigmaConvergenceOptions cv = new() { Log = false };
        double[] numbers = Numbers(Estimate(Of(rows), cv));
        return Bits.Close(numbers, Numbers(Estimate(Of([.. rows.Reverse()]), cv)), relative: 1e-9)
            && Bits.Close(numbers, Numbers(Estimate(Of([.. rows.Select(row => (row.Start * 9, row.End * 9))]), cv)), relative: 1e-9);
    });

    [Fact]
    public void Regions_that_are_alike_are_noted()
    {
        SigmaConvergenceResult end = Estimate(new([1, 2, 3], [2, 2, 2]), Plain);
        SigmaConvergenceResult both = Estimate(new([2, 2, 2], [2, 2, 2]), Plain);

        (end.Ratio, end.Statistic, end.PValue).ShouldBe((double.PositiveInfinity, double.PositiveInfinity, 0));
        (both.Ratio, both.Statistic, both.PValue).ShouldBe((double.NaN, double.NaN, double.NaN));
        both.Notes.Single().Code.ShouldBe("no-dispersion");
        Estimate(new([0.5, 1, 1.5], [0.1, 0.2, 0.3])).Notes.Single().Code.ShouldBe("mean-not-positive");
        Estimate(new([2, 2, 2], [1, 2, 3]), Plain).PValue.ShouldBe(0);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(new([1], [1]))).Message.ShouldContain("at least two regions");
        Should.Throw<ArgumentException>(() => Estimate(new([], [])));
        Should.Throw<ArgumentException>(() => Estimate(new([1, 0], [1, 2])));
        Should.Throw<ArgumentException>(() => Estimate(new([1, double.NaN], [1, 2]), Plain));
        Should.Throw<ArgumentException>(() => Estimate(new([1, 2], [1]), Plain));
        Estimate(new([-1, 0], [1, 3]), Plain).Start.ShouldBe(0.5, tolerance: 1e-15);
    }

    private static double[] Numbers(SigmaConvergenceResult result) => [result.Start, result.End, result.Ratio, result.Statistic, result.PValue];

    private static RegionalGrowth Of((double Start, double End)[] rows) =>
        new([.. rows.Select(row => row.Start)], [.. rows.Select(row => row.End)]);

    private static SigmaConvergenceResult Estimate(RegionalGrowth regions, SigmaConvergenceOptions? options = null) =>
        SigmaConvergence.Estimate(regions, options, cancellationToken: TestContext.Current.CancellationToken);
}
